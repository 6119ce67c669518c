package dev.optimizer.solver;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.Objective;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the point is that a run ended at, from the Hessian itself and not from the solver's word.
 *
 * @param kind minimum, maximum, saddle, degenerate, not stationary, or unknown
 * @param negativeEigenvalues how many eigenvalues of ∇²f are negative, at least so many where there are more than
 *     {@link #LARGEST_DENSE} variables; −1 when unknown
 * @param smallestEigenvalue the smallest eigenvalue of ∇²f; NaN when unknown
 * @param decrement the Newton decrement ½·gᵀ(∇²f)⁻¹g, an estimate of f − f* near a minimum (Boyd and Vandenberghe,
 *     Convex Optimization, section 9.5.1); of f* − f near a maximum, with the sign reversed; NaN where the Hessian is
 *     not definite
 * @param byDifferences whether the second derivatives judged by are differences of the gradient, and not exact
 */
public record Verdict(
        PointKind kind, int negativeEigenvalues, double smallestEigenvalue, double decrement, boolean byDifferences) {
    /**
     * Up to so many variables all eigenvalues are computed: three decompositions of a dense Hessian of this size take half
     * a second, and grow with the cube of it. Beyond it, the ends of the spectrum are looked for. Where the Hessian is sparse and
     * a factorisation proves a minimum, neither is needed.
     */
    public static final int LARGEST_DENSE = 1000;

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
        Evaluations own = new Evaluations();
        Point at = new Point(objective, own);
        at.moveTo(Vector.copyOf(x));
        return new SecondOrderTest().judge(at, new Point(objective, own), gradientTolerance);
    }

    /** A verdict without a look at eigenvalues. */
    static Verdict withoutEigenvalues(PointKind kind) {
        return new Verdict(kind, -1, Double.NaN, Double.NaN);
    }

    /** What is left of a verdict when the derivatives that it rests on are wrong. */
    Verdict withoutTrust() {
        return withoutEigenvalues(kind == PointKind.NOT_STATIONARY ? kind : PointKind.UNKNOWN);
    }
}
