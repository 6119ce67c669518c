package dev.optimizer.solver;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.Objective;

/**
 * The second derivative test: what kind a stationary point is, by the signs of the eigenvalues of the Hessian. It counts
 * its own evaluations, and takes memory when it first needs it.
 */
final class SecondOrderTest {
    private final Point at;
    private final Point probe;
    private DenseSecondOrderTest dense;
    private LargeSecondOrderTest large;

    SecondOrderTest(Objective objective) {
        Evaluations own = new Evaluations();
        this.at = new Point(objective, own);
        this.probe = new Point(objective, own);
    }

    /**
     * Judges a point.
     *
     * @param x (Input) the point
     * @param gradientTolerance the largest ‖∇f‖∞ that counts as zero
     */
    Verdict judge(Vector x, double gradientTolerance) {
        at.moveTo(x);
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
            large = new LargeSecondOrderTest(at.dimension());
        }
        return large.judge(at, probe);
    }
}
