package dev.optimizer.descent;

import dev.optimizer.linalg.Cholesky;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import java.util.Locale;

/**
 * Newton's direction p = −(∇²f)⁻¹∇f, with the Hessian modified where it is not positive definite (Nocedal and Wright,
 * section 3.4). A positive definite Hessian is never touched, so convergence near a minimum is quadratic.
 */
public final class Newton implements Direction {
    /** Where an eigenvalue is (nearly) zero, the step along its vector is held to 1/√ε of the shortest. */
    private static final double SMALLEST_RATIO = Math.sqrt(Math.ulp(1.0));

    /** The first shift relative to the largest element: β of algorithm 3.3, made scale-free. */
    private static final double FIRST_SHIFT = 1e-3;

    /**
     * Variables: a Hessian of more has over 10⁸ entries, and a step takes minutes. Larger problems are for methods that
     * need no Hessian.
     */
    private static final int MOST_VARIABLES = 10_000;

    private final HessianModification modification;
    private Cholesky cholesky;
    private SymmetricEigen eigen;

    public Newton(HessianModification modification) {
        this.modification = modification;
    }

    /** @throws IllegalArgumentException if there are more than 10,000 variables, before any memory is taken */
    @Override
    public void start(Point x0) {
        requireFew(x0.dimension());
        if (cholesky == null) {
            cholesky = new Cholesky(x0.dimension());
            eigen = new SymmetricEigen(x0.dimension());
        }
    }

    private static void requireFew(long n) {
        if (n > MOST_VARIABLES) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the Hessian of %d variables takes %.1f GB; Newton's method takes at most %d variables",
                    n,
                    n * n * 8e-9,
                    MOST_VARIABLES));
        }
    }

    @Override
    public void compute(Point at, Vector p) {
        Matrix hessian = at.hessian();
        if (cholesky.factor(hessian, 0) || modification == HessianModification.SHIFT && shift(hessian)) {
            cholesky.solve(at.gradient(), p);
            p.scale(-1);
        } else if (eigen.decompose(hessian)) {
            solveByEigenvectors(at.gradient(), p);
        } else {
            p.fill(Double.NaN);
        }
    }

    @Override
    public boolean isWellScaled() {
        return true;
    }

    /** Doubles the shift until A + τI can be factorised; false if A is not finite. */
    private boolean shift(Matrix a) {
        double scale = a.normMax();
        if (!Double.isFinite(scale) || scale == 0) {
            return false;
        }
        double smallestDiagonal = Double.POSITIVE_INFINITY;
        for (int i = 0; i < a.size(); i++) {
            smallestDiagonal = Math.min(smallestDiagonal, a.get(i, i));
        }
        double first = FIRST_SHIFT * scale;
        double shift = smallestDiagonal > 0 ? first : first - smallestDiagonal;
        // Gershgorin: n·scale makes any A diagonally dominant, so the loop ends.
        while (!cholesky.factor(a, shift)) {
            shift *= 2;
        }
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
