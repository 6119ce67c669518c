package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.Solver;
import dev.optimizer.solver.Status;

/**
 * The trust region method: minimise a quadratic model within a region, take the step if f falls as the model predicts,
 * else shrink the region (Conn, Gould and Toint 2000, algorithm 6.1.1), and adaptive cubic regularisation, which is the same
 * loop with a cubic term in place of the radius (Cartis, Gould and Toint 2011, Math. Program. 127, 245–295).
 *
 * <p>A step ends at a point that is accepted: trials that are rejected cost a value of f each, and nothing else.
 */
public final class TrustRegionSolver implements Solver {
    /** Values that agree to this many units in the last place are left to the slopes: see Hager and Zhang 2005. */
    private static final double ROUNDING = 4096 * Math.ulp(1.0);

    private final Subproblem subproblem;
    private final SizeRule rule;
    private final double firstSize;
    private final boolean escapesSaddles;
    private QuadraticModel model;
    private SaddleExit exit;
    private Vector s;
    private Vector p;
    private double size;

    private TrustRegionSolver(Subproblem subproblem, double firstSize, boolean escapesSaddles) {
        this.subproblem = subproblem;
        this.rule = subproblem.bound() == Bound.RADIUS ? SizeRule.RADIUS : SizeRule.CUBIC;
        this.firstSize = firstSize;
        this.escapesSaddles = escapesSaddles;
    }

    /** A trust region with the nearly exact minimiser of its model. */
    public static TrustRegionSolver nearlyExact() {
        return of(new NearlyExact());
    }

    /** A trust region whose first radius comes from the best step along −∇f, and which leaves saddles. */
    public static TrustRegionSolver of(Subproblem subproblem) {
        return new TrustRegionSolver(subproblem, 0, true);
    }

    /** Adaptive cubic regularisation with the nearly exact minimiser of its model; it leaves saddles. */
    public static TrustRegionSolver cubicRegularization() {
        return of(new NearlyExact(Bound.CUBIC));
    }

    /**
     * The same with another first radius.
     *
     * @param radius in the units of the model, for which see {@link Subproblem}
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public TrustRegionSolver withRadius(double radius) {
        if (!(radius > 0 && radius < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("radius must be greater than 0 and finite: " + radius);
        }
        return new TrustRegionSolver(subproblem, radius, escapesSaddles);
    }

    /** The same, which leaves saddles or stops at them. */
    public TrustRegionSolver escapingSaddles(boolean escapes) {
        return new TrustRegionSolver(subproblem, firstSize, escapes);
    }

    @Override
    public void start(Point x0) {
        if (p == null || !model.serves(x0)) {
            allocate(x0);
        }
        model.begin();
        subproblem.begin();
        exit.begin();
        size = firstSize;
    }

    private void allocate(Point x0) {
        int n = x0.dimension();
        model = subproblem.allocate(x0);
        exit = new SaddleExit(model, n);
        s = Vector.zeros(n);
        p = Vector.zeros(n);
    }

    /** The radius, or 1/σ, that the next step will begin with. */
    @Override
    public double stepLength() {
        return size;
    }

    @Override
    public boolean isContentAt(Point stationary) {
        return !escapesSaddles || !exit.isOpenAt(stationary);
    }

    @Override
    public Status step(Point current, Point trial) {
        if (exit.isOpen()) {
            return leave(current, trial);
        }
        model.moveTo(current);
        subproblem.reset();
        if (size == 0) {
            size = first(current);
        }
        while (size > 0) {
            double predicted = subproblem.solve(size, s);
            model.toStep(s, p);
            trial.moveTo(current, 1, p);
            // Written so that NaN ends the loop.
            if (!(predicted > 0 && trial.x().distanceInf(current.x()) > 0)) {
                return Status.STALLED;
            }
            if (isAccepted(current, trial, predicted)) {
                return Status.RUNNING;
            }
        }
        return Status.STALLED;
    }

    private boolean isAccepted(Point current, Point trial, double predicted) {
        double difference = current.value() - trial.value();
        boolean noise = Math.abs(difference) <= ROUNDING * Math.abs(current.value());
        double decrease = noise ? -(current.gradient().dot(p) + trial.gradient().dot(p)) / 2 : difference;
        double ratio = decrease / predicted;
        double gradientNorm = model.gradient().norm2();
        if (ratio >= SizeRule.ACCEPTABLE && ratio < Double.POSITIVE_INFINITY) {
            exit.note(s.norm2());
            size = rule.accepted(size, s.norm2(), gradientNorm, predicted, ratio);
            return true;
        }
        size = rule.rejected(size, s.norm2(), gradientNorm, model.gradient().dot(s), decrease);
        return false;
    }

    /** From the best step along −g; where g has no positive curvature, from the size of x. */
    private double first(Point x0) {
        Vector g = model.gradient();
        model.multiply(g, s);
        double norm = g.norm2();
        double curvature = g.dot(s) / norm / norm;
        if (curvature > 0) {
            return rule.first(norm, curvature);
        }
        double xNorm = model.size(x0.x());
        return rule.first(1, 10 / (xNorm > 0 ? xNorm : 10));
    }

    /** Leaves a saddle; the region is then at least as large as the way that was gone. */
    private Status leave(Point current, Point trial) {
        Status status = exit.leave(current, trial);
        size = Math.max(size, rule.first(1, 1 / exit.length()));
        return status;
    }
}
