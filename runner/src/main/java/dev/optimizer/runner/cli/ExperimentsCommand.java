package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A subcommand on any number of configs: all of them are read, and valid, before it does anything. */
abstract class ExperimentsCommand implements Callable<Integer> {
    private final Console console;
    private final ConfigLoader loader;

    @Mixin
    private GlobalOptions global;

    @Mixin
    private Overrides overrides;

    @Mixin
    private PluginOptions plugins;

    @Parameters(arity = "1..*", paramLabel = "CONFIG", description = "Files, or folders with *.yaml in them.")
    private List<Path> configs;

    ExperimentsCommand(Console console, ConfigLoader loader) {
        this.console = console;
        this.loader = loader;
    }

    @Override
    public final Integer call() {
        console.configure(global);
        Optional<List<Experiment>> experiments = loader.load(configs, overrides.values(), plugins.jars());
        ExitCode ending = experiments.map(this::carryOut).orElse(ExitCode.CONFIG_INVALID);
        return ending.code();
    }

    /** Does what the subcommand is for. */
    abstract ExitCode carryOut(List<Experiment> experiments);

    /** The options of this call that change what the configs say. */
    final List<String> changes() {
        return Stream.concat(
                        overrides.values().stream().flatMap(value -> Stream.of("--set", value)),
                        plugins.paths().stream().flatMap(jar -> Stream.of("--plugins", jar.toString())))
                .toList();
    }

    final Console console() {
        return console;
    }
}
