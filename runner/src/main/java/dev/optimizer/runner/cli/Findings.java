package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.judge.Judgement;
import java.util.List;
import java.util.Set;

/**
 * What a subcommand finds out about an experiment that is done, beyond its own expectations.
 *
 * @param judgements for the reports
 * @param endings what it means for the exit code
 */
record Findings(List<Judgement> judgements, Set<ExitCode> endings) {
    static final Findings NONE = new Findings(List.of(), Set.of());
}
