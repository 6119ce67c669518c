package dev.optimizer.runner.execute;

import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.Trace;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run, in terms of the formula as the config has it: a problem that is maximised shows the values and the
 * verdict of the formula, not of its negative. This is what {@code runs.csv} holds, and all that judging looks at.
 *
 * @param run which run
 * @param status how it ended
 * @param stopReason the criterion that ended it; for a crash what was thrown
 * @param iterations steps taken
 * @param values points at which f was computed
 * @param gradients points at which ∇f was computed
 * @param hessians points at which ∇²f was computed
 * @param products Hessian-vector products
 * @param value f at the final point
 * @param gap how far the value is from the known optimum, not negative unless it is better; NaN if none is known
 * @param gradientNorm ‖∇f‖∞ at the final point
 * @param point the kind of the final point
 * @param negativeEigenvalues of the Hessian there; empty when unknown
 * @param smallestEigenvalue of the Hessian there; NaN when unknown
 * @param decrement the Newton decrement there; NaN when the Hessian is not definite
 * @param order order of convergence; NaN when the points do not support an answer
 * @param rate linear rate; NaN likewise
 * @param monotone whether no iterate was worse than the one before it; false for a crash
 * @param seconds time of the solver
 * @param x the final point; empty if it was too large to be kept
 * @param gradientNorms ‖∇f‖∞ at the start, at the last iterate, and at a few recorded ones between; none for a crash
 * @param trace the recorded iterates, values as the formula's
 */
public record RunOutcome(
        PlannedRun run,
        Status status,
        String stopReason,
        long iterations,
        long values,
        long gradients,
        long hessians,
        long products,
        double value,
        double gap,
        double gradientNorm,
        PointKind point,
        Optional<Integer> negativeEigenvalues,
        double smallestEigenvalue,
        double decrement,
        double order,
        double rate,
        boolean monotone,
        double seconds,
        List<Double> x,
        List<Double> gradientNorms,
        List<Trace.Row> trace) {
    public RunOutcome {
        x = Doubles.copyOf(x);
        gradientNorms = Doubles.copyOf(gradientNorms);
        trace = List.copyOf(trace);
    }

    /**
     * The same without its trace, which may be large, once that is written down.
     *
     * @param withPoint whether anybody will ask for the final point, which may be large, too
     */
    public RunOutcome condensed(boolean withPoint) {
        return new RunOutcome(
                run,
                status,
                stopReason,
                iterations,
                values,
                gradients,
                hessians,
                products,
                value,
                gap,
                gradientNorm,
                point,
                negativeEigenvalues,
                smallestEigenvalue,
                decrement,
                order,
                rate,
                monotone,
                seconds,
                withPoint ? x : List.of(),
                gradientNorms,
                List.of());
    }
}
