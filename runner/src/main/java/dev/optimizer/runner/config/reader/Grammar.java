package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.Plugins;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.tree.ChoiceReader;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a config may hold.
 *
 * @param schema the declaration of the config as a whole
 * @param solverTypes the solvers that there are
 * @param solverCheck throws an {@link IllegalArgumentException} for options that do not go together
 * @param plugins the objectives that {@code plugin:} may name
 */
record Grammar(Section schema, Kind.Variant solverTypes, Consumer<Choice> solverCheck, Plugins plugins) {
    static Grammar of(List<Section> solverTypes, Consumer<Choice> solverCheck, Plugins plugins) {
        return new Grammar(ConfigSchema.experiment(solverTypes), Kind.variant(solverTypes), solverCheck, plugins);
    }

    /** The solver under a name; empty, and recorded, if it is none. */
    Optional<SolverConfig> solver(Diagnostics diagnostics, Entry entry) {
        return new ChoiceReader(diagnostics)
                .read(solverTypes, entry)
                .filter(method -> isSound(diagnostics, entry, method))
                .map(method -> new SolverConfig(
                        entry.name(), method, diagnostics.position(entry.key().span())));
    }

    private boolean isSound(Diagnostics diagnostics, Entry entry, Choice method) {
        try {
            solverCheck.accept(method);
            return true;
        } catch (IllegalArgumentException e) {
            diagnostics.add(entry.key().span(), e.getMessage());
            return false;
        }
    }
}
