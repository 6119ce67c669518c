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

    /**
     * Whether the method has nothing to gain at a point where ∇f vanishes to within its tolerance. A method that uses
     * curvature says no at a strict saddle or maximum, and its next {@link #step} leaves along a direction of negative
     * curvature; the run then goes on.
     */
    default boolean isContentAt(Point stationary) {
        return true;
    }

    /** The length of the last step as the method measures it: a step length α or a radius. */
    double stepLength();
}
