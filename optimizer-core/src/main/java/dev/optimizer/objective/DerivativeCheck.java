package dev.optimizer.objective;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;

/**
 * Compares derivatives with central differences of what they are the derivatives of: ∇f with f, and ∇²f with ∇f.
 *
 * <p>Each entry is differenced with a step of ∛ε relative to its variable, where truncation and rounding balance
 * (Nocedal and Wright, Numerical Optimization, 2nd ed., section 8.1), which leaves about ten correct digits of a
 * well-scaled smooth function. The error of an entry is relative to the larger of the entry and what rounding in f could
 * make of it.
 *
 * @param gradientError the largest relative error of an entry of ∇f; NaN when f is not finite near the point
 * @param gradientEntry the index of that entry
 * @param hessianError the largest relative error of an entry of ∇²f; NaN when there is no Hessian or it cannot be told
 * @param hessianRow the row of that entry
 * @param hessianColumn the column of that entry
 */
public record DerivativeCheck(
        double gradientError, int gradientEntry, double hessianError, int hessianRow, int hessianColumn) {
    /** Errors up to this size are within what differences can show: ε^(2/3) times a hundred for ill-scaled functions. */
    public static final double TOLERANCE = 1e-6;

    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Whether every derivative agrees with the differences to {@link #TOLERANCE}. */
    public boolean passed() {
        return gradientError <= TOLERANCE && (Double.isNaN(hessianError) || hessianError <= TOLERANCE);
    }

    /**
     * Checks the derivatives at a point, with 2n evaluations of f and of ∇f.
     *
     * @param objective the function; its Hessian is checked if it offers one
     * @param x (Input) the point. Not modified.
     */
    public static DerivativeCheck at(Objective objective, Vector x) {
        return new Differences(objective, x).check();
    }

    private static final class Differences {
        private final Objective objective;
        private final int n;
        private final Vector x;
        private final Vector gradient;
        private final Vector forward;
        private final Vector backward;
        private double worstGradient;
        private int worstEntry;
        private double worstHessian = Double.NaN;
        private int worstRow;
        private int worstColumn;

        Differences(Objective objective, Vector at) {
            this.objective = objective;
            this.n = at.length();
            this.x = Vector.zeros(n);
            this.gradient = Vector.zeros(n);
            this.forward = Vector.zeros(n);
            this.backward = Vector.zeros(n);
            x.copy(at);
        }

        DerivativeCheck check() {
            double value = objective.gradient(x.array(), gradient.array());
            Matrix hessian = null;
            if (objective instanceof TwiceDifferentiable twice) {
                hessian = Matrix.zeros(n);
                twice.hessian(x.array(), hessian.array());
                worstHessian = 0;
            }
            double valueScale = Math.abs(value);
            double gradientScale = gradient.normInf();
            for (int j = 0; j < n; j++) {
                checkVariable(j, hessian, valueScale, gradientScale);
            }
            return new DerivativeCheck(worstGradient, worstEntry, worstHessian, worstRow, worstColumn);
        }

        private void checkVariable(int j, Matrix hessian, double valueScale, double gradientScale) {
            double center = x.get(j);
            double step = STEP * Math.max(1, Math.abs(center));
            x.set(j, center + step);
            double right = x.get(j);
            double above = objective.gradient(x.array(), forward.array());
            x.set(j, center - step);
            double left = x.get(j);
            double below = objective.gradient(x.array(), backward.array());
            x.set(j, center);
            double width = right - left;
            double error = error(gradient.get(j), (above - below) / width, valueScale);
            if (!(error <= worstGradient)) {
                worstGradient = error;
                worstEntry = j;
            }
            for (int i = 0; hessian != null && i < n; i++) {
                double difference = (forward.get(i) - backward.get(i)) / width;
                double entry = error(hessian.get(i, j), difference, gradientScale);
                if (!(entry <= worstHessian)) {
                    worstHessian = entry;
                    worstRow = i;
                    worstColumn = j;
                }
            }
        }

        /** |given − measured| relative to the entry, or to 1 and the scale of what was differenced where those are larger. */
        private static double error(double given, double measured, double scale) {
            return Math.abs(given - measured) / Math.max(Math.abs(given), Math.max(1, scale));
        }
    }
}
