package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.execute.Interruption;
import dev.optimizer.runner.execute.Landscapes;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.execute.Workers;
import dev.optimizer.runner.judge.Judge;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.output.ConfigState;
import dev.optimizer.runner.output.Manifest;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.ResultsFolder;
import dev.optimizer.runner.output.RunTable;
import dev.optimizer.runner.output.UnreadableResultsException;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.runner.plan.RunOrder;
import dev.optimizer.runner.report.ReportPage;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One experiment from its plan to its verdict. */
final class Batch {
    private final Console console;
    private final Plan plan;
    private final ResultsFolder folder;
    private final RunOptions options;
    private final Again again;
    private final String command;
    private final Interruption interruption;
    private final Interruption stop;
    private final ConfigState state;
    private final Map<String, RunOutcome> outcomes = new ConcurrentHashMap<>();
    private volatile boolean written = true;

    /**
     * Takes down what the files of the experiment are now.
     *
     * @param command what makes the same runs again
     */
    Batch(
            Console console,
            Plan plan,
            ResultsFolder folder,
            RunOptions options,
            Again again,
            String command,
            Interruption interruption) {
        this.console = console;
        this.plan = plan;
        this.folder = folder;
        this.options = options;
        this.again = again;
        this.command = command;
        this.interruption = interruption;
        this.stop = interruption.within();
        this.state = ConfigState.of(plan.experiment());
    }

    /** Makes the runs, judges them and writes their results. */
    Finished run() {
        console.progress(plan.experiment().name() + ": " + plan.summary());
        save(this::begin);
        execute();
        List<RunOutcome> done = plan.runs().stream()
                .map(run -> outcomes.get(run.id()))
                .filter(Objects::nonNull)
                .toList();
        Judgements judgements = judge(done);
        Set<ExitCode> endings = endings(done, judgements);
        console.print(RunTable.of(done, judgements, console.colors()) + "\n");
        new FailureReport(console, plan.experiment(), again).print(judgements.failures());
        save(() -> folder.writeRuns(plan, done, judgements));
        save(() -> folder.writeChecks(judgements));
        if (!written) {
            endings.add(ExitCode.RUN_CRASHED);
        }
        save(() -> folder.writeManifest(new Manifest(plan, state, Collections.max(endings), command)));
        save(() -> landscapes(done));
        save(this::report);
        String summary = summary(done, judgements);
        console.print(summary + "\n");
        return new Finished(plan, folder.path(), done, judgements, summary, endings);
    }

    /** Takes over what an earlier run has left. */
    private void begin() throws IOException {
        if (options.resumes()) {
            outcomes.putAll(new Resumption(console, plan, options.rerun).reuse(folder, this::needsPoint));
            outcomes.values().forEach(this::stopIfFailed);
        }
        folder.begin(plan.runs().stream()
                .map(run -> outcomes.get(run.id()))
                .filter(Objects::nonNull)
                .toList());
    }

    /** Something that writes results. */
    private interface Writing {
        void run() throws IOException;
    }

    /** Writes if it can. A full disk must not stop the runs: their table is still worth having. */
    private void save(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            unwritten(e, Reason.of(e));
        } catch (OutOfMemoryError e) {
            unwritten(e, Thrown.inWords(e));
        }
    }

    private void landscapes(List<RunOutcome> done) throws IOException {
        List<RunOutcome> ordered = done.stream()
                .sorted(Comparator.comparing(RunOutcome::run, RunOrder.OF_RUNS))
                .toList();
        folder.writeLandscapes(new Landscapes(ordered));
    }

    private void report() throws IOException {
        try {
            ReportPage.write(folder.path(), options.plots.png);
        } catch (UnreadableResultsException e) {
            throw new IOException("the report cannot be made: " + e.getMessage(), e);
        }
    }

    private synchronized void unwritten(Throwable thrown, String reason) {
        console.details(thrown);
        if (written) {
            console.error(folder.path() + ": results cannot be written: " + reason);
        }
        written = false;
    }

    private void execute() {
        List<PlannedRun> left = plan.runs().stream()
                .filter(run -> !outcomes.containsKey(run.id()))
                .toList();
        Progress progress = new Progress(console, plan.runs().size(), outcomes.size(), System::nanoTime);
        new Workers(plan.experiment(), options.jobs(), stop).make(left, outcome -> keep(outcome, progress));
        progress.end();
    }

    /** Called by the workers. */
    private void keep(RunOutcome outcome, Progress progress) {
        boolean withPoint = needsPoint(outcome.run());
        try {
            folder.keep(outcome, withPoint);
        } catch (IOException e) {
            unwritten(e, Reason.of(e));
        }
        outcomes.put(outcome.run().id(), outcome.condensed(withPoint));
        progress.done(outcome);
        stopIfFailed(outcome);
    }

    private void stopIfFailed(RunOutcome outcome) {
        if (options.failing.fast && (outcome.status() == Status.CRASHED || !passesItsChecks(outcome))) {
            stop.request();
        }
    }

    private boolean passesItsChecks(RunOutcome outcome) {
        return Judge.judge(plan.experiment(), outcome).stream().allMatch(Judgement::passed);
    }

    /** What was interrupted is not judged; what runs were not made for another reason is judged without them. */
    private Judgements judge(List<RunOutcome> done) {
        boolean interrupted =
                interruption.isRequested() && done.size() < plan.runs().size();
        return interrupted ? Judgements.of(List.of()) : Judge.judge(plan.experiment(), done, plan.all());
    }

    /** Final points are kept until the end for the table of results and for checks: all of them may fit into no memory. */
    private boolean needsPoint(PlannedRun run) {
        return ResultsFolder.holdsFinalPoint(run.problem().function()) || Judge.needsPoint(plan.experiment(), run);
    }

    private Set<ExitCode> endings(List<RunOutcome> done, Judgements judgements) {
        Set<ExitCode> endings = EnumSet.of(ExitCode.OK);
        if (interruption.isRequested() && done.size() < plan.runs().size()) {
            endings.add(ExitCode.INTERRUPTED);
        }
        if (done.stream().anyMatch(outcome -> outcome.status() == Status.CRASHED)) {
            endings.add(ExitCode.RUN_CRASHED);
        }
        if (!judgements.allPassed()) {
            endings.add(ExitCode.EXPECTATION_FAILED);
        }
        return endings;
    }

    private String summary(List<RunOutcome> done, Judgements judgements) {
        return plan.experiment().name() + ": " + extent(done.size()) + "; " + judgements.summary() + "; results in "
                + folder.path();
    }

    private String extent(int done) {
        int all = plan.runs().size();
        if (done == all) {
            return plan.summary();
        }
        String some = done + " of " + all + " runs done, ";
        return some
                + (interruption.isRequested() ? "not judged" : all - done + " not run after a failure (--fail-fast)");
    }
}
