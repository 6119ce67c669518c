package dev.optimizer.runner.execute;

import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.RecordConfig;
import dev.optimizer.runner.config.StopConfig;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.Ending;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingCriterion;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import dev.optimizer.solver.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Makes runs, one at a time. What the runs of one problem have in common is kept until a run of another problem comes; the
 * outcomes are the same to the bit as if nothing were.
 */
public final class Executor {
    private static final String INTERRUPTED = "interrupted";

    private final RecordConfig record;
    private final StoppingCriterion interruption;
    private Workbench workbench;

    /** @param interruption asked between steps; an interrupted run has no outcome */
    public Executor(Experiment experiment, Interruption interruption) {
        this.record = experiment.record();
        Optional<Ending> ending = Optional.of(new Ending(Status.BUDGET, INTERRUPTED, 1, 1));
        this.interruption = progress -> interruption.isRequested() ? ending : Optional.empty();
    }

    /** Makes a run; whatever is thrown on the way becomes a crashed outcome. Empty if it was interrupted. */
    public Optional<RunOutcome> execute(PlannedRun run) {
        try {
            return attempt(run);
        } catch (OutOfMemoryError e) {
            return Optional.of(crashed(run, e));
        }
    }

    /** The same, but what to do when memory is exhausted is left to the caller. By then the run's own is free again. */
    Optional<RunOutcome> attempt(PlannedRun run) {
        try {
            return make(run);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            workbench = null;
            return Optional.of(crashed(run, e));
        } catch (OutOfMemoryError e) {
            workbench = null;
            throw e;
        }
    }

    private Optional<RunOutcome> make(PlannedRun run) {
        ProblemConfig problem = run.problem();
        Workbench bench = workbenchFor(problem);
        StoppingRules rules = rules(run.stop());
        Recorder recorder = bench.recorder();
        recorder.begin(new Trace(record.recordsPoints(problem.function().dimension()), record.every()));
        Result result = bench.minimizer(run.solver().method())
                .stop(rules)
                .minimize(bench.minimised(), bench.at(run.start()).array());
        if (result.ending().reason().equals(INTERRUPTED)) {
            return Optional.empty();
        }
        Verdict verdict =
                problem.maximise() ? Verdict.of(bench.written(), result.x(), rules.gradientNorm()) : result.verdict();
        return Optional.of(outcome(run, result, verdict, recorder));
    }

    private Workbench workbenchFor(ProblemConfig problem) {
        if (workbench == null || !workbench.isFor(problem)) {
            // The memory of one problem is free before that of the next is taken.
            workbench = null;
            workbench = new Workbench(problem, interruption);
        }
        return workbench;
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

    private static RunOutcome outcome(PlannedRun run, Result result, Verdict verdict, Recorder recorder) {
        double sign = run.problem().maximise() ? -1 : 1;
        Evaluations counts = result.evaluations();
        List<Trace.Row> rows = recorder.takeRows();
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
                recorder.isMonotone(),
                result.seconds(),
                Doubles.of(result.toArray()),
                Samples.ofGradientNorms(rows),
                inTermsOfTheFormula(rows, sign));
    }

    /** What ended the run; and before all else, if the derivatives of a plugin are wrong, that they are. */
    private static String reason(Result result) {
        String reason = result.ending().reason();
        return result.audit().failed() ? "NOT TO BE TRUSTED, " + result.audit().message() + "; " + reason : reason;
    }

    static RunOutcome crashed(PlannedRun run, Throwable thrown) {
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
                List.of(),
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
