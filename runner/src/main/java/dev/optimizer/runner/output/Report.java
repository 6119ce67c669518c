package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.solver.Status;
import java.util.List;

/**
 * An experiment that is done, as reports for other programs need it.
 *
 * @param experiment what was run
 * @param summary one line
 * @param outcomes of the runs that were made
 * @param judgements what was found of them: checks, and comparisons with a baseline
 */
public record Report(Experiment experiment, String summary, List<RunOutcome> outcomes, Judgements judgements) {
    public Report {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether something is wrong with a run. */
    boolean isBad(RunOutcome outcome) {
        return outcome.status() == Status.CRASHED
                || !judgements.of(outcome.run().id()).stream().allMatch(Judgement::passed);
    }

    /** What failed, in words, with the run it failed for. */
    static String describe(Judgement failure) {
        return failure.runId().map(id -> id + ": ").orElse("") + failure.message();
    }
}
