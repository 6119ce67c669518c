package dev.optimizer.runner.config;

import dev.optimizer.runner.config.YamlNode.Entry;
import dev.optimizer.runner.config.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the known answer to a problem. */
final class OptimumReader {
    private final Diagnostics diagnostics;

    /** The variables in order; empty if the formula is wrong. */
    private final Set<String> variables;

    OptimumReader(Diagnostics diagnostics, Set<String> variables) {
        this.diagnostics = diagnostics;
        this.variables = variables;
    }

    Optional<Optimum> read(Entry entry) {
        Fields fields = Fields.read(
                diagnostics, ConfigSchema.OPTIMUM, entry.value(), entry.key().span());
        List<Double> at = fields.entry("at").map(this::at).orElse(List.of());
        return fields.find("value", Double.class).map(value -> new Optimum(value, at));
    }

    private List<Double> at(Entry entry) {
        Optional<Mapping> mapping = new Nodes(diagnostics).mapping("at", "a number for each variable", entry.value());
        if (mapping.isEmpty()) {
            return List.of();
        }
        Map<String, Double> point = new PointReader(diagnostics, Map.of("", variables))
                .read(mapping.get().entries());
        Set<String> given = mapping.get().names();
        List<String> missing =
                variables.stream().filter(name -> !given.contains(name)).toList();
        // A misspelt name is also a missing one; it was reported already.
        if (variables.containsAll(given) && !missing.isEmpty()) {
            diagnostics.add(entry.key().span(), "at has no value for " + Wording.list(missing));
        }
        return variables.stream().filter(point::containsKey).map(point::get).toList();
    }
}
