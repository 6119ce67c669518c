package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.plan.Plan;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code validate}: every error of every file, and nothing else. */
@Command(name = "validate", description = "Checks config files: every error at once.", mixinStandardHelpOptions = true)
final class ValidateCommand extends ExperimentsCommand {
    ValidateCommand(Console console, ConfigLoader loader) {
        super(console, loader);
    }

    @Override
    ExitCode carryOut(List<Experiment> experiments) {
        for (Experiment experiment : experiments) {
            console().print(experiment.file() + ": ok, " + Plan.of(experiment).summary() + "\n");
        }
        return ExitCode.OK;
    }
}
