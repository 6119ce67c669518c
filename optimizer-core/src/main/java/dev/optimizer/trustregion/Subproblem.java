package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * How a step is found within the region in which the model is trusted. The region has a size: the radius Δ of a ball, or
 * 1/σ, where σ is the weight of a cubic term (see {@link Bound}).
 */
public abstract class Subproblem {
    Subproblem() {}

    /**
     * Takes the memory for runs from x0 and from other points of the same objective.
     *
     * @return the model that the steps minimise
     */
    abstract QuadraticModel allocate(Point x0);

    /** Forgets the run before. */
    void begin() {}

    /** The model has moved: what was computed for the last one is void. */
    abstract void reset();

    /**
     * Minimises the model, more or less, but at least as well as the best step along −g.
     *
     * @param size of the region, greater than 0
     * @param s (Output) overwritten with the step, in the units of the model
     * @return the predicted decrease −m(s), 0 or NaN if there is none
     */
    abstract double solve(double size, Vector s);

    /** What the size of the region means. */
    Bound bound() {
        return Bound.RADIUS;
    }
}
