package dev.optimizer.solver;

/** Sees every iterate, the start included, after its value and gradient are known. Its time is not the run's. */
public interface Observer {
    void observe(Progress progress);
}
