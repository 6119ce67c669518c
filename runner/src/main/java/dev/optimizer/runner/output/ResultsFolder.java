package dev.optimizer.runner.output;

import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The folder of an experiment, {@code results/<name>/}, with {@code runs.csv}, {@code traces/} and {@code manifest.json}.
 */
public final class ResultsFolder {
    private final Path folder;
    private final Path traces;

    /** @param out the folder that holds those of all experiments */
    public ResultsFolder(Path out, Plan plan) {
        this.folder = out.resolve(plan.experiment().name());
        this.traces = folder.resolve("traces");
    }

    public Path path() {
        return folder;
    }

    /**
     * Makes the folder, tries whether it can be written to, and removes the traces of runs that are no longer planned:
     * a plot of {@code traces/*.csv} must show this experiment and nothing else.
     */
    public void prepare(Plan plan) throws IOException {
        Files.createDirectories(traces);
        Files.delete(Files.createTempFile(folder, ".probe", ""));
        Set<String> planned =
                plan.runs().stream().map(run -> run.id() + ".csv").collect(Collectors.toUnmodifiableSet());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(traces, "*.csv")) {
            for (Path file : files) {
                if (!planned.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }

    public Path trace(PlannedRun run) {
        return traces.resolve(run.id() + ".csv");
    }

    public void writeTrace(RunOutcome outcome) throws IOException {
        WholeFile.write(trace(outcome.run()), out -> TraceCsv.write(outcome, out));
    }

    public void writeRuns(Plan plan, List<RunOutcome> outcomes, List<Judgement> judgements) throws IOException {
        WholeFile.write(folder.resolve("runs.csv"), out -> RunsCsv.write(plan, outcomes, judgements, out));
    }

    public void writeManifest(Manifest manifest) throws IOException {
        WholeFile.write(folder.resolve("manifest.json"), manifest::write);
    }
}
