package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;

/**
 * The secular equation by a factorisation for each λ: Newton's method within an interval that holds the solution (Moré and
 * Sorensen 1983, algorithm 3.14; Conn, Gould and Toint 2000, algorithm 7.3.4).
 */
final class FactoredSecular implements Secular {
    /** Newton's method converges quadratically; this is a guard. */
    private static final int MOST_ITERATIONS = 100;

    /** ‖p‖ is as good as its bound within this. */
    private static final double TOLERANCE = 1e-6;

    /**
     * A near-null vector makes up the length where that leaves a residual of at most this, relative to ‖H‖·‖s‖ + ‖g‖ (the normwise
     * backward error, Rigal and Gaches 1967). The book's rule, a loss of 1e-4 of the decrease, would end the easy case too,
     * with a residual of the root of that, and −gᵀs would no longer tell what the step is worth.
     */
    private static final double HARD = 1e-12;

    /** Where in the interval to look when Newton's method leaves it: θ of the book. */
    private static final double THETA = 0.01;

    private final ShiftedSystem system;
    private final Bound bound;
    private double hessianNorm;
    private double low;
    private double high;

    FactoredSecular(ShiftedSystem system, Bound bound) {
        this.system = system;
        this.bound = bound;
    }

    @Override
    public void begin() {
        system.begin();
    }

    @Override
    public void reset() {}

    @Override
    public double solve(double size, Vector s) {
        hessianNorm = system.hessianNorm();
        low = Math.max(0, bound.least(hessianNorm, 0, system.gradientNorm(), size));
        // Without a gradient the bound may be −λ₁ itself, where there are no factors.
        high = Math.max(low, bound.least(-hessianNorm, 0, system.gradientNorm(), size)) + HARD * hessianNorm;
        if (high == 0) {
            // Without gradient and Hessian there is nowhere to go.
            s.fill(0);
            return 0;
        }
        if (!(high < Double.POSITIVE_INFINITY)) {
            s.fill(Double.NaN);
            return Double.NaN;
        }
        double lambda = low;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            if (!system.solve(lambda)) {
                low = Math.max(low, lambda);
                lambda = between();
            } else {
                double length = bound.length(lambda, size);
                double tau = missing(lambda, length);
                if (!Double.isNaN(tau)) {
                    system.write(tau, s);
                    return lambda;
                }
                double next = lambda + bound.newton(lambda, size, system.norm(), system.slope());
                lambda = next > low && next < high ? next : system.norm() < length ? nearLow() : between();
            }
        }
        return last(size, s);
    }

    /** How much of the near-null vector to add if that ends the solve; NaN if it goes on, with a smaller interval. */
    private double missing(double lambda, double length) {
        double norm = system.norm();
        if (Math.abs(norm - length) <= TOLERANCE * length || norm < length && lambda == 0) {
            return 0;
        }
        if (norm > length) {
            low = Math.max(low, lambda);
            return Double.NaN;
        }
        high = Math.min(high, lambda);
        double curvature = system.nearNull();
        low = Math.max(low, lambda - curvature);
        double tau = system.toLength(length);
        double residual = Math.abs(tau) * system.nearNullResidual();
        return residual <= HARD * (hessianNorm * length + system.gradientNorm()) ? tau : Double.NaN;
    }

    /** Where H + λI was indefinite, the solution may be anywhere above. */
    private double between() {
        return Math.max(Math.sqrt(low * high), nearLow());
    }

    /** Where p was too short, the near-null vector has made low a close bound of −λ₁: the hard case is just above. */
    private double nearLow() {
        return low + THETA * (high - low);
    }

    /** The interval has shrunk to rounding: its upper end is as good as any. */
    private double last(double size, Vector s) {
        if (!system.solve(high)) {
            s.fill(Double.NaN);
            return Double.NaN;
        }
        double length = bound.length(high, size);
        boolean isShort = system.norm() < length && system.nearNull() < Double.POSITIVE_INFINITY;
        system.write(isShort ? system.toLength(length) : 0, s);
        return high;
    }
}
