package dev.optimizer.runner.cli;

import dev.optimizer.runner.plugin.PluginJars;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where objectives of the user's own come from; for every subcommand that reads configs or lists problems. */
final class PluginOptions {
    @Option(
            names = "--plugins",
            paramLabel = "JAR",
            description = "A jar whose objectives configs may name with 'plugin:'. May be repeated.")
    private List<Path> jars = List.of();

    /**
     * The jars, which are loaded when a config uses one.
     *
     * @throws UsageException if there is no such file
     */
    PluginJars jars() {
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new UsageException("--plugins " + jar + ": there is no such file");
            }
        }
        return new PluginJars(jars);
    }

    /** The jars as they were named. */
    List<Path> paths() {
        return jars;
    }
}
