package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.UnreadableResultsException;
import dev.optimizer.runner.report.ReportPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
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
            for (Path experiment : ResultFolders.in(folder).values()) {
                write(experiment);
                console.print(experiment.resolve("report.html") + "\n");
            }
        }
        return ExitCode.OK.code();
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
