package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code validate}: every error of every file, and nothing else. */
@Command(name = "validate", description = "Checks config files: every error at once.", mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    private final Console console;
    private final ConfigLoader loader;

    @Mixin
    private GlobalOptions global;

    @Parameters(arity = "1..*", paramLabel = "CONFIG", description = "Files, or folders with *.yaml in them.")
    private List<Path> configs;

    ValidateCommand(Console console, ConfigLoader loader) {
        this.console = console;
        this.loader = loader;
    }

    @Override
    public Integer call() {
        console.configure(global);
        Optional<List<Experiment>> experiments = loader.load(configs);
        if (experiments.isEmpty()) {
            return ExitCode.CONFIG_INVALID.code();
        }
        for (Experiment experiment : experiments.get()) {
            console.print(experiment.file() + ": ok, " + Plan.of(experiment).summary() + "\n");
        }
        return ExitCode.OK.code();
    }
}
