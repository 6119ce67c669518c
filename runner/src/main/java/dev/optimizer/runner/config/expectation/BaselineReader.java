package dev.optimizer.runner.config.expectation;

import dev.optimizer.runner.config.declaration.BaselineColumn;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Tolerance;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads how far results may be from their baseline. */
public final class BaselineReader {
    private final Diagnostics diagnostics;

    public BaselineReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The tolerances that the config sets, by column; wrong ones are recorded and left out. */
    public Map<BaselineColumn, Tolerance> read(Entry entry) {
        Map<BaselineColumn, Tolerance> tolerances = new EnumMap<>(BaselineColumn.class);
        Fields fields = Fields.read(
                diagnostics, ConfigSchema.BASELINE, entry.value(), entry.key().span());
        fields.entry("tolerance").ifPresent(columns -> readColumns(columns, tolerances));
        return tolerances;
    }

    private void readColumns(Entry entry, Map<BaselineColumn, Tolerance> tolerances) {
        Fields columns = Fields.read(
                diagnostics, ConfigSchema.TOLERANCES, entry.value(), entry.key().span());
        for (Entry one : columns.entries()) {
            Arrays.stream(BaselineColumn.values())
                    .filter(column -> column.word().equals(one.name()))
                    .findFirst()
                    .ifPresent(column -> tolerance(one).ifPresent(tolerance -> tolerances.put(column, tolerance)));
        }
    }

    /** A number is absolute, as everywhere; a mapping may say relative too. */
    private Optional<Tolerance> tolerance(Entry entry) {
        if (entry.value() instanceof Scalar) {
            return new Nodes(diagnostics)
                    .number(entry.name(), ConfigSchema.DEVIATION_BOUND, entry.value())
                    .map(absolute -> new Tolerance(absolute, 0));
        }
        return new Nodes(diagnostics)
                .mapping(entry.name(), "a number, or a mapping of absolute and relative", entry.value())
                .map(mapping -> Fields.read(
                        diagnostics,
                        ConfigSchema.DEVIATION,
                        mapping.entries(),
                        entry.key().span()))
                .flatMap(fields -> fields.find("absolute", Double.class)
                        .flatMap(absolute ->
                                fields.find("relative", Double.class).map(part -> new Tolerance(absolute, part))));
    }
}
