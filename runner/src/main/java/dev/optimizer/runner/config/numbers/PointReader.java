package dev.optimizer.runner.config.numbers;

import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads numbers by variable, such as {@code {x: 1, w: [1, 2]}}. */
public final class PointReader {
    private final Diagnostics diagnostics;
    private final ArrayReader arrays;

    /** The variables of each problem that is meant, by its name; none where its formula is wrong. */
    private final Map<String, Map<String, Shape>> variables = new LinkedHashMap<>();

    /** The keys that may stand beside the variables, to be suggested for a misspelt one. */
    private final List<String> besides;

    /** @param problems what each problem has names for, by its own name; formulas may use those of the first */
    public PointReader(Diagnostics diagnostics, Map<String, Names> problems, String... besides) {
        this.diagnostics = diagnostics;
        this.besides = List.of(besides);
        problems.forEach((problem, names) -> variables.put(problem, names.variables()));
        ConstantReader constants = problems.values().stream()
                .findFirst()
                .map(names -> ConstantReader.of(diagnostics, names))
                .orElseGet(() -> ConstantReader.plain(diagnostics));
        this.arrays = new ArrayReader(diagnostics, constants);
    }

    /** The entries of each variable in the order of the config; what does not fit every problem is recorded. */
    public Map<String, double[]> read(List<Entry> entries) {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (isKnown(entry)) {
                read(entry).ifPresent(values -> numbers.put(entry.name(), values));
            }
        }
        return numbers;
    }

    private Optional<double[]> read(Entry entry) {
        Optional<Shape> shape = variables.values().stream()
                .filter(known -> known.containsKey(entry.name()))
                .map(known -> known.get(entry.name()))
                .findFirst();
        // {fill: v} has every shape, so that it can be read without knowing which.
        return shape.isPresent() || entry.value() instanceof Mapping
                ? arrays.read(entry.name(), entry.value(), shape.orElse(Shape.scalar()))
                : arrays.read(entry.name(), entry.value()).map(values -> values.values());
    }

    private boolean isKnown(Entry entry) {
        Optional<Shape> first = Optional.empty();
        for (Map.Entry<String, Map<String, Shape>> problem : variables.entrySet()) {
            Shape shape = problem.getValue().get(entry.name());
            if (shape == null && !problem.getValue().isEmpty()) {
                refuse(entry, problem);
                return false;
            }
            if (shape != null && first.isPresent() && !first.get().equals(shape)) {
                String shapes = first.get().inWords() + " in one problem and " + shape.inWords() + " in ";
                String problems = shapes + Wording.quote(problem.getKey());
                diagnostics.add(entry.key().span(), entry.name() + " is " + problems + "; select one with 'for'");
                return false;
            }
            first = first.or(() -> Optional.ofNullable(shape));
        }
        return true;
    }

    private void refuse(Entry entry, Map.Entry<String, Map<String, Shape>> problem) {
        Set<String> known = problem.getValue().keySet();
        List<String> candidates = new ArrayList<>(known);
        candidates.addAll(besides);
        String where = variables.size() == 1 ? "" : " (problem " + Wording.quote(problem.getKey()) + ")";
        diagnostics.add(entry.key().span(), Wording.unknown("variable", entry.name(), candidates) + where);
    }
}
