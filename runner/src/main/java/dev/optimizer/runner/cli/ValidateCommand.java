package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
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
            for (ProblemConfig problem : experiment.problems()) {
                // A typo such as sinx is a variable of its own; this is where it shows.
                String variables = String.join(", ", problem.formula().variables());
                console()
                        .print("  " + problem.name() + ": f(" + variables + ") = "
                                + problem.formula().text() + "\n");
            }
        }
        return ExitCode.OK;
    }
}
