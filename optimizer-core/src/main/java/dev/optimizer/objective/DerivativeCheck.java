package dev.optimizer.objective;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;

/**
 * Compares derivatives with central differences of what they are the derivatives of: ∇f with f, and ∇²f with ∇f.
 *
 * <p>Each entry is differenced with a step of ∛ε relative to its variable, where truncation and rounding balance
 * (Nocedal and Wright, Numerical Optimization, 2nd ed., section 8.1), which leaves about ten correct digits of a
 * well-scaled smooth function. The error of an entry is relative to the larger of the entry and what rounding in f could
 * make of it. An entry that does not agree is differenced with a smaller step, too: where the two steps contradict each
 * other, because f changes within a step or rounding is all there is, nothing can be told.
 *
 * @param gradientError the largest relative error of an entry of ∇f; NaN when none is wrong for sure and one cannot be
 *     told, because it or f near the point is not finite, or differences say nothing
 * @param gradientEntry the index of that entry
 * @param hessianError likewise of an entry of ∇²f; also NaN when there is no Hessian
 * @param hessianRow the row of that entry; -1 when there is no Hessian
 * @param hessianColumn the column of that entry; -1 likewise
 */
public record DerivativeCheck(
        double gradientError, int gradientEntry, double hessianError, int hessianRow, int hessianColumn) {
    /** Errors up to this size are within what differences can show: ε^(2/3) times a hundred for ill-scaled functions. */
    public static final double TOLERANCE = 1e-6;

    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Two differences say the same if they differ by less than this part of what they say. */
    private static final double CONSISTENT = 0.1;

    /** Whether every derivative agrees with the differences to {@link #TOLERANCE}. */
    public boolean passed() {
        return gradientError <= TOLERANCE && (hessianRow < 0 || hessianError <= TOLERANCE);
    }

    /** Whether a derivative is wrong: neither right, nor one of which differences cannot tell. */
    public boolean failed() {
        return gradientError > TOLERANCE || hessianError > TOLERANCE;
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
        private final Worst gradientErrors = new Worst();
        private final Worst hessianErrors = new Worst();

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
            }
            double[] scales = {Math.abs(value), gradient.normInf()};
            for (int j = 0; j < n; j++) {
                checkVariable(j, hessian, scales);
            }
            boolean second = hessian != null;
            return new DerivativeCheck(
                    gradientErrors.error(),
                    gradientErrors.row(),
                    second ? hessianErrors.error() : Double.NaN,
                    second ? hessianErrors.row() : -1,
                    second ? hessianErrors.column() : -1);
        }

        /** @param scales the sizes of f and ∇f, which are differenced */
        private void checkVariable(int j, Matrix hessian, double[] scales) {
            double size = Math.abs(x.get(j));
            double[] coarse = slopes(j, STEP * Math.max(1, size));
            double[] fine = agree(j, hessian, coarse, scales)
                    ? coarse
                    : slopes(j, size > 0 && size < 1 ? STEP * size : STEP / 8 * Math.max(1, size));
            gradientErrors.add(error(gradient.get(j), coarse[n], fine[n], scales[0]), j, j);
            for (int i = 0; hessian != null && i < n; i++) {
                hessianErrors.add(error(hessian.get(i, j), coarse[i], fine[i], scales[1]), i, j);
            }
        }

        /** The differences of the entries of ∇f and, behind them, of f. */
        private double[] slopes(int j, double step) {
            double center = x.get(j);
            x.set(j, center + step);
            double right = x.get(j);
            double above = objective.gradient(x.array(), forward.array());
            x.set(j, center - step);
            double width = right - x.get(j);
            double below = objective.gradient(x.array(), backward.array());
            x.set(j, center);
            double[] slopes = new double[n + 1];
            for (int i = 0; i < n; i++) {
                slopes[i] = (forward.get(i) - backward.get(i)) / width;
            }
            slopes[n] = (above - below) / width;
            return slopes;
        }

        private boolean agree(int j, Matrix hessian, double[] slopes, double[] scales) {
            boolean agree = relative(gradient.get(j), slopes[n], scales[0]) <= TOLERANCE;
            for (int i = 0; hessian != null && i < n; i++) {
                agree &= relative(hessian.get(i, j), slopes[i], scales[1]) <= TOLERANCE;
            }
            return agree;
        }

        /** The smaller error of the two differences; if it is large, NaN unless both say so. */
        private static double error(double given, double coarse, double fine, double scale) {
            double first = relative(given, coarse, scale);
            double second = relative(given, fine, scale);
            if (first <= TOLERANCE || second <= TOLERANCE) {
                return first <= second ? first : second;
            }
            double size = Math.max(Math.abs(coarse), Math.abs(fine));
            double same = Math.max(CONSISTENT * size, TOLERANCE * Math.max(1, scale));
            return Math.abs(coarse - fine) <= same ? second : Double.NaN;
        }

        /** |given − measured| relative to the entry, or to 1 and the scale of what was differenced where those are larger. */
        private static double relative(double given, double measured, double scale) {
            return Math.abs(given - measured) / Math.max(Math.abs(given), Math.max(1, scale));
        }
    }

    /** The entry that counts: the most wrong one; if none is wrong, the first that cannot be told. */
    private static final class Worst {
        private double largest;
        private int largestRow;
        private int largestColumn;
        private int untoldRow = -1;
        private int untoldColumn;

        void add(double error, int row, int column) {
            if (error > largest) {
                largest = error;
                largestRow = row;
                largestColumn = column;
            } else if (Double.isNaN(error) && untoldRow < 0) {
                untoldRow = row;
                untoldColumn = column;
            }
        }

        private boolean isUntold() {
            return untoldRow >= 0 && largest <= TOLERANCE;
        }

        double error() {
            return isUntold() ? Double.NaN : largest;
        }

        int row() {
            return isUntold() ? untoldRow : largestRow;
        }

        int column() {
            return isUntold() ? untoldColumn : largestColumn;
        }
    }
}
