package dev.optimizer.runner.config;

import dev.optimizer.runner.config.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads numbers by variable, such as {@code {x: 1, y: 2}}. */
final class PointReader {
    private final Diagnostics diagnostics;
    private final Nodes nodes;

    /** The variables of each problem that is meant, by its name; none where its formula is wrong. */
    private final Map<String, Set<String>> variables;

    /** The keys that may stand beside the variables, to be suggested for a misspelt one. */
    private final List<String> besides;

    PointReader(Diagnostics diagnostics, Map<String, Set<String>> variables, String... besides) {
        this.besides = List.of(besides);
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
        this.variables = variables;
    }

    /** The numbers in the order of the config; names that are no variable of every problem are recorded. */
    Map<String, Double> read(List<Entry> entries) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (isKnown(entry)) {
                nodes.number(entry.name(), Kind.number(), entry.value())
                        .ifPresent(number -> numbers.put(entry.name(), number));
            }
        }
        return numbers;
    }

    private boolean isKnown(Entry entry) {
        for (Map.Entry<String, Set<String>> problem : variables.entrySet()) {
            Set<String> known = problem.getValue();
            if (!known.isEmpty() && !known.contains(entry.name())) {
                String where = variables.size() == 1 ? "" : " (problem " + Wording.quote(problem.getKey()) + ")";
                List<String> candidates =
                        Stream.concat(known.stream(), besides.stream()).toList();
                diagnostics.add(entry.key().span(), Wording.unknown("variable", entry.name(), candidates) + where);
                return false;
            }
        }
        return true;
    }
}
