package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;

/**
 * How well an iterative method is to solve the model at a point: the residual may be min(0.1, √(‖g‖/‖g₀‖)) of ‖g‖, so that
 * convergence is superlinear (Nocedal and Wright, eq. 7.3, made free of the units of f).
 */
final class Forcing {
    /** The book has ½; ours is tighter, as a point is taken to be dearer than a product. */
    private static final double MOST = 0.1;

    private double first;
    private double tolerance;

    void begin() {
        first = 0;
    }

    /** The model has moved to where its gradient is g. */
    void next(Vector g) {
        double norm = g.norm2();
        if (first == 0) {
            first = norm;
        }
        tolerance = norm < first ? Math.min(MOST, Math.sqrt(norm / first)) : MOST;
    }

    double tolerance() {
        return tolerance;
    }

    /** In exact arithmetic n products suffice; rounding may ask for several times as many. */
    static int mostProducts(int n) {
        return Math.multiplyExact(10, Math.min(n, 1000));
    }
}
