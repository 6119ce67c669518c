package dev.optimizer.solver;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;

/**
 * What the point is that a run ended at, from the Hessian itself and not from the solver's word.
 *
 * @param kind minimum, maximum, saddle, degenerate, not stationary, or unknown
 * @param negativeEigenvalues how many eigenvalues of ∇²f are negative; −1 when unknown
 * @param smallestEigenvalue the smallest eigenvalue of ∇²f; NaN when unknown
 * @param decrement the Newton decrement ½·gᵀ(∇²f)⁻¹g, an estimate of f − f* near a minimum (Boyd and Vandenberghe,
 *     Convex Optimization, section 9.5.1); of f* − f near a maximum, with the sign reversed; NaN where the Hessian is
 *     not definite
 */
public record Verdict(PointKind kind, int negativeEigenvalues, double smallestEigenvalue, double decrement) {
    /** The verdict where no Hessian is to be had. */
    private static Verdict withoutHessian(PointKind kind) {
        return new Verdict(kind, -1, Double.NaN, Double.NaN);
    }

    /**
     * An eigenvalue below this fraction of the largest one, times n, is rounding error: a backward stable decomposition
     * moves eigenvalues by a small multiple of ε·‖A‖ (Golub and Van Loan, theorem 8.1.5). The factor 8 is ours.
     */
    private static final double ZERO_EIGENVALUE = 8 * Math.ulp(1.0);

    /**
     * Curvature counts as known when it changes by less than this fraction over the Newton step to the exact stationary
     * point. By the theorem of Newton and Kantorovich (Ortega and Rheinboldt 1970, theorem 12.6.2) a fraction of at most
     * ½ proves that a stationary point is there with a regular Hessian; near a degenerate one the fraction does not shrink
     * however close the point: it is 1 − ((p−2)/(p−1))^(p−2) for x^p, so ½ for x³, 0.56 for x⁴ and up to 0.63.
     */
    private static final double CURVATURE_CHANGE = 0.25;

    /**
     * Judges a point.
     *
     * @param at the point; its objective is evaluated there and one Newton step away, under {@code at}'s own counts
     * @param probe another point of the same objective, moved freely
     * @param gradientTolerance the largest ‖∇f‖∞ that counts as zero
     */
    static Verdict of(Point at, Point probe, double gradientTolerance) {
        boolean stationary = at.gradientNorm() <= gradientTolerance && Double.isFinite(at.value());
        if (!at.isTwiceDifferentiable()) {
            return withoutHessian(stationary ? PointKind.UNKNOWN : PointKind.NOT_STATIONARY);
        }
        SymmetricEigen eigen = new SymmetricEigen(at.dimension());
        if (!eigen.decompose(at.hessian())) {
            return withoutHessian(stationary ? PointKind.DEGENERATE : PointKind.NOT_STATIONARY);
        }
        int n = at.dimension();
        double zero = n * ZERO_EIGENVALUE * eigen.norm();
        int negative = 0;
        int positive = 0;
        for (int k = 0; k < n; k++) {
            negative += eigen.values().get(k) < -zero ? 1 : 0;
            positive += eigen.values().get(k) > zero ? 1 : 0;
        }
        boolean definite = negative == n || positive == n;
        PointKind kind = !stationary
                ? PointKind.NOT_STATIONARY
                : negative + positive < n || !isCurvatureKnown(at, probe, eigen)
                        ? PointKind.DEGENERATE
                        : positive == n ? PointKind.MINIMUM : negative == n ? PointKind.MAXIMUM : PointKind.SADDLE;
        return new Verdict(kind, negative, eigen.values().get(0), definite ? decrement(at, eigen) : Double.NaN);
    }

    /** ½·gᵀH⁻¹g by the eigenvectors of H. */
    private static double decrement(Point at, SymmetricEigen eigen) {
        double sum = 0;
        for (int k = 0; k < at.dimension(); k++) {
            double component = eigen.project(k, at.gradient());
            sum += component * component / eigen.values().get(k);
        }
        return sum / 2;
    }

    /** Whether the Hessian stays what it is as far as the nearest exact stationary point is thought to be. */
    private static boolean isCurvatureKnown(Point at, Point probe, SymmetricEigen eigen) {
        int n = at.dimension();
        Vector step = Vector.zeros(n);
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            double value = eigen.values().get(k);
            smallest = Math.min(smallest, Math.abs(value));
            double length = -eigen.project(k, at.gradient()) / value;
            for (int i = 0; i < n; i++) {
                step.set(i, step.get(i) + length * eigen.vector(k, i));
            }
        }
        probe.moveTo(at, 1, step);
        return spectralNormOfDifference(probe.hessian(), at.hessian()) <= CURVATURE_CHANGE * smallest;
    }

    /** ‖A − B‖₂, NaN where an element is. */
    private static double spectralNormOfDifference(Matrix a, Matrix b) {
        int n = a.size();
        Matrix difference = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                difference.set(i, j, a.get(i, j) - b.get(i, j));
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(n);
        return eigen.decompose(difference) ? eigen.norm() : Double.NaN;
    }
}
