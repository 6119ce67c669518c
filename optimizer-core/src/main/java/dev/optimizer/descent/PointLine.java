package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/** φ(α) = f(x + αp), evaluated at a trial point that moves only when α changes: nothing is computed twice. */
final class PointLine implements Line {
    private final Vector p;
    private Vector hessianTimesP;
    private Point from;
    private Point trial;
    private double alpha;
    private double slope0;
    private double longest;

    /** @param p the direction; read anew at each search */
    PointLine(Vector p) {
        this.p = p;
    }

    void start(Point from, Point trial) {
        this.from = from;
        this.trial = trial;
        this.alpha = Double.NaN;
        this.slope0 = from.gradient().dot(p);
        this.longest = 0;
    }

    /** φ′(0) = ∇f(x)ᵀp. */
    double slope0() {
        return slope0;
    }

    /** Moves the trial point to x + αp unless it is there already. */
    void moveTo(double alpha) {
        if (alpha != this.alpha) {
            trial.moveTo(from, alpha, p);
            this.alpha = alpha;
            this.longest = Math.max(longest, alpha);
        }
    }

    @Override
    public double value(double alpha) {
        moveTo(alpha);
        return trial.value();
    }

    @Override
    public double slope(double alpha) {
        moveTo(alpha);
        return trial.gradient().dot(p);
    }

    /** The memory for the product is taken when it is first asked for, as a {@link Point}'s for its Hessian is. */
    @Override
    public double curvature() {
        if (hessianTimesP == null) {
            hessianTimesP = Vector.zeros(p.length());
        }
        from.multiply(p, hessianTimesP);
        return p.dot(hessianTimesP);
    }

    /** Whether steps were tried, and even the longest promised less than f can show. */
    boolean isAtRoundOff() {
        return longest > 0 && longest * Math.abs(slope0) <= SufficientDecrease.ROUNDING * Math.abs(from.value());
    }
}
