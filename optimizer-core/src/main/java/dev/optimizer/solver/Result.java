package dev.optimizer.solver;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeAudit;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What came out of a run. */
public final class Result {
    private final double[] point;
    private final double value;
    private final double gradientNorm;
    private final Ending ending;
    private final long iterations;
    private final Evaluations evaluations;
    private final Verdict verdict;
    private final DerivativeAudit audit;
    private final ConvergenceRate convergence;
    private final double seconds;
    private INDArray x;

    /**
     * @param end the final point, which is copied
     * @param evaluations until the run stopped, kept
     */
    Result(
            Point end,
            Ending ending,
            long iterations,
            Evaluations evaluations,
            Verdict verdict,
            DerivativeAudit audit,
            ConvergenceRate convergence,
            double seconds) {
        this.point = end.x().toArray();
        this.value = end.value();
        this.gradientNorm = end.gradientNorm();
        this.ending = ending;
        this.iterations = iterations;
        this.evaluations = evaluations;
        this.verdict = verdict;
        this.audit = audit;
        this.convergence = convergence;
        this.seconds = seconds;
    }

    /** The final point: where the run converged, or else the best point it found. The caller's to keep. */
    public INDArray x() {
        // Made when it is asked for: creating one took 10 µs on a busy machine, where small runs take 1 to 5.
        if (x == null) {
            x = Vector.of(point).array();
        }
        return x;
    }

    /** The coordinates of the final point, in a new Java array. */
    public double[] toArray() {
        return point.clone();
    }

    /** f at the final point. */
    public double value() {
        return value;
    }

    /** ‖∇f‖∞ at the final point. */
    public double gradientNorm() {
        return gradientNorm;
    }

    /**
     * Why the run stopped, in one sentence with what was measured and what to do about it; {@link Status#CONVERGED} exactly when
     * {@link #gradientNorm} is within tolerance.
     */
    public Ending ending() {
        return ending;
    }

    public Status status() {
        return ending.status();
    }

    /** Steps taken. */
    public long iterations() {
        return iterations;
    }

    /** Trials that were rejected: f was computed there, but no iterate came of it. */
    public long rejected() {
        return Evaluations.rejected(evaluations.values(), iterations);
    }

    /** Points evaluated on the way. */
    public Evaluations evaluations() {
        return evaluations;
    }

    /** What kind of point the final one is. */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Whether the derivatives belong to the value; if it {@link DerivativeAudit#failed}, nothing else here can be trusted,
     * convergence included, for the solver saw only the derivatives given.
     */
    public DerivativeAudit audit() {
        return audit;
    }

    /** How fast the iterates approached the final point. */
    public ConvergenceRate convergence() {
        return convergence;
    }

    /** Time, without that of observers, verdict and audit. */
    public double seconds() {
        return seconds;
    }

    /** One line for people; where the run did not converge, its end says why and what to do. */
    @Override
    public String toString() {
        return (audit.failed() ? "NOT TO BE TRUSTED, " + audit + ": " : "") + ending.status() + " at "
                + (verdict.kind() == PointKind.UNKNOWN ? "an " : "a ") + verdict.kind()
                + " point" + (verdict.byDifferences() ? " (second derivatives by differences of the gradient)" : "")
                + ", f = " + value + ", ‖∇f‖∞ = " + gradientNorm + ", " + iterations + " iterations, " + evaluations
                + (ending.status().isConvergence() ? "" : "; " + ending);
    }
}
