package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/** Where to go from a point: one half of a line search method. */
public interface Direction {
    /**
     * {@link #firstFraction} of quasi-Newton methods, whose second step already has its natural length. Geometric means of the
     * evaluations of BFGS over the 35 problems of Moré, Garbow and Hillstrom: 33.7, 30.3 and 31.1 with 0.1, 0.3 and 1; with 1
     * some first steps lead to other minima.
     */
    double QUASI_NEWTON_FRACTION = 0.3;

    /** Prepares for a run, or forgets what was learnt when a search has failed; takes the memory the run needs. */
    void start(Point x0);

    /**
     * Computes the direction.
     *
     * @param at (Input) the current iterate
     * @param p (Output) overwritten with the direction; not finite where none exists
     */
    void compute(Point at, Vector p);

    /** Learns from a step. Both points stay valid until the next call. */
    default void accept(Point from, Point to) {}

    /**
     * Whether a step of length 1 along the direction computed last is the natural one, as for Newton's method; otherwise the
     * length has to be found.
     */
    boolean isWellScaled();

    /** The first step of a direction that is not well scaled, as a fraction of ‖x‖∞: ψ₀ of Hager and Zhang 2006. */
    default double firstFraction() {
        return 0.01;
    }

    /** Whether {@link #compute} can give something other than −∇f, so that −∇f is worth trying when a search fails. */
    default boolean hasFallback() {
        return true;
    }

    /**
     * Whether there is a way down from a point where ∇f vanishes: a direction of negative curvature at a strict saddle or
     * maximum. For methods that do not look for one there is none.
     *
     * @param p (Output) overwritten with the direction if there is one, of length 1 and with ∇fᵀp ≤ 0; else it means nothing
     */
    default boolean leaves(Point stationary, Vector p) {
        return false;
    }
}
