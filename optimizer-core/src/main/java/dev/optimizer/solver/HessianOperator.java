package dev.optimizer.solver;

import dev.optimizer.linalg.SparseCholesky;
import dev.optimizer.linalg.SparseMatrix;
import dev.optimizer.linalg.SymmetricOperator;
import dev.optimizer.linalg.Vector;

/**
 * The Hessian at a point, by products. Where it is sparse its diagonal is known, and the operator is D⁻¹·H·D⁻¹ with
 * D² = |diag H| as in {@link ScaledHessian}; otherwise D = I.
 */
final class HessianOperator implements SymmetricOperator {
    private final Vector scale;
    private final Vector work;
    private Point at;
    private boolean scaled;
    private SparseCholesky cholesky;

    HessianOperator(int n) {
        this.scale = Vector.zeros(n);
        this.work = Vector.zeros(n);
    }

    /** The Hessian at a point in its own scale. */
    void moveTo(Point at) {
        this.at = at;
        this.scaled = at.isSparse();
        for (int i = 0; i < scale.length(); i++) {
            double unit = scaled ? Math.abs(at.sparseHessian().diagonal(i)) : 1;
            scale.set(i, unit > 0 && unit < Double.POSITIVE_INFINITY ? Math.sqrt(unit) : 1);
        }
    }

    /** The Hessian at a point in the scale of another. */
    void moveTo(Point at, HessianOperator other) {
        this.at = at;
        this.scaled = other.scaled;
        scale.copy(other.scale);
    }

    boolean isScaled() {
        return scaled;
    }

    /** H itself. */
    SymmetricOperator unscaled() {
        return scaled ? at.sparseHessian() : at::multiply;
    }

    @Override
    public void multiply(Vector v, Vector av) {
        if (!scaled) {
            at.multiply(v, av);
            return;
        }
        divideByScale(v, work);
        at.sparseHessian().multiply(work, av);
        divideByScale(av, av);
    }

    /** to ← D⁻¹·v, which brings gradients into this scale and steps back from it. May be v itself. */
    void divideByScale(Vector v, Vector to) {
        for (int i = 0; i < v.length(); i++) {
            to.set(i, v.get(i) / scale.get(i));
        }
    }

    /** Whether {@link #factor} is to be had. */
    boolean isFactorable() {
        return scaled;
    }

    /** Whether all eigenvalues of the scaled Hessian exceed {@code bound}, by Cholesky's factorisation of H − bound·D². */
    boolean factor(double bound) {
        SparseMatrix hessian = at.sparseHessian();
        if (cholesky == null) {
            cholesky = new SparseCholesky(hessian);
        }
        return cholesky.factorScaled(hessian, scale, -bound);
    }

    /** x ← (scaled Hessian)⁻¹·b by the last successful {@link #factor}. */
    void solve(Vector b, Vector x) {
        cholesky.solve(b, x);
    }
}
