package dev.optimizer.runner.config;

import java.nio.file.Path;
import java.util.List;

/**
 * Reads configs. Immutable; may be used by several threads.
 *
 * <p>The solvers are told from outside: this package knows the grammar of their options, not what they do.
 */
public final class ConfigReader {
    private final Kind.Variant solverTypes;
    private final Section schema;

    /**
     * A reader for the solvers that there are.
     *
     * @param solverTypes a section for each {@code type:} of solver, with its options as keys
     */
    public ConfigReader(List<Section> solverTypes) {
        this.solverTypes = Kind.variant(solverTypes);
        this.schema = ConfigSchema.experiment(solverTypes);
    }

    /** The declaration of the config as a whole, with everything that it contains. */
    public Section schema() {
        return schema;
    }

    /**
     * Reads a file.
     *
     * @param file as the user named it; messages repeat it as it is
     * @throws UnreadableConfigException if there is no such file, or it is not text
     * @throws InvalidConfigException with every error in the file
     */
    public Experiment read(Path file) throws UnreadableConfigException, InvalidConfigException {
        return read(file, ConfigFile.text(file));
    }

    /**
     * Reads a text as if it stood in a file.
     *
     * @param file named in messages, and the default name of the experiment; need not exist
     * @throws InvalidConfigException with every error in the text
     */
    public Experiment read(Path file, String text) throws InvalidConfigException {
        Diagnostics diagnostics = new Diagnostics(new Source(file, text));
        return new ExperimentReader(diagnostics, YamlParser.parse(diagnostics), schema, solverTypes).read();
    }
}
