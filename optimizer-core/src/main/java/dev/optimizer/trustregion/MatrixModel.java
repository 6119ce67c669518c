package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.ShiftedHessian;

/**
 * The model with the Hessian as a matrix, dense or sparse, and the variables in the units that it suggests.
 *
 * <p>D² = |diag ∇²f|, except that an entry of D falls to no less than a third of what it was at the last point. So steps
 * do not depend on the units of the variables, as in MINPACK (Moré 1978), whose D never falls: on the problems of Moré,
 * Garbow and Hillstrom that takes 3 % more evaluations, no scaling at all 12 % more.
 */
final class MatrixModel implements QuadraticModel {
    private static final double SLOWEST_FALL = 0.3;

    /** Relative to the largest, an eigenvalue below n times this is rounding error (Golub and Van Loan, theorem 8.1.5). */
    private static final double ZERO = 8 * Math.ulp(1.0);

    /** The same for differences of gradients, which tell curvature from none only above this fraction of the largest. */
    private static final double DIFFERENCED_ZERO = 1e-6;

    private final int n;
    private final ShiftedHessian<?> hessian;
    private final Vector gradient;
    private final Vector scale;
    private final Vector units;
    private NegativeCurvature search;
    private double zero;
    private double xNorm;

    MatrixModel(ShiftedHessian<?> hessian, int n) {
        this.n = n;
        this.hessian = hessian;
        this.gradient = Vector.zeros(n);
        this.scale = Vector.zeros(n);
        this.units = Vector.zeros(n);
    }

    @Override
    public boolean serves(Point x0) {
        return hessian.serves(x0);
    }

    @Override
    public void begin() {
        scale.fill(0);
    }

    @Override
    public void moveTo(Point at) {
        hessian.moveTo(at);
        hessian.matrix().units(units);
        Vector g = at.gradient();
        for (int i = 0; i < n; i++) {
            double unit = Math.max(units.get(i), SLOWEST_FALL * scale.get(i));
            scale.set(i, unit > 0 ? unit : 1);
            gradient.set(i, g.get(i) / scale.get(i));
        }
        hessian.scale(scale);
        zero = at.hasExactHessian() ? n * ZERO : n * DIFFERENCED_ZERO;
        xNorm = size(at.x());
    }

    /** H; NaN or infinite where the Hessian is. */
    ShiftedHessian<?> hessian() {
        return hessian;
    }

    /** The magnitude relative to the norm of H below which an eigenvalue is rounding error. */
    double zero() {
        return zero;
    }

    /** ‖D·x‖₂ at the point of the model. */
    double xNorm() {
        return xNorm;
    }

    @Override
    public Vector gradient() {
        return gradient;
    }

    @Override
    public void multiply(Vector v, Vector hv) {
        hessian.matrix().multiply(v, hv);
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

    /** The memory for the search is taken when the first stationary point is met. */
    @Override
    public double negativeCurvature(Vector s) {
        if (search == null) {
            search = new NegativeCurvature(hessian, n);
        }
        return search.find(zero, s);
    }
}
