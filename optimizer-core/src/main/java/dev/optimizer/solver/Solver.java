package dev.optimizer.solver;

/** A method: how to get from one iterate to the next. It keeps no memory of earlier runs once started. */
public interface Solver {
    /** Prepares for a run from x0; takes whatever memory the run needs, so that steps need none. */
    void start(Point x0);

    /**
     * Makes one step.
     *
     * @param current (Input) the iterate x_k. Not moved; it stays valid until the step after the next.
     * @param trial (Output) moved to x_{k+1}
     * @return {@link Status#RUNNING}, or why no step can be made; the trial then means nothing
     */
    Status step(Point current, Point trial);

    /** The length of the last step as the method measures it: a step length α or a radius. */
    double stepLength();
}
