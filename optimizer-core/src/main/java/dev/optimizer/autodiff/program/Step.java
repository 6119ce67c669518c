package dev.optimizer.autodiff.program;

/** One thing that an {@link ArrayProgram} does with its memory, again and again. */
interface Step {
    void run();
}
