package dev.optimizer.solver;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;

/**
 * The Hessian in units in which its diagonal is ±1: S = D⁻¹·H·D⁻¹ with D² = |diag H|.
 *
 * <p>By Sylvester's law of inertia S has as many negative, zero and positive eigenvalues as H (Golub and Van Loan, theorem
 * 8.1.17), but they no longer depend on the units of the variables: with them a minimum can be told from a degenerate
 * point even where, as in Powell's badly scaled problem, the eigenvalues of H itself are 10¹⁸ apart.
 */
final class ScaledHessian {
    private final int n;
    private final Vector scale;
    private final SymmetricEigen eigen;
    private final SymmetricEigen change;
    private final Matrix matrix;
    private final Vector vector;
    private final Vector step;

    /**
     * Takes the memory for Hessians of n variables.
     *
     * @param eigen room for a decomposition of this size, in use from {@link #decompose} on
     */
    ScaledHessian(int n, SymmetricEigen eigen) {
        this.n = n;
        this.scale = Vector.zeros(n);
        this.eigen = eigen;
        this.change = new SymmetricEigen(n);
        this.matrix = Matrix.zeros(n);
        this.vector = Vector.zeros(n);
        this.step = Vector.zeros(n);
    }

    /**
     * @param hessian (Input) symmetric
     * @return false if it is not finite
     */
    boolean decompose(Matrix hessian) {
        hessian.units(scale);
        for (int i = 0; i < n; i++) {
            scale.set(i, scale.get(i) == 0 ? 1 : scale.get(i));
        }
        matrix.copyScaled(hessian, scale);
        return eigen.decompose(matrix);
    }

    int countBelow(double bound) {
        int count = 0;
        for (int k = 0; k < n; k++) {
            count += eigen.values().get(k) < bound ? 1 : 0;
        }
        return count;
    }

    int countAbove(double bound) {
        int count = 0;
        for (int k = 0; k < n; k++) {
            count += eigen.values().get(k) > bound ? 1 : 0;
        }
        return count;
    }

    /** ½·gᵀH⁻¹g, which no scaling changes. */
    double decrement(Vector gradient) {
        scale(gradient);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double component = eigen.project(k, vector);
            sum += component * component / eigen.values().get(k);
        }
        return sum / 2;
    }

    /** √(gᵀ|H|⁻¹g): how far from a stationary point a gradient says that it is, whatever the signs of the curvature. */
    double distance(Vector gradient) {
        scale(gradient);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double component = eigen.project(k, vector);
            sum += component * component / Math.abs(eigen.values().get(k));
        }
        return Math.sqrt(sum);
    }

    /**
     * Whether ‖S(x + p) − S(x)‖₂ is at most a fraction of the smallest |λ(S)|, where p is the Newton step. NaN and
     * infinity on the way mean no.
     */
    boolean changesLittle(Point at, Point probe, double fraction) {
        computeNewtonStep(at.gradient());
        probe.moveTo(at, 1, step);
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, Math.abs(eigen.values().get(i)));
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, probe.hessian().get(i, j) - at.hessian().get(i, j));
            }
        }
        matrix.copyScaled(matrix, scale);
        return change.decompose(matrix) && change.norm() <= fraction * smallest;
    }

    private void computeNewtonStep(Vector gradient) {
        scale(gradient);
        step.fill(0);
        for (int k = 0; k < n; k++) {
            double length = -eigen.project(k, vector) / eigen.values().get(k);
            for (int i = 0; i < n; i++) {
                step.set(i, step.get(i) + length * eigen.vector(k, i) / scale.get(i));
            }
        }
    }

    /** vector ← D⁻¹·gradient */
    private void scale(Vector gradient) {
        for (int i = 0; i < n; i++) {
            vector.set(i, gradient.get(i) / scale.get(i));
        }
    }
}
