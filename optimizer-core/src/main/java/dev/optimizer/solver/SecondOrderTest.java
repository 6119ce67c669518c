package dev.optimizer.solver;

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
        if (at.dimension() <= Verdict.LARGEST_DENSE) {
            if (dense == null) {
                dense = new DenseSecondOrderTest(at.dimension());
            }
            return dense.judge(at, probe, stationary);
        }
        if (!stationary) {
            return Verdict.withoutEigenvalues(PointKind.NOT_STATIONARY);
        }
        if (large == null) {
            large = new LargeSecondOrderTest(at);
        }
        return large.judge(at, probe);
    }
}
