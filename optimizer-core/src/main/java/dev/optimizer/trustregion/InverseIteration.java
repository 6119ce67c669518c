package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.ShiftedHessian;

/**
 * Looks for the leftmost eigenvector by inverse iteration, u ← (H + λI)⁻¹u (Golub and Van Loan, Matrix Computations, 4th ed.,
 * section 8.2.2): each multiplies the share of the others by the ratio of the shifted eigenvalues.
 */
final class InverseIteration {
    private final ShiftedHessian<?> hessian;
    private final Vector u;
    private final Vector before;
    private double residual;

    InverseIteration(ShiftedHessian<?> hessian, int n) {
        this.hessian = hessian;
        this.u = Vector.zeros(n);
        this.before = Vector.zeros(n);
        begin();
    }

    /** Forgets what was found; later runs go on from where the last one ended. */
    void begin() {
        u.fillRandom();
        u.scale(1 / u.norm2());
    }

    /**
     * Iterates with H + λI, which has been factored last; with w = (H + λI)⁻¹u and ‖u‖ = 1 the quotient of w is uᵀw/wᵀw.
     *
     * @return uᵀ(H + λI)u
     */
    double run(int steps) {
        double quotient = Double.POSITIVE_INFINITY;
        for (int i = 0; i < steps; i++) {
            before.copy(u);
            hessian.solve(u, u);
            double norm = u.norm2();
            quotient = before.dot(u) / norm / norm;
            residual = 1 / norm;
            u.scale(1 / norm);
        }
        return quotient;
    }

    /** The unit vector that was found. */
    Vector vector() {
        return u;
    }

    /** ‖(H + λI)u‖: of (H + λI)w = u with ‖u‖ = 1 there remains 1/‖w‖ for w/‖w‖. */
    double residual() {
        return residual;
    }
}
