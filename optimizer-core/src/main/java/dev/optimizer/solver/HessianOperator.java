package dev.optimizer.solver;

import dev.optimizer.linalg.SymmetricOperator;
import dev.optimizer.linalg.Vector;

/**
 * The Hessian at a point, by products. Where it is sparse its diagonal is known, and the operator is D⁻¹·H·D⁻¹ with
 * D² = |diag H| as in {@link ScaledHessian}; otherwise D = I.
 */
final class HessianOperator implements SymmetricOperator {
    private final Vector scale;
    private final ShiftedHessian<?> sparse;
    private Point at;

    /** Takes the memory for points of the same objective as x0. */
    HessianOperator(Point x0) {
        this.scale = Vector.zeros(x0.dimension());
        this.sparse = x0.isSparse() ? ShiftedHessian.of(x0) : null;
    }

    /** The Hessian at a point in its own scale. */
    void moveTo(Point at) {
        this.at = at;
        scale.fill(1);
        if (sparse != null) {
            sparse.moveTo(at);
            sparse.matrix().units(scale);
            for (int i = 0; i < scale.length(); i++) {
                double unit = scale.get(i);
                scale.set(i, unit > 0 && unit < Double.POSITIVE_INFINITY ? unit : 1);
            }
            sparse.scale(scale);
        }
    }

    /** The Hessian at a point in the scale of another. */
    void moveTo(Point at, HessianOperator other) {
        this.at = at;
        scale.copy(other.scale);
        if (sparse != null) {
            sparse.moveTo(at);
            sparse.scale(scale);
        }
    }

    boolean isScaled() {
        return sparse != null;
    }

    /** H itself. */
    SymmetricOperator unscaled() {
        return sparse != null ? at.sparseHessian() : at::multiply;
    }

    @Override
    public void multiply(Vector v, Vector av) {
        if (sparse != null) {
            sparse.matrix().multiply(v, av);
        } else {
            at.multiply(v, av);
        }
    }

    /** to ← D⁻¹·v, which brings gradients into this scale and steps back from it. May be v itself. */
    void divideByScale(Vector v, Vector to) {
        for (int i = 0; i < v.length(); i++) {
            to.set(i, v.get(i) / scale.get(i));
        }
    }

    /** An upper bound of the largest |λ| of the scaled Hessian; only if {@link #isFactorable}. */
    double norm() {
        return sparse.matrix().norm1();
    }

    /** Whether {@link #factor} is to be had. */
    boolean isFactorable() {
        return sparse != null;
    }

    /** Whether all eigenvalues of the scaled Hessian exceed {@code bound}, by Cholesky's factorisation of H − bound·D². */
    boolean factor(double bound) {
        return sparse.factor(-bound);
    }

    /** x ← (scaled Hessian)⁻¹·b by the last successful {@link #factor}. */
    void solve(Vector b, Vector x) {
        sparse.solve(b, x);
    }
}
