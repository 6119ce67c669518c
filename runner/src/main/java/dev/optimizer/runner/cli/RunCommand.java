package dev.optimizer.runner.cli;

import dev.optimizer.linalg.Blas;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.execute.Interruption;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.output.ResultsFolder;
import dev.optimizer.runner.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run}: make every run, write the results, judge. */
@Command(
        name = "run",
        description = "Runs experiments, writes their results and judges them.",
        mixinStandardHelpOptions = true)
final class RunCommand extends ExperimentsCommand {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Where results go: DIR/<name of the experiment>. Default: ${DEFAULT-VALUE}.")
    private Path out;

    private final CtrlC ctrlC;

    RunCommand(Console console, ConfigLoader loader, CtrlC ctrlC) {
        super(console, loader);
        this.ctrlC = ctrlC;
    }

    @Override
    ExitCode carryOut(List<Experiment> experiments) {
        List<Plan> plans = experiments.stream().map(Plan::of).toList();
        plans.forEach(this::prepare);
        Blas.load();
        ExitCode ending = run(plans, ctrlC.watch());
        if (ending == ExitCode.OK) {
            console().progress(ending.lastLine());
        }
        return ending;
    }

    /** Finds out before the first run whether its results can be kept. */
    private void prepare(Plan plan) {
        ResultsFolder folder = new ResultsFolder(out, plan);
        try {
            folder.prepare(plan);
        } catch (IOException e) {
            console().details(e);
            throw new UsageException(folder.path() + ": cannot be written to: " + Reason.of(e)
                    + "; make it writable or give another folder with --out");
        }
    }

    /** Every experiment in turn; the most severe ending is the program's. */
    private ExitCode run(List<Plan> plans, Interruption interruption) {
        ExitCode worst = ExitCode.OK;
        for (Plan plan : plans) {
            if (!interruption.isRequested()) {
                ExitCode ending = new Batch(console(), plan, new ResultsFolder(out, plan), interruption).run();
                worst = ending.compareTo(worst) > 0 ? ending : worst;
            }
        }
        return worst;
    }
}
