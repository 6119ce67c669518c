package dev.optimizer.runner.cli;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.RunFilter;
import dev.optimizer.runner.plan.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which of the planned runs are made. */
final class RunSelection {
    @Option(
            names = "--only",
            paramLabel = "KEY=VALUE",
            description = {
                "Only the runs of a problem, start, solver, repeat, id, or value of a swept path:",
                "--only solver=newton --only descent.step=0.1. Of one key any of the values counts. Repeatable."
            })
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only the I-th of N parts of the runs; every run is in exactly one of them.")
    private String shard;

    /**
     * The runs of every experiment that are selected; experiments without any are left out.
     *
     * @throws UsageException if there are none, or an option asks for what there is not
     */
    List<Plan> plans(List<Experiment> experiments) {
        RunFilter filter = new RunFilter(only, Optional.ofNullable(shard).map(RunSelection::shard));
        try {
            return filter.apply(experiments.stream().map(Plan::of).toList());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Shard shard(String text) {
        try {
            return Shard.of(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--shard " + e.getMessage());
        }
    }
}
