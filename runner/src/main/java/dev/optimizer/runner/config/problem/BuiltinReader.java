package dev.optimizer.runner.config.problem;

import dev.optimizer.problem.Parameter;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks a built-in problem up, with the parameters that it is asked for with. */
final class BuiltinReader {
    private final Diagnostics diagnostics;

    BuiltinReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * The problem; empty, and recorded, if there is none of the name or a parameter is wrong.
     *
     * @param builtin where the name stands
     * @param parameters the entries under {@code params}
     */
    Optional<Problem> read(String name, Entry builtin, List<Entry> parameters) {
        Optional<Problem> usual = Problems.named(name);
        if (usual.isEmpty()) {
            diagnostics.add(builtin.value().span(), Wording.unknown("builtin", name, Problems.names()));
            return usual;
        }
        return parameters.isEmpty() ? usual : withParameters(usual.get(), parameters);
    }

    private Optional<Problem> withParameters(Problem usual, List<Entry> entries) {
        Map<String, Entry> given = new LinkedHashMap<>();
        entries.forEach(entry -> given.put(entry.name(), entry));
        Map<String, Integer> values = new LinkedHashMap<>();
        Optional<Problem> problem = Optional.of(usual);
        // In the order of declaration, for the range of one may depend on those before it.
        for (Parameter parameter : usual.parameters()) {
            Entry entry = given.remove(parameter.name());
            if (entry != null && problem.isPresent()) {
                problem = with(usual.name(), values, entry);
            }
        }
        List<String> known = usual.parameters().stream().map(Parameter::name).toList();
        given.values().forEach(entry -> refuse(usual, entry, known));
        return given.isEmpty() ? problem : Optional.empty();
    }

    private Optional<Problem> with(String name, Map<String, Integer> values, Entry entry) {
        Optional<Object> value = new Nodes(diagnostics).value(entry.name(), ConfigSchema.PARAMETER, entry.value());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        values.put(entry.name(), Math.toIntExact((Long) value.get()));
        try {
            return Problems.named(name, values);
        } catch (IllegalArgumentException e) {
            diagnostics.add(entry.value().span(), e.getMessage());
            return Optional.empty();
        }
    }

    private void refuse(Problem problem, Entry entry, List<String> known) {
        String message = known.isEmpty()
                ? Wording.quote(problem.name()) + " has no parameters; remove " + Wording.quote(entry.name())
                : Wording.unknown("parameter", entry.name(), known);
        diagnostics.add(entry.key().span(), message);
    }
}
