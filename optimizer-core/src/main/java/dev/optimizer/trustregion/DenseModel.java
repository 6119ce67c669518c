package dev.optimizer.trustregion;

import dev.optimizer.linalg.Cholesky;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import java.util.Locale;

/**
 * The model with the Hessian as a matrix, and the variables in the units that it suggests.
 *
 * <p>D² = |diag ∇²f|, except that an entry of D falls to no less than a third of what it was at the last point. So steps
 * do not depend on the units of the variables, as in MINPACK (Moré 1978), whose D never falls: on the problems of Moré,
 * Garbow and Hillstrom that takes 3 % more evaluations, no scaling at all 12 % more.
 */
final class DenseModel implements QuadraticModel {
    /** As for Newton's method: a Hessian of more has over 10⁸ entries, and a step takes minutes. */
    private static final int MOST_VARIABLES = 10_000;

    private static final double SLOWEST_FALL = 0.3;

    /** Relative to the largest, an eigenvalue below n times this is rounding error (Golub and Van Loan, theorem 8.1.5). */
    private static final double ZERO = 8 * Math.ulp(1.0);

    /** The same for differences of gradients, which tell curvature from none only above this fraction of the largest. */
    private static final double DIFFERENCED_ZERO = 1e-6;

    private final int n;
    private final Matrix hessian;
    private final Vector gradient;
    private final Vector scale;
    private final Cholesky cholesky;
    private final SymmetricEigen eigen;
    private double zero;
    private double xNorm;
    private boolean isDecomposed;
    private boolean isFinite;

    /** @throws IllegalArgumentException if there are more than 10,000 variables, before any memory is taken */
    DenseModel(int n) {
        requireFew(n);
        this.n = n;
        this.hessian = Matrix.zeros(n);
        this.gradient = Vector.zeros(n);
        this.scale = Vector.zeros(n);
        this.cholesky = new Cholesky(n);
        this.eigen = new SymmetricEigen(n);
    }

    private static void requireFew(long n) {
        if (n > MOST_VARIABLES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the Hessian of %d variables takes %.1f GB; a subproblem with a dense Hessian takes at most %d"
                            + " variables: use steihaug or gltr",
                    n,
                    n * n * 8e-9,
                    MOST_VARIABLES));
        }
    }

    @Override
    public void begin() {
        scale.fill(0);
    }

    @Override
    public void moveTo(Point at) {
        Matrix h = at.hessian();
        Vector g = at.gradient();
        for (int i = 0; i < n; i++) {
            double unit = Math.max(unit(h, i), SLOWEST_FALL * scale.get(i));
            scale.set(i, unit > 0 ? unit : 1);
            gradient.set(i, g.get(i) / scale.get(i));
            for (int j = 0; j <= i; j++) {
                double element = h.get(i, j) / scale.get(i) / scale.get(j);
                hessian.set(i, j, element);
                hessian.set(j, i, element);
            }
        }
        zero = n * (at.hasExactHessian() ? ZERO : DIFFERENCED_ZERO);
        xNorm = size(at.x());
        isDecomposed = false;
    }

    /** √|hᵢᵢ|; where that is 0 the root of the row's largest element. */
    private double unit(Matrix h, int i) {
        double unit = Math.abs(h.get(i, i));
        for (int j = 0; j < n && h.get(i, i) == 0; j++) {
            unit = Math.max(unit, Math.abs(h.get(i, j)));
        }
        return Math.sqrt(unit);
    }

    /** H; NaN or infinite where the Hessian is. */
    Matrix hessian() {
        return hessian;
    }

    /** Factors H + λI; whether it is positive definite, so that the factors can be used. */
    boolean factor(double lambda) {
        return cholesky.factor(hessian, lambda);
    }

    /** The factors of the last {@link #factor} that succeeded. */
    Cholesky factors() {
        return cholesky;
    }

    /** Decomposes H once per point; false if it is not finite. */
    boolean decompose() {
        if (!isDecomposed) {
            isFinite = eigen.decompose(hessian);
            isDecomposed = true;
        }
        return isFinite;
    }

    /** The decomposition that {@link #decompose} made. */
    SymmetricEigen eigen() {
        return eigen;
    }

    /** The magnitude below which an eigenvalue is rounding error. */
    double zeroEigenvalue() {
        return zero * eigen.norm();
    }

    /** The magnitude below which an entry of the gradient is rounding error: x is not known better than to ε·x. */
    double zeroGradient() {
        return zeroEigenvalue() * xNorm;
    }

    @Override
    public Vector gradient() {
        return gradient;
    }

    @Override
    public void multiply(Vector v, Vector hv) {
        hessian.multiply(v, hv);
    }

    @Override
    public void toStep(Vector s, Vector p) {
        for (int i = 0; i < n; i++) {
            p.set(i, s.get(i) / scale.get(i));
        }
    }

    @Override
    public double size(Vector x) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double element = x.get(i) * scale.get(i);
            sum += element * element;
        }
        return Math.sqrt(sum);
    }

    /** A factorisation tells sooner than a decomposition that there is none. */
    @Override
    public double negativeCurvature(Vector s) {
        if (factor(zero * hessian.normMax()) || !decompose() || !(eigen.values().get(0) < -zeroEigenvalue())) {
            return 0;
        }
        for (int i = 0; i < n; i++) {
            s.set(i, eigen.vector(0, i));
        }
        return eigen.values().get(0);
    }
}
