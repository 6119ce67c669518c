package dev.optimizer.runner.cli;

import dev.optimizer.formula.Suggestion;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Plugins;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.reader.ConfigReader;
import dev.optimizer.runner.config.text.Diagnostic;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.UnreadableConfigException;
import dev.optimizer.runner.output.Annotations;
import dev.optimizer.runner.output.Reason;
import dev.optimizer.runner.plugin.UnusableJarException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the config files that the command line names, and reads them all before anything else happens. */
final class ConfigLoader {
    private static final List<String> SUBCOMMANDS = List.of(
            "run",
            "plan",
            "validate",
            "inspect",
            "report",
            "baseline",
            "compare",
            "list",
            "schema",
            "init",
            "completion");

    /** Of the errors in one file; nobody reads more, and to show half a million of them takes minutes. */
    private static final int MOST_SHOWN = 1_000;

    private final Console console;

    ConfigLoader(Console console) {
        this.console = console;
    }

    /** The declaration of a config, by which everything is read. */
    Section schema() {
        return new ConfigReader(Solvers.declarations()).schema();
    }

    /**
     * Reads every config; folders stand for all their {@code *.yaml}, recursively and in alphabetical order.
     *
     * @param overrides what to put into each of them, as {@code path=value}
     * @return the experiments, or empty if any file is invalid, after every error has been printed
     * @param plugins what configs may name with {@code plugin:}
     * @throws UsageException if a file cannot be read, or a plugin that a config uses
     */
    Optional<List<Experiment>> load(List<Path> paths, List<String> overrides, Plugins plugins) {
        ConfigReader reader = new ConfigReader(Solvers.declarations(), Solvers::create, plugins);
        List<Experiment> experiments = new ArrayList<>();
        List<Diagnostic> errors = new ArrayList<>();
        List<Path> files = files(paths);
        for (Path file : files) {
            try {
                experiments.add(reader.read(file, overrides));
            } catch (InvalidConfigException e) {
                show(file, e.diagnostics());
                errors.addAll(e.diagnostics());
            } catch (UnreadableConfigException | UnusableJarException e) {
                throw new UsageException(e.getMessage());
            }
        }
        int all = errors.size() + reportSharedNames(experiments);
        if (console.environment("GITHUB_ACTIONS").equals("true")) {
            Annotations.ofErrors(errors).forEach(console::error);
        }
        if (all > 0) {
            console.error(all + (all == 1 ? " error" : " errors") + " in " + files.size()
                    + (files.size() == 1 ? " file" : " files"));
        }
        return all == 0 ? Optional.of(experiments) : Optional.empty();
    }

    private void show(Path file, List<Diagnostic> errors) {
        errors.stream().limit(MOST_SHOWN).map(Diagnostic::render).forEach(console::error);
        if (errors.size() > MOST_SHOWN) {
            console.error(file + ": and " + (errors.size() - MOST_SHOWN) + " more errors");
        }
    }

    /** Two experiments of one name would write to the same folder. */
    private int reportSharedNames(List<Experiment> experiments) {
        Map<String, Path> seen = new HashMap<>();
        int errors = 0;
        for (Experiment experiment : experiments) {
            Path other = seen.putIfAbsent(experiment.name(), experiment.file());
            if (other != null) {
                console.error(experiment.file() + ":1:1: the name '" + experiment.name() + "' is taken by " + other
                        + "; add 'name:' with another one");
                errors++;
            }
        }
        return errors;
    }

    private static List<Path> files(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                files.addAll(yamlIn(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new UsageException(path + ": no such file" + suggestion(path));
            }
        }
        return files;
    }

    private static List<Path> yamlIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new UsageException(folder + ": no *.yaml file in this folder");
            }
            return found;
        } catch (IOException e) {
            throw new UsageException(folder + ": cannot be read: " + Reason.of(e));
        }
    }

    /** A mistyped subcommand looks like a file that does not exist; a mistyped file has a neighbour. */
    private static String suggestion(Path path) {
        Optional<String> subcommand = Suggestion.closest(path.toString(), SUBCOMMANDS);
        if (subcommand.isPresent()) {
            return "; did you mean the subcommand '" + subcommand.get() + "'?";
        }
        Path folder = path.getParent() == null ? Path.of("") : path.getParent();
        try (Stream<Path> siblings = Files.list(folder)) {
            List<String> names =
                    siblings.map(file -> file.getFileName().toString()).sorted().toList();
            return Suggestion.closest(path.getFileName().toString(), names)
                    .map(name -> "; did you mean '" + folder.resolve(name) + "'?")
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
