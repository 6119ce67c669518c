package dev.optimizer.solver;

import dev.optimizer.linalg.SymmetricEigen;

/** The second derivative test by all eigenvalues of a dense Hessian. */
final class DenseSecondOrderTest {
    /**
     * Relative to the largest, an eigenvalue below this times n is rounding error: a backward stable decomposition moves
     * eigenvalues by a small multiple of ε·‖A‖ (Golub and Van Loan, theorem 8.1.5). The factor 8 is ours.
     */
    static final double ZERO_EIGENVALUE = 8 * Math.ulp(1.0);

    /**
     * Curvature counts as known when it changes by less than this fraction over the Newton step to the exact stationary
     * point. By the theorem of Newton and Kantorovich (Ortega and Rheinboldt 1970, theorem 12.6.2) a fraction of at most
     * ½ proves that a stationary point with a regular Hessian is there; near a degenerate one the fraction does not
     * shrink however close the point: it is 1 − ((p−2)/(p−1))^(p−2) for x^p, so ½ for x³, 0.56 for x⁴ and up to 0.63.
     */
    static final double CURVATURE_CHANGE = 0.25;

    /**
     * Differences of the gradient tell an eigenvalue from zero only above this fraction of the largest: ε^(2/3) = 4e-11 times
     * some 10⁴ for functions whose higher derivatives are larger than the second.
     */
    static final double DIFFERENCED_ZERO = 1e-6;

    /**
     * Newton's method doubles its digits at each step once it is near a regular point: this many reach it from wherever a
     * gradient is small. Near a degenerate one each gains less than a digit.
     */
    private static final int NEWTON_STEPS = 10;

    private final int n;
    private final SymmetricEigen eigen;
    private final ScaledHessian scaled;

    DenseSecondOrderTest(int n) {
        this.n = n;
        this.eigen = new SymmetricEigen(n);
        this.scaled = new ScaledHessian(n, eigen);
    }

    /**
     * @param at the point, moved away at the end
     * @param probe another point of the same objective, moved freely
     * @param stationary whether the gradient counts as zero at the point
     */
    Verdict judge(Point at, Point probe, boolean stationary) {
        if (!eigen.decompose(at.hessian())) {
            return Verdict.withoutEigenvalues(stationary ? PointKind.DEGENERATE : PointKind.NOT_STATIONARY);
        }
        double smallest = eigen.values().get(0);
        boolean resolved = at.hasExactHessian() || smallestMagnitude() > DIFFERENCED_ZERO * eigen.norm();
        // From here on eigen holds the decomposition of the scaled Hessian.
        scaled.decompose(at.hessian());
        double zero = n * ZERO_EIGENVALUE * eigen.norm();
        int negative = scaled.countBelow(-zero);
        int positive = scaled.countAbove(zero);
        boolean definite = negative == n || positive == n;
        double decrement = definite ? scaled.decrement(at.gradient()) : Double.NaN;
        PointKind kind = PointKind.NOT_STATIONARY;
        if (stationary) {
            boolean regular = resolved && negative + positive == n;
            kind = regular && leadsToRegularPoint(at, probe, negative) ? kind(negative) : PointKind.DEGENERATE;
        }
        return new Verdict(kind, negative, smallest, decrement, !at.hasExactHessian());
    }

    /**
     * Whether Newton's method, from here on, comes to where curvature is known. A gradient within its tolerance can still be
     * far from the stationary point where some curvature is small beside the rest; at a degenerate point it never comes there.
     */
    private boolean leadsToRegularPoint(Point start, Point spare, int negative) {
        Point at = start;
        Point probe = spare;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double distance = scaled.distance(at.gradient());
            if (scaled.changesLittle(at, probe, CURVATURE_CHANGE)) {
                return true;
            }
            if (!scaled.decompose(probe.hessian())) {
                return false;
            }
            double zero = n * ZERO_EIGENVALUE * eigen.norm();
            boolean alike = scaled.countBelow(-zero) == negative && scaled.countAbove(zero) == n - negative;
            if (!alike || !(scaled.distance(probe.gradient()) < distance)) {
                return false;
            }
            Point free = at;
            at = probe;
            probe = free;
        }
        return false;
    }

    private double smallestMagnitude() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            smallest = Math.min(smallest, Math.abs(eigen.values().get(k)));
        }
        return smallest;
    }

    private PointKind kind(int negative) {
        if (negative == 0) {
            return PointKind.MINIMUM;
        }
        return negative == n ? PointKind.MAXIMUM : PointKind.SADDLE;
    }
}
