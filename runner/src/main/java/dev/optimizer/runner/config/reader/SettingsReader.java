package dev.optimizer.runner.config.reader;

import dev.optimizer.runner.config.Settings;
import dev.optimizer.runner.config.StopConfig;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import java.util.Optional;

/** Reads what holds for every problem and solver alike. */
final class SettingsReader {
    private final Diagnostics diagnostics;

    SettingsReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** @param settings the keys {@code seed} and {@code stop} of the config, as far as they are written */
    Settings read(Mapping settings) {
        Fields fields = Fields.read(diagnostics, ConfigSchema.SETTINGS, settings.entries(), settings.span());
        return new Settings(fields.get("seed", Long.class), stop(fields));
    }

    private StopConfig stop(Fields settings) {
        Fields stop = nested(diagnostics, settings, "stop", ConfigSchema.STOP);
        return new StopConfig(
                stop.get("gradient_norm", Double.class),
                stop.get("value_change", Double.class),
                stop.get("step_norm", Double.class),
                stop.get("iterations", Long.class),
                stop.get("evaluations", Long.class),
                stop.get("seconds", Double.class));
    }

    /** A section that may be left out. */
    static Fields nested(Diagnostics diagnostics, Fields fields, String key, Section section) {
        return Optional.of(key)
                .flatMap(fields::entry)
                .map(entry -> Fields.read(
                        diagnostics, section, entry.value(), entry.key().span()))
                .orElseGet(() -> Fields.defaults(diagnostics, section));
    }
}
