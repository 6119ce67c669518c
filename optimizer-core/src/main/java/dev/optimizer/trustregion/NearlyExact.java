package dev.optimizer.trustregion;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.ShiftedHessian;

/**
 * The minimiser of the model within the region, to many digits (Moré and Sorensen 1983, SIAM J. Sci. Stat. Comput. 4,
 * 553–572): p = −(H + λI)⁻¹g with the λ ≥ 0 that makes H + λI positive semidefinite and ‖p‖ what it should be.
 *
 * <p>Newton's step is tried first. Where it is too long, or H is not positive definite, few variables are decomposed into
 * eigenvectors once per point, whatever the number of sizes tried; many are factored once per λ.
 */
public final class NearlyExact extends Subproblem {
    /** Up to so many variables decompositions are cheap, and they alone tell what of a singular H is rounding. */
    private static final int EIGEN_SIZE = 24;

    private final Bound bound;
    private MatrixModel model;
    private ShiftedHessian<?> hessian;
    private Secular secular;
    private Vector newton;
    private double newtonNorm;

    /** For a trust region. */
    public NearlyExact() {
        this(Bound.RADIUS);
    }

    NearlyExact(Bound bound) {
        this.bound = bound;
    }

    @Override
    Bound bound() {
        return bound;
    }

    @Override
    QuadraticModel allocate(Point x0) {
        newton = Vector.zeros(x0.dimension());
        return x0.dimension() <= EIGEN_SIZE ? decomposing(x0) : factoring(x0);
    }

    private MatrixModel decomposing(Point x0) {
        ShiftedHessian<Matrix> dense = ShiftedHessian.dense(x0);
        hessian = dense;
        model = new MatrixModel(dense, x0.dimension());
        secular = new EigenSecular(model, dense, bound);
        return model;
    }

    private MatrixModel factoring(Point x0) {
        hessian = ShiftedHessian.of(x0);
        model = new MatrixModel(hessian, x0.dimension());
        secular = new FactoredSecular(new MatrixSystem(model), bound);
        return model;
    }

    @Override
    void begin() {
        secular.begin();
    }

    @Override
    void reset() {
        newtonNorm = Double.POSITIVE_INFINITY;
        if (bound == Bound.RADIUS && hessian.factor(0)) {
            hessian.solve(model.gradient(), newton);
            newton.scale(-1);
            newtonNorm = newton.norm2();
        }
        secular.reset();
    }

    @Override
    double solve(double size, Vector s) {
        if (newtonNorm <= size) {
            s.copy(newton);
            return -model.gradient().dot(s) / 2;
        }
        double lambda = secular.solve(size, s);
        double norm = s.norm2();
        // −gᵀs = sᵀHs + λ‖s‖², so that nothing cancels.
        return (lambda * norm * norm - model.gradient().dot(s)) / 2;
    }
}
