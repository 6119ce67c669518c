package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.Status;

/**
 * The way out of a saddle or maximum: along a direction of negative curvature, both ways, at ever shorter lengths, until f is
 * lower by a fraction of what the model promised. There is nothing to be had where the promise drowns in the rounding of f.
 */
final class SaddleExit {
    private static final double SHORTER = 0.25;

    /** How far to go for the size of x. */
    private static final double FRACTION = 0.1;

    private final QuadraticModel model;
    private final Vector s;
    private final Vector p;
    private double curvature;
    private double length;
    private double longest;

    SaddleExit(QuadraticModel model, int n) {
        this.model = model;
        this.s = Vector.zeros(n);
        this.p = Vector.zeros(n);
    }

    /** Forgets the run before. */
    void begin() {
        curvature = 0;
        longest = 0;
    }

    /** A step of that length was taken. */
    void note(double taken) {
        longest = Math.max(longest, taken);
    }

    /**
     * Moves the model to a point where ∇f vanishes, and looks whether there is a way out. The model takes the units of that
     * point alone: whether it is one to stop at must not depend on the way there.
     */
    boolean isOpenAt(Point stationary) {
        model.begin();
        model.moveTo(stationary);
        curvature = model.negativeCurvature(s);
        if (isOpen() && model.gradient().dot(s) > 0) {
            s.scale(-1);
        }
        return isOpen();
    }

    boolean isOpen() {
        return curvature < 0;
    }

    /**
     * Moves the trial to a lower point, and closes.
     *
     * @return {@link Status#RUNNING}, or {@link Status#STALLED} if there is no lower point that way
     */
    Status leave(Point current, Point trial) {
        model.toStep(s, p);
        double slope = model.gradient().dot(s);
        double bend = curvature;
        curvature = 0;
        for (length = first(current, bend); ; length *= SHORTER) {
            for (int sign = 1; sign >= -1; sign -= 2) {
                double predicted = -length * (sign * slope + length * bend / 2);
                trial.moveTo(current, sign * length, p);
                if (isLower(current, trial, predicted)) {
                    return Status.RUNNING;
                }
            }
            if (!(length * length * -bend > Math.ulp(current.value())
                    && trial.x().distanceInf(current.x()) > 0)) {
                return Status.STALLED;
            }
        }
    }

    /**
     * As far as the longest step before, as a fraction of x, and as a fall of f that shows well above its rounding, √ε·|f|,
     * asks for; where none of these says anything, the model's own unit.
     */
    private double first(Point current, double bend) {
        double visible = Math.sqrt(2 * Math.sqrt(Math.ulp(1.0)) * Math.abs(current.value()) / -bend);
        double far = Math.max(Math.max(longest, FRACTION * model.size(current.x())), visible);
        return far > 0 && far < Double.POSITIVE_INFINITY ? far : 1;
    }

    private static boolean isLower(Point current, Point trial, double predicted) {
        double decrease = current.value() - trial.value();
        return decrease > 0 && decrease >= SizeRule.ACCEPTABLE * predicted && decrease < Double.POSITIVE_INFINITY;
    }

    /** The length of the last way out. */
    double length() {
        return length;
    }
}
