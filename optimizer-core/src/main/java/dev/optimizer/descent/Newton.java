package dev.optimizer.descent;

import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.ShiftedHessian;

/**
 * Newton's direction p = −(∇²f)⁻¹∇f, with the Hessian modified where it is not positive definite (Nocedal and Wright,
 * section 3.4). A positive definite Hessian is never touched, so convergence near a minimum is quadratic. A large sparse Hessian
 * is factorised as such; its eigenvalues are not to be had, so where they would be flipped it is shifted.
 */
public final class Newton implements Direction {
    /** Where an eigenvalue is (nearly) zero, the step along its vector is held to 1/√ε of the shortest. */
    private static final double SMALLEST_RATIO = Math.sqrt(Math.ulp(1.0));

    private final HessianModification modification;
    private ShiftedHessian<?> system;
    private SymmetricEigen eigen;

    public Newton(HessianModification modification) {
        this.modification = modification;
    }

    /**
     * @throws IllegalArgumentException if there are more than 10,000 variables, before any memory is taken; a sparse Hessian
     *     may have any number, unless it is not to be modified
     */
    @Override
    public void start(Point x0) {
        if (system == null || !system.serves(x0)) {
            boolean sparse = x0.isSparse() && modification != HessianModification.NONE;
            system = sparse ? ShiftedHessian.of(x0) : ShiftedHessian.dense(x0);
            eigen = sparse ? null : new SymmetricEigen(x0.dimension());
        }
    }

    @Override
    public void compute(Point at, Vector p) {
        boolean shifts = eigen == null || modification == HessianModification.SHIFT;
        system.moveTo(at);
        if (system.factor(0) || shifts && !Double.isNaN(system.factorModified())) {
            system.solve(at.gradient(), p);
            p.scale(-1);
        } else if (eigen != null && eigen.decompose(at.hessian())) {
            solveByEigenvectors(at.gradient(), p);
        } else {
            p.fill(Double.NaN);
        }
    }

    @Override
    public boolean isWellScaled() {
        return true;
    }

    /** p ← −Σ vᵢ·(vᵢᵀg)/λᵢ with the eigenvalues modified as asked; infinite or NaN where an unmodified one is zero. */
    private void solveByEigenvectors(Vector g, Vector p) {
        double smallest = SMALLEST_RATIO * eigen.norm();
        p.fill(0);
        for (int k = 0; k < g.length(); k++) {
            double lambda = eigen.values().get(k);
            double divisor = modification == HessianModification.NONE ? lambda : Math.max(Math.abs(lambda), smallest);
            double length = -eigen.project(k, g) / divisor;
            for (int i = 0; i < p.length(); i++) {
                p.set(i, p.get(i) + length * eigen.vector(k, i));
            }
        }
    }
}
