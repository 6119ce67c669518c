package dev.optimizer.runner.config.expectation;

import dev.optimizer.runner.config.Near;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.numbers.Names;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the Hessian that an expectation wants: a list of rows, or a mapping with the rows and a tolerance. */
final class HessianReader {
    private final Diagnostics diagnostics;
    private final Nodes nodes;
    private final Map<String, Names> problems;

    HessianReader(Diagnostics diagnostics, Map<String, Names> problems) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
        this.problems = problems;
    }

    /** The entries with their tolerances: square, and of the size that every problem has. */
    Optional<List<List<Near>>> read(Entry entry) {
        if (!(entry.value() instanceof Mapping mapping)) {
            return rows(entry, OptionalDouble.empty());
        }
        Fields fields = Fields.read(
                diagnostics,
                ConfigSchema.HESSIAN,
                mapping.entries(),
                entry.key().span());
        return fields.entry("values").flatMap(values -> rows(values, fields.number("tolerance")));
    }

    private Optional<List<List<Near>>> rows(Entry entry, OptionalDouble tolerance) {
        Optional<Sequence> matrix = nodes.sequence(entry.name(), "a list of rows", entry.value());
        if (matrix.isEmpty() || !hasRightSize(entry, matrix.get().items().size())) {
            return Optional.empty();
        }
        List<List<Near>> rows = new ArrayList<>();
        for (YamlNode row : matrix.get().items()) {
            nodes.sequence("a row of " + entry.name(), "a list of numbers", row)
                    .flatMap(items -> row(items, matrix.get().items().size(), tolerance))
                    .ifPresent(rows::add);
        }
        return Optional.of(rows);
    }

    private Optional<List<Near>> row(Sequence items, int size, OptionalDouble tolerance) {
        if (items.items().size() != size) {
            diagnostics.add(
                    items.span(),
                    "every row must have as many numbers as there are rows, " + size + ": "
                            + items.items().size());
            return Optional.empty();
        }
        List<Near> row = new ArrayList<>();
        for (YamlNode item : items.items()) {
            nodes.number("an entry", Kind.number(), item).ifPresent(number -> row.add(Near.of(number, tolerance)));
        }
        return Optional.of(row);
    }

    private boolean hasRightSize(Entry entry, int rows) {
        for (Names names : problems.values()) {
            if (names.dimension() > 0 && names.dimension() != rows) {
                String wanted = "a row for each of "
                        + Wording.list(names.function().orElseThrow().entryNames());
                diagnostics.add(entry.value().span(), entry.name() + " must have " + wanted + "; rows given: " + rows);
                return false;
            }
        }
        return true;
    }
}
