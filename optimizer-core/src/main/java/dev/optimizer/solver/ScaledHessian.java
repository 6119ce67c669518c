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
    private final double[] scale;
    private final SymmetricEigen eigen;

    /**
     * @param hessian (Input) finite, symmetric
     * @param eigen room for a decomposition of its size; in use from now on
     */
    ScaledHessian(Matrix hessian, SymmetricEigen eigen) {
        this.n = hessian.size();
        this.scale = scale(hessian);
        this.eigen = eigen;
        eigen.decompose(scaled(hessian));
    }

    /** √|hᵢᵢ|; where that is 0 the root of the row's largest element, or 1 for a row of zeros. */
    private static double[] scale(Matrix hessian) {
        double[] scale = new double[hessian.size()];
        for (int i = 0; i < scale.length; i++) {
            double unit = Math.abs(hessian.get(i, i));
            for (int j = 0; j < scale.length && hessian.get(i, i) == 0; j++) {
                unit = Math.max(unit, Math.abs(hessian.get(i, j)));
            }
            scale[i] = unit == 0 ? 1 : Math.sqrt(unit);
        }
        return scale;
    }

    private Matrix scaled(Matrix matrix) {
        Matrix result = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result.set(i, j, matrix.get(i, j) / scale[i] / scale[j]);
            }
        }
        return result;
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
        Vector g = scaled(gradient);
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double component = eigen.project(k, g);
            sum += component * component / eigen.values().get(k);
        }
        return sum / 2;
    }

    /**
     * Whether ‖S(x + p) − S(x)‖₂ is at most a fraction of the smallest |λ(S)|, where p is the Newton step. NaN and
     * infinity on the way mean no.
     */
    boolean changesLittle(Point at, Point probe, double fraction) {
        probe.moveTo(at, 1, newtonStep(at.gradient()));
        Matrix difference = Matrix.zeros(n);
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, Math.abs(eigen.values().get(i)));
            for (int j = 0; j < n; j++) {
                difference.set(i, j, probe.hessian().get(i, j) - at.hessian().get(i, j));
            }
        }
        SymmetricEigen change = new SymmetricEigen(n);
        return change.decompose(scaled(difference)) && change.norm() <= fraction * smallest;
    }

    private Vector newtonStep(Vector gradient) {
        Vector g = scaled(gradient);
        Vector step = Vector.zeros(n);
        for (int k = 0; k < n; k++) {
            double length = -eigen.project(k, g) / eigen.values().get(k);
            for (int i = 0; i < n; i++) {
                step.set(i, step.get(i) + length * eigen.vector(k, i) / scale[i]);
            }
        }
        return step;
    }

    private Vector scaled(Vector vector) {
        Vector result = Vector.zeros(n);
        for (int i = 0; i < n; i++) {
            result.set(i, vector.get(i) / scale[i]);
        }
        return result;
    }
}
