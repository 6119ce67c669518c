package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.UnreadableResultsException;
import dev.optimizer.runner.report.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report}: make the reports of results anew, and run nothing. */
@Command(
        name = "report",
        description = "Makes report.html and the plots anew from results on disk; runs nothing.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Mixin
    private PlotOptions plots;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "Folders of results: of one experiment (results/NAME), or of several (results).")
    private List<Path> folders;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.configure(global);
        plots.check();
        for (Path folder : folders) {
            for (Path experiment : experiments(folder)) {
                write(experiment);
                console.print(experiment.resolve("report.html") + "\n");
            }
        }
        return ExitCode.OK.code();
    }

    /** The folder itself if it has results, or else all in it that have. */
    private static List<Path> experiments(Path folder) {
        if (Files.isRegularFile(folder.resolve("runs.csv"))) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                inside.filter(one -> Files.isRegularFile(one.resolve("runs.csv")))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UsageException(folder + ": cannot be read: " + Reason.of(e));
            }
        }
        if (found.isEmpty()) {
            throw new UsageException(folder + ": there are no results in it (no runs.csv); 'run' makes them");
        }
        return found;
    }

    private void write(Path experiment) {
        try {
            ReportPage.write(experiment, plots.png);
        } catch (UnreadableResultsException e) {
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            console.details(e);
            throw new UsageException(experiment + ": the report cannot be made: " + Reason.of(e));
        }
    }
}
