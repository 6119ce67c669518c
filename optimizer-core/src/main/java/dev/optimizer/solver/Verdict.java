package dev.optimizer.solver;

import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.Objective;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the point is that a run ended at, from the Hessian itself and not from the solver's word.
 *
 * @param kind minimum, maximum, saddle, degenerate, not stationary, or unknown
 * @param negativeEigenvalues how many eigenvalues of ∇²f are negative; −1 when unknown
 * @param smallestEigenvalue the smallest eigenvalue of ∇²f; NaN when unknown
 * @param decrement the Newton decrement ½·gᵀ(∇²f)⁻¹g, an estimate of f − f* near a minimum (Boyd and Vandenberghe,
 *     Convex Optimization, section 9.5.1); of f* − f near a maximum, with the sign reversed; NaN where the Hessian is
 *     not definite
 * @param byDifferences whether the second derivatives judged by are differences of the gradient, and not exact
 */
public record Verdict(
        PointKind kind, int negativeEigenvalues, double smallestEigenvalue, double decrement, boolean byDifferences) {
    /**
     * Relative to the largest, an eigenvalue below this times n is rounding error: a backward stable decomposition moves
     * eigenvalues by a small multiple of ε·‖A‖ (Golub and Van Loan, theorem 8.1.5). The factor 8 is ours.
     */
    private static final double ZERO_EIGENVALUE = 8 * Math.ulp(1.0);

    /**
     * Curvature counts as known when it changes by less than this fraction over the Newton step to the exact stationary
     * point. By the theorem of Newton and Kantorovich (Ortega and Rheinboldt 1970, theorem 12.6.2) a fraction of at most
     * ½ proves that a stationary point with a regular Hessian is there; near a degenerate one the fraction does not
     * shrink however close the point: it is 1 − ((p−2)/(p−1))^(p−2) for x^p, so ½ for x³, 0.56 for x⁴ and up to 0.63.
     */
    private static final double CURVATURE_CHANGE = 0.25;

    /**
     * Differences of the gradient tell an eigenvalue from zero only above this fraction of the largest: ε^(2/3) = 4e-11 times
     * some 10⁴ for functions whose higher derivatives are larger than the second.
     */
    private static final double DIFFERENCED_ZERO = 1e-6;

    /**
     * Points with more entries are not judged: three decompositions of a dense Hessian of this size take half a second,
     * and grow with the cube of it.
     */
    public static final int LARGEST_DIMENSION = 1000;

    /** A verdict by exact second derivatives. */
    public Verdict(PointKind kind, int negativeEigenvalues, double smallestEigenvalue, double decrement) {
        this(kind, negativeEigenvalues, smallestEigenvalue, decrement, false);
    }

    /**
     * Judges any point of any objective.
     *
     * @param objective the function; without second derivatives the verdict is unknown where the gradient vanishes
     * @param x (Input) the point. Not modified.
     * @param gradientTolerance the largest ‖∇f‖∞ that counts as zero
     */
    public static Verdict of(Objective objective, INDArray x, double gradientTolerance) {
        Point at = new Point(objective, new Evaluations());
        at.moveTo(Vector.copyOf(x));
        return of(at, new Point(objective, new Evaluations()), gradientTolerance);
    }

    /**
     * Judges a point.
     *
     * @param at the point; its objective is evaluated there, on {@code at}'s own counts
     * @param probe another point of the same objective, moved freely
     * @param gradientTolerance the largest ‖∇f‖∞ that counts as zero
     */
    private static Verdict of(Point at, Point probe, double gradientTolerance) {
        boolean stationary = at.gradientNorm() <= gradientTolerance && Double.isFinite(at.value());
        if (!at.isTwiceDifferentiable() || at.dimension() > LARGEST_DIMENSION) {
            return withoutEigenvalues(stationary ? PointKind.UNKNOWN : PointKind.NOT_STATIONARY);
        }
        SymmetricEigen eigen = new SymmetricEigen(at.dimension());
        if (!eigen.decompose(at.hessian())) {
            return withoutEigenvalues(stationary ? PointKind.DEGENERATE : PointKind.NOT_STATIONARY);
        }
        double smallest = eigen.values().get(0);
        double smallestMagnitude = smallestMagnitude(eigen);
        double largest = eigen.norm();
        // From here on eigen holds the decomposition of the scaled Hessian.
        ScaledHessian scaled = new ScaledHessian(at.hessian(), eigen);
        double zero = at.dimension() * ZERO_EIGENVALUE * eigen.norm();
        int negative = scaled.countBelow(-zero);
        int positive = scaled.countAbove(zero);
        boolean definite = negative == at.dimension() || positive == at.dimension();
        double decrement = definite ? scaled.decrement(at.gradient()) : Double.NaN;
        boolean resolved = at.hasExactHessian() || smallestMagnitude > DIFFERENCED_ZERO * largest;
        PointKind kind = stationary
                ? kind(
                        negative,
                        positive,
                        at.dimension(),
                        resolved && scaled.changesLittle(at, probe, CURVATURE_CHANGE))
                : PointKind.NOT_STATIONARY;
        return new Verdict(kind, negative, smallest, decrement, !at.hasExactHessian());
    }

    /** What is left of a verdict when the derivatives that it rests on are wrong. */
    Verdict withoutTrust() {
        return withoutEigenvalues(kind == PointKind.NOT_STATIONARY ? kind : PointKind.UNKNOWN);
    }

    private static double smallestMagnitude(SymmetricEigen eigen) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < eigen.values().length(); k++) {
            smallest = Math.min(smallest, Math.abs(eigen.values().get(k)));
        }
        return smallest;
    }

    private static Verdict withoutEigenvalues(PointKind kind) {
        return new Verdict(kind, -1, Double.NaN, Double.NaN);
    }

    private static PointKind kind(int negative, int positive, int n, boolean curvatureIsKnown) {
        if (negative + positive < n || !curvatureIsKnown) {
            return PointKind.DEGENERATE;
        }
        if (positive == n) {
            return PointKind.MINIMUM;
        }
        return negative == n ? PointKind.MAXIMUM : PointKind.SADDLE;
    }
}
