package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.baseline.Comparison;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.execute.Interruption;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code baseline}: run, then compare the results with those that were committed. */
@Command(name = "baseline", description = "Runs experiments and compares their results with the committed baseline.")
final class BaselineCommand extends RunCommand {
    private static final String DEFAULT = "results/baseline";

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            defaultValue = DEFAULT,
            description = "Where baselines are: DIR/<name of the experiment>.csv. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(
            names = "--update",
            description = "Write what is out of tolerance, new or gone into the baseline, and nothing else.")
    private boolean update;

    private final Map<String, ResultTable> baselines = new HashMap<>();

    BaselineCommand(Console console, ConfigLoader loader, Interruption interruption) {
        super(console, loader, interruption);
    }

    /** Baselines are read before the first run: one that is broken must not cost the runs. */
    @Override
    ExitCode carryOut(List<Experiment> experiments) {
        for (Experiment experiment : experiments) {
            Path results = out().resolve(experiment.name()).toAbsolutePath().normalize();
            if (folder.toAbsolutePath().normalize().startsWith(results)) {
                throw new UsageException("the baselines in " + folder + " would be among the results of '"
                        + experiment.name() + "'; give another folder with --out or --baseline");
            }
            read(file(experiment)).ifPresent(table -> baselines.put(experiment.name(), table));
        }
        return super.carryOut(experiments);
    }

    private Path file(Experiment experiment) {
        return folder.resolve(experiment.name() + ".csv");
    }

    private static Optional<ResultTable> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(ResultTable.read(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be read: " + Reason.of(e));
        } catch (UnreadableResultsException e) {
            throw new UsageException(
                    e.getMessage() + "; restore the file, or remove it and make it anew with --update");
        }
    }

    @Override
    Findings further(Finished finished) {
        // What was not written down was reported; what was interrupted is not the whole.
        boolean comparable = !finished.endings().contains(ExitCode.INTERRUPTED)
                && Files.exists(finished.folder().resolve("runs.csv"));
        return comparable ? compare(finished) : Findings.NONE;
    }

    private Findings compare(Finished finished) {
        Experiment experiment = finished.plan().experiment();
        Path file = file(experiment);
        Optional<ResultTable> known = Optional.ofNullable(baselines.get(experiment.name()));
        ResultTable now = read(finished.folder().resolve("runs.csv")).orElseThrow();
        boolean whole = finished.outcomes().size() == finished.plan().all().size();
        Comparison comparison =
                new Comparison(known.orElseGet(() -> ResultTable.empty(file)), now, experiment.tolerances(), whole);
        BaselineReport report = new BaselineReport(console(), experiment, file, comparison);
        if (update) {
            return update(finished, report, comparison);
        }
        if (known.isEmpty()) {
            return report.missing(updateCommand(experiment));
        }
        return report.compared(now, updateCommand(experiment));
    }

    private Findings update(Finished finished, BaselineReport report, Comparison comparison) {
        if (finished.endings().contains(ExitCode.RUN_CRASHED)) {
            report.notUpdated();
            return Findings.NONE;
        }
        try {
            if (!comparison.isClean()) {
                comparison.updated().write();
            }
            report.updated();
            return Findings.NONE;
        } catch (IOException e) {
            console().details(e);
            report.unwritten(Reason.of(e));
            return new Findings(List.of(), Set.of(ExitCode.RUN_CRASHED));
        }
    }

    private String updateCommand(Experiment experiment) {
        List<String> words = new ArrayList<>(List.of("java", "-jar", "runner.jar", "baseline"));
        words.add(experiment.file().toString());
        words.add("--update");
        words.addAll(folder.equals(Path.of(DEFAULT)) ? List.of() : List.of("--baseline", folder.toString()));
        words.addAll(flags());
        return Again.inShell(words);
    }
}
