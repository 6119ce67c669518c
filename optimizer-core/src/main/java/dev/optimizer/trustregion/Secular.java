package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;

/** A way to find the λ of a subproblem: the solution of its secular equation (see {@link Bound}), and the step with it. */
interface Secular {
    /** Forgets the run before. */
    void begin();

    /** The model has moved. */
    void reset();

    /**
     * Solves.
     *
     * @param size of the region, greater than 0
     * @param s (Output) the step
     * @return λ; NaN if H is not finite
     */
    double solve(double size, Vector s);
}
