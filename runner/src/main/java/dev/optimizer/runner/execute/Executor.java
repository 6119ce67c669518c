package dev.optimizer.runner.execute;

import dev.optimizer.runner.catalogue.Objectives;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.RecordConfig;
import dev.optimizer.runner.config.StopConfig;
import dev.optimizer.runner.config.Thrown;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.Ending;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import dev.optimizer.solver.Verdict;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;

/** Makes runs. Each has its own objective and solver, so runs share nothing. */
public final class Executor {
    private static final String INTERRUPTED = "interrupted";

    private final RecordConfig record;
    private final Interruption interruption;

    /** @param interruption asked between steps; an interrupted run has no outcome */
    public Executor(Experiment experiment, Interruption interruption) {
        this.record = experiment.record();
        this.interruption = interruption;
    }

    /** Makes a run; whatever is thrown on the way becomes a crashed outcome. Empty if it was interrupted. */
    public Optional<RunOutcome> execute(PlannedRun run) {
        try {
            return attempt(run);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // By now the memory that the run held is free again.
            return Optional.of(crashed(run, e));
        }
    }

    private Optional<RunOutcome> attempt(PlannedRun run) {
        ProblemConfig problem = run.problem();
        StoppingRules rules = rules(run.stop());
        Trace trace = new Trace(record.recordsPoints(problem.function().dimension()), record.every());
        DescentWatch descent = new DescentWatch();
        Result result = new Minimizer(Solvers.create(run.solver().method()))
                .stop(rules)
                .stopAlso(progress -> interruption.isRequested()
                        ? Optional.of(new Ending(Status.BUDGET, INTERRUPTED, 1, 1))
                        : Optional.empty())
                .observe(trace)
                .observe(descent)
                .minimize(Objectives.minimised(problem), Nd4j.create(run.start().toArray()));
        if (result.ending().reason().equals(INTERRUPTED)) {
            return Optional.empty();
        }
        Verdict verdict = problem.maximise()
                ? Verdict.of(Objectives.of(problem), result.x(), rules.gradientNorm())
                : result.verdict();
        return Optional.of(outcome(run, result, verdict, trace, descent.isMonotone()));
    }

    private static StoppingRules rules(StopConfig stop) {
        return new StoppingRules(
                stop.gradientNorm(),
                stop.valueChange(),
                stop.stepNorm(),
                stop.iterations(),
                stop.evaluations(),
                stop.seconds());
    }

    private static RunOutcome outcome(PlannedRun run, Result result, Verdict verdict, Trace trace, boolean monotone) {
        double sign = run.problem().maximise() ? -1 : 1;
        Evaluations counts = result.evaluations();
        return new RunOutcome(
                run,
                result.status(),
                reason(result),
                result.iterations(),
                counts.values(),
                counts.gradients(),
                counts.hessians(),
                counts.products(),
                sign * result.value(),
                run.problem().gap(sign * result.value()),
                result.gradientNorm(),
                verdict.kind(),
                verdict.negativeEigenvalues() < 0 ? Optional.empty() : Optional.of(verdict.negativeEigenvalues()),
                verdict.smallestEigenvalue(),
                Math.abs(verdict.decrement()),
                result.convergence().order(),
                result.convergence().rate(),
                monotone,
                result.seconds(),
                Doubles.of(result.x().toDoubleVector()),
                inTermsOfTheFormula(trace.rows(), sign));
    }

    /** What ended the run; and before all else, if the derivatives of a plugin are wrong, that they are. */
    private static String reason(Result result) {
        String reason = result.ending().reason();
        return result.audit().failed() ? "NOT TO BE TRUSTED, " + result.audit().message() + "; " + reason : reason;
    }

    private static RunOutcome crashed(PlannedRun run, Throwable thrown) {
        double nan = Double.NaN;
        return new RunOutcome(
                run,
                Status.CRASHED,
                Thrown.inWords(thrown),
                0,
                0,
                0,
                0,
                0,
                nan,
                nan,
                nan,
                PointKind.UNKNOWN,
                Optional.empty(),
                nan,
                nan,
                nan,
                nan,
                false,
                nan,
                startOf(run),
                List.of());
    }

    /** No entries if it was the start for which there is not enough memory. */
    private static List<Double> startOf(PlannedRun run) {
        try {
            return run.start().values();
        } catch (OutOfMemoryError e) {
            return List.of();
        }
    }

    private static List<Trace.Row> inTermsOfTheFormula(List<Trace.Row> rows, double sign) {
        return sign > 0
                ? rows
                : rows.stream().map(row -> row.withValue(-row.value())).toList();
    }
}
