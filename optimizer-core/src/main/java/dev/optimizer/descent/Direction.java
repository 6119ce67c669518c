package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/** Where to go from a point: one half of a line search method. */
public interface Direction {
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

    /** Whether a step of length 1 is the natural one, as for Newton's method; otherwise the length has to be found. */
    boolean isWellScaled();

    /** Whether {@link #compute} can give something other than −∇f, so that −∇f is worth trying when a search fails. */
    default boolean hasFallback() {
        return true;
    }
}
