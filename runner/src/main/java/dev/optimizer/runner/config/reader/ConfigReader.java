package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Origin;
import dev.optimizer.runner.config.Plugins;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.ConfigFile;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Sources;
import dev.optimizer.runner.config.text.UnreadableConfigException;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlParser;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads configs. Immutable; may be used by several threads.
 *
 * <p>The solvers are told from outside: this package knows the grammar of their options, not what they do.
 */
public final class ConfigReader {
    private final Grammar grammar;

    /**
     * A reader for the solvers that there are, which lets their options be anything that is in range, without plugins.
     *
     * @param solverTypes a section for each {@code type:} of solver, with its options as keys
     */
    public ConfigReader(List<Section> solverTypes) {
        this(solverTypes, method -> {}, Plugins.none());
    }

    /**
     * A reader for the solvers and the plugins that there are.
     *
     * @param solverTypes a section for each {@code type:} of solver, with its options as keys
     * @param solverCheck throws an {@link IllegalArgumentException}, whose message is shown at the solver, for options that do
     *     not go together
     */
    public ConfigReader(List<Section> solverTypes, Consumer<Choice> solverCheck, Plugins plugins) {
        this.grammar = Grammar.of(solverTypes, solverCheck, plugins);
    }

    /** The declaration of the config as a whole, with everything that it contains. */
    public Section schema() {
        return grammar.schema();
    }

    /**
     * Refuses what cannot be the name of an experiment.
     *
     * @throws IllegalArgumentException with the rest of a sentence that starts with what it was to be the name of
     */
    public static void requireExperimentName(String name) {
        ConfigSchema.EXPERIMENT_NAME.parse(name);
    }

    /**
     * Reads a file.
     *
     * @param file as the user named it; messages repeat it as it is
     * @param overrides what to put into it, each {@code path=value}
     * @throws UnreadableConfigException if there is no such file, or it is not text
     * @throws InvalidConfigException with every error in the file, in the one it extends, and in the overrides
     */
    public Experiment read(Path file, List<String> overrides) throws UnreadableConfigException, InvalidConfigException {
        return read(file, ConfigFile.text(file), overrides);
    }

    /** The same without overrides. */
    public Experiment read(Path file) throws UnreadableConfigException, InvalidConfigException {
        return read(file, List.of());
    }

    /**
     * Reads a text as if it stood in a file.
     *
     * @param file named in messages, and the default name of the experiment; need not exist
     * @throws InvalidConfigException with every error in the text
     */
    public Experiment read(Path file, String text) throws InvalidConfigException {
        return read(file, text, List.of());
    }

    /** The same with overrides. */
    public Experiment read(Path file, String text, List<String> overrides) throws InvalidConfigException {
        Sources sources = new Sources();
        Diagnostics diagnostics = new Diagnostics(sources);
        Mapping config = YamlParser.parse(diagnostics, sources.add(file, text));
        BaseReader bases = new BaseReader(diagnostics, grammar.schema());
        Mapping root = bases.complete(config);
        Overrides edits = new Overrides(diagnostics, grammar.schema(), file);
        for (String override : overrides) {
            root = edits.apply(root, override);
        }
        Origin origin = new Origin(file, bases.base(), overrides, sources);
        return new ExperimentReader(diagnostics, root, grammar).read(origin, edits);
    }
}
