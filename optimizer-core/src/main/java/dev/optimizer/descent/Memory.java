package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/** What directions remember of earlier gradients: the vectors, and how fast they forget. */
final class Memory {
    private Memory() {}

    /** Zeros for the dimension of {@code x0}: {@code kept} if it fits, so that a restart takes no memory, else new. */
    static Vector zeros(Vector kept, Point x0) {
        if (kept == null || kept.length() != x0.dimension()) {
            return Vector.zeros(x0.dimension());
        }
        kept.fill(0);
        return kept;
    }

    /** A factor by which the past counts less with every step. */
    static double requireDecay(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in [0, 1): " + value);
        }
        return value;
    }

    /** What keeps a denominator from being 0. */
    static double requireEpsilon(double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("epsilon must be greater than 0 and finite: " + value);
        }
        return value;
    }
}
