package dev.optimizer.runner.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How runs are made, and where their results go. */
final class RunOptions {
    /** When to give up; both words at once are a mistake. */
    static final class Failing {
        @Option(names = "--fail-fast", description = "Stop after the first run that crashes or fails a check.")
        boolean fast;

        @Option(names = "--keep-going", description = "Make every run whatever comes of the others. The default.")
        boolean keepGoing;
    }

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where results go: DIR/<name of the experiment>. Default: ${DEFAULT-VALUE}.")
    Path out;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many runs are made at a time. Default: as many as there are processors.")
    Integer jobs;

    @Option(
            names = "--resume",
            description =
                    "Use what an earlier, perhaps interrupted, run has left, as far as nothing has changed since.")
    boolean resume;

    @Option(
            names = "--rerun",
            paramLabel = "failed|all|ID",
            description = "Like --resume, but make these runs again: those that fail a check, all, or one by its id.")
    List<String> rerun = List.of();

    @ArgGroup(exclusive = true)
    Failing failing = new Failing();

    @Mixin
    PlotOptions plots;

    int jobs() {
        return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    }

    boolean resumes() {
        return resume || !rerun.isEmpty();
    }

    /** @throws UsageException if an option's value makes no sense */
    void check() {
        if (out.toString().isEmpty()) {
            throw new UsageException("--out needs the name of a folder; '.' is this one");
        }
        if (jobs() < 1) {
            throw new UsageException("--jobs must be at least 1: " + jobs);
        }
        plots.check();
    }
}
