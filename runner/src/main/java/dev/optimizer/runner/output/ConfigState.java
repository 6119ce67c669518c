package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.plan.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of an experiment as they are before its runs. Runs may take hours, in which files are edited and commits are
 * made; the manifest, which is written afterwards, must not take these for what was run.
 *
 * @param sha256 the hash of the config's bytes; empty if it cannot be read a second time, like a pipe
 * @param baseSha256 the same of the config that it extends; empty also if there is none
 * @param git what Git knows of these files and of those that data come from
 */
public record ConfigState(Optional<String> sha256, Optional<String> baseSha256, Optional<GitState> git) {
    /** Looks at the files as they are now. */
    public static ConfigState of(Experiment experiment) {
        return new ConfigState(
                sha256(experiment.file()),
                experiment.origin().base().flatMap(ConfigState::sha256),
                GitState.of(experiment.file(), filesOf(experiment)));
    }

    /** A hash that is missing is no reason not to run. */
    private static Optional<String> sha256(Path file) {
        try {
            // Whoever opens a named pipe again waits for somebody to write into it.
            return Files.isRegularFile(file) ? Optional.of(Hash.hex(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The config, what it extends, and the files that its data come from. */
    private static Set<Path> filesOf(Experiment experiment) {
        Set<Path> files = new LinkedHashSet<>(List.of(experiment.file()));
        experiment.origin().base().ifPresent(files::add);
        for (ProblemConfig problem : experiment.problems()) {
            problem.data().stream()
                    .flatMap(data -> data.file().stream())
                    .forEach(file -> files.add(experiment.file().resolveSibling(file.path())));
        }
        return files;
    }
}
