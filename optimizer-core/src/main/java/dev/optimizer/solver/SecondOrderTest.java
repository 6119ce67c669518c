package dev.optimizer.solver;

import java.util.Optional;

/**
 * The second derivative test: what kind a stationary point is, by the signs of the eigenvalues of the Hessian. It takes
 * memory when it first needs it.
 */
final class SecondOrderTest {
    private DenseSecondOrderTest dense;
    private LargeSecondOrderTest large;

    /**
     * Judges a point.
     *
     * @param at the point, moved away at the end
     * @param probe another point of the same objective, moved freely
     * @param gradientTolerance the largest ‖∇f‖∞ that counts as zero
     */
    Verdict judge(Point at, Point probe, double gradientTolerance) {
        boolean stationary = at.gradientNorm() <= gradientTolerance && Double.isFinite(at.value());
        if (!at.isTwiceDifferentiable()) {
            return Verdict.withoutEigenvalues(stationary ? PointKind.UNKNOWN : PointKind.NOT_STATIONARY);
        }
        Optional<Verdict> proven = stationary && at.isSparse() ? large(at).provenMinimum(at, probe) : Optional.empty();
        return proven.orElseGet(() -> search(at, probe, stationary));
    }

    private Verdict search(Point at, Point probe, boolean stationary) {
        if (at.dimension() <= Verdict.LARGEST_DENSE) {
            return dense(at).judge(at, probe, stationary);
        }
        return stationary ? large(at).judge(at, probe) : Verdict.withoutEigenvalues(PointKind.NOT_STATIONARY);
    }

    private DenseSecondOrderTest dense(Point at) {
        if (dense == null) {
            dense = new DenseSecondOrderTest(at.dimension());
        }
        return dense;
    }

    private LargeSecondOrderTest large(Point at) {
        if (large == null) {
            large = new LargeSecondOrderTest(at);
        }
        return large;
    }
}
