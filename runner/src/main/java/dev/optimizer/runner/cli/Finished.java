package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * An experiment that is done.
 *
 * @param plan its runs
 * @param folder its results
 * @param outcomes of the runs that were made
 * @param judgements of these; none if it was interrupted
 * @param summary one line
 * @param endings every way in which it ended badly, and {@link ExitCode#OK}
 */
record Finished(
        Plan plan,
        Path folder,
        List<RunOutcome> outcomes,
        Judgements judgements,
        String summary,
        Set<ExitCode> endings) {}
