package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Thrown;
import dev.optimizer.runner.execute.Executor;
import dev.optimizer.runner.execute.Interruption;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judge;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.output.Manifest;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.ResultsFolder;
import dev.optimizer.runner.output.RunTable;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One experiment from its plan to its verdict. */
final class Batch {
    private final Console console;
    private final Plan plan;
    private final ResultsFolder folder;
    private final Interruption interruption;
    private final Again again;
    private boolean written = true;

    Batch(Console console, Plan plan, ResultsFolder folder, Interruption interruption, Again again) {
        this.console = console;
        this.plan = plan;
        this.folder = folder;
        this.interruption = interruption;
        this.again = again;
    }

    /** Makes the runs, judges them and writes their results. */
    Finished run() {
        console.progress(plan.experiment().name() + ": " + plan.summary());
        List<RunOutcome> outcomes = execute();
        boolean complete = outcomes.size() == plan.runs().size();
        Judgements judgements =
                complete ? Judge.judge(plan.experiment(), outcomes, plan.all()) : Judgements.of(List.of());
        Set<ExitCode> endings = endings(complete, outcomes, judgements);
        console.print(RunTable.of(outcomes, judgements, console.colors()) + "\n");
        new FailureReport(console, plan.experiment(), again).print(judgements.failures());
        save(() -> folder.writeRuns(plan, outcomes, judgements));
        if (!written) {
            endings.add(ExitCode.RUN_CRASHED);
        }
        save(() -> folder.writeManifest(new Manifest(plan, Collections.max(endings))));
        String summary = summary(outcomes, judgements);
        console.print(summary + "\n");
        return new Finished(plan, folder.path(), outcomes, judgements, summary, endings);
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

    private void unwritten(Throwable thrown, String reason) {
        console.details(thrown);
        if (written) {
            console.error(folder.path() + ": results cannot be written: " + reason);
        }
        written = false;
    }

    private List<RunOutcome> execute() {
        Executor executor = new Executor(plan.experiment(), interruption);
        List<RunOutcome> outcomes = new ArrayList<>();
        for (PlannedRun run : plan.runs()) {
            Optional<RunOutcome> outcome = interruption.isRequested() ? Optional.empty() : executor.execute(run);
            if (outcome.isEmpty()) {
                break;
            }
            RunOutcome done = outcome.get();
            save(() -> folder.writeTrace(done));
            outcomes.add(done.condensed(needsPoint(run)));
            console.progress(progressLine(outcomes.size(), done));
        }
        return outcomes;
    }

    /** Final points are kept until the end for the table of results and for checks: all of them may fit into no memory. */
    private boolean needsPoint(PlannedRun run) {
        return ResultsFolder.holdsFinalPoint(run.problem().function()) || Judge.needsPoint(plan.experiment(), run);
    }

    private String progressLine(int done, RunOutcome outcome) {
        String total = Integer.toString(plan.runs().size());
        String counter = " ".repeat(total.length() - Integer.toString(done).length()) + done + "/" + total;
        String what = outcome.status() == Status.CRASHED
                ? "crashed: " + outcome.stopReason()
                : outcome.status().word() + " (" + outcome.stopReason() + ") after " + outcome.iterations()
                        + (outcome.iterations() == 1 ? " iteration" : " iterations") + ", f = "
                        + Numbers.rounded(outcome.value()) + ", " + outcome.point();
        return "[" + counter + "] " + outcome.run().id() + "  " + what;
    }

    private static Set<ExitCode> endings(boolean complete, List<RunOutcome> outcomes, Judgements judgements) {
        Set<ExitCode> endings = EnumSet.of(ExitCode.OK);
        if (!complete) {
            endings.add(ExitCode.INTERRUPTED);
        }
        if (outcomes.stream().anyMatch(outcome -> outcome.status() == Status.CRASHED)) {
            endings.add(ExitCode.RUN_CRASHED);
        }
        if (!judgements.allPassed()) {
            endings.add(ExitCode.EXPECTATION_FAILED);
        }
        return endings;
    }

    private String summary(List<RunOutcome> outcomes, Judgements judgements) {
        String runs = outcomes.size() == plan.runs().size()
                ? plan.summary()
                : outcomes.size() + " of " + plan.runs().size() + " runs done, not judged";
        return plan.experiment().name() + ": " + runs + "; " + judgements.summary() + "; results in " + folder.path();
    }
}
