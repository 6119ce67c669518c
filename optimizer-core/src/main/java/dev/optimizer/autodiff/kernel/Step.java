package dev.optimizer.autodiff.kernel;

/** One thing that a program does with its arrays, again and again. */
public interface Step {
    /**
     * Does it once.
     *
     * @param addresses for each slot where its array begins
     */
    void run(long[] addresses);
}
