package dev.optimizer.runner.config.problem;

import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Optimum;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.numbers.Names;
import dev.optimizer.runner.config.numbers.PointReader;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the known answer to a problem. */
final class OptimumReader {
    private final Diagnostics diagnostics;

    private final Names names;

    OptimumReader(Diagnostics diagnostics, Names names) {
        this.diagnostics = diagnostics;
        this.names = names;
    }

    Optional<Optimum> read(Entry entry) {
        Fields fields = Fields.read(
                diagnostics, ConfigSchema.OPTIMUM, entry.value(), entry.key().span());
        List<Double> at = fields.entry("at").map(this::at).orElse(List.of());
        Span place = fields.entry("value").map(Entry::key).orElse(entry.key()).span();
        return fields.find("value", Double.class).map(value -> new Optimum(value, at, diagnostics.position(place)));
    }

    private List<Double> at(Entry entry) {
        Optional<Mapping> mapping = new Nodes(diagnostics).mapping("at", "a number for each variable", entry.value());
        if (mapping.isEmpty()) {
            return List.of();
        }
        Map<String, double[]> point = new PointReader(diagnostics, Map.of("", names))
                .read(mapping.get().entries());
        Set<String> given = mapping.get().names();
        Set<String> variables = names.variables().keySet();
        List<String> missing =
                variables.stream().filter(name -> !given.contains(name)).toList();
        // A misspelt name is also a missing one; it was reported already.
        if (variables.containsAll(given) && !missing.isEmpty()) {
            diagnostics.add(entry.key().span(), "at has no value for " + Wording.list(missing));
        }
        return Doubles.of(variables.stream()
                .filter(point::containsKey)
                .map(point::get)
                .flatMapToDouble(Arrays::stream)
                .toArray());
    }
}
