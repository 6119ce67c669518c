package dev.optimizer.solver;

import dev.optimizer.objective.DerivativeAudit;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What came out of a run.
 *
 * @param x the final point: where the run converged, or else the best point it found. The caller's to keep.
 * @param value f there
 * @param gradientNorm ‖∇f‖∞ there
 * @param ending why the run stopped; {@link Status#CONVERGED} exactly when {@code gradientNorm} is within tolerance
 * @param iterations steps taken
 * @param evaluations points evaluated on the way
 * @param verdict what kind of point x is
 * @param audit whether the derivatives belong to the value; if it {@link DerivativeAudit#failed}, nothing else here can be
 *     trusted, convergence included, for the solver saw only the derivatives given
 * @param convergence how fast the iterates approached it
 * @param seconds time, without that of observers, verdict and audit
 */
public record Result(
        INDArray x,
        double value,
        double gradientNorm,
        Ending ending,
        long iterations,
        Evaluations evaluations,
        Verdict verdict,
        DerivativeAudit audit,
        ConvergenceRate convergence,
        double seconds) {
    public Status status() {
        return ending.status();
    }

    /** One line for people. */
    @Override
    public String toString() {
        return (audit.failed() ? "NOT TO BE TRUSTED, " + audit + ": " : "") + ending.status() + " at a "
                + verdict.kind()
                + " point" + (verdict.byDifferences() ? " (second derivatives by differences of the gradient)" : "")
                + ", f = " + value + ", ‖∇f‖∞ = " + gradientNorm + ", " + iterations + " iterations, " + evaluations;
    }
}
