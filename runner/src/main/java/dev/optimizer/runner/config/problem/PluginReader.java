package dev.optimizer.runner.config.problem;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.FormulaException;
import dev.optimizer.formula.Shape;
import dev.optimizer.problem.ObjectiveProvider;
import dev.optimizer.problem.Parameter;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.Plugin;
import dev.optimizer.runner.config.Plugins;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks an objective up in the jars, with the parameters that it is asked for with. */
final class PluginReader {
    private final Diagnostics diagnostics;
    private final Plugins plugins;

    PluginReader(Diagnostics diagnostics, Plugins plugins) {
        this.diagnostics = diagnostics;
        this.plugins = plugins;
    }

    /**
     * The function; empty, and recorded, if there is none of the name, a parameter is wrong, or the plugin itself.
     *
     * @param entry where the name stands
     * @param parameters the entries under {@code params}
     */
    Optional<Function> read(String name, Entry entry, List<Entry> parameters) {
        List<Plugin> known = plugins.all();
        Optional<Plugin> plugin =
                known.stream().filter(one -> one.name().equals(name)).findFirst();
        if (plugin.isEmpty()) {
            String message = known.isEmpty()
                    ? "no jar offers the plugin " + Wording.quote(name) + "; name one with --plugins"
                    : Wording.unknown(
                            "plugin", name, known.stream().map(Plugin::name).toList());
            diagnostics.add(entry.value().span(), message);
            return Optional.empty();
        }
        try {
            return values(plugin.get(), parameters).map(values -> function(plugin.get(), values));
        } catch (FormulaException e) {
            refuse(plugin.get(), entry, Wording.cutLines(e.problem()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            refuse(plugin.get(), entry, Wording.cutLines(Thrown.inWords(e)));
        }
        return Optional.empty();
    }

    private void refuse(Plugin plugin, Entry entry, String problem) {
        String where = Wording.quote(plugin.name()) + " of " + plugin.jar();
        diagnostics.add(entry.value().span(), "the plugin " + where + " cannot say what its variables are: " + problem);
    }

    private static Function function(Plugin plugin, Map<String, Integer> parameters) {
        Map<String, Shape> variables = plugin.provider().variables(parameters);
        Formula.Builder builder = Formula.builder();
        variables.forEach(builder::variable);
        Formula scope = builder.parse("0");
        EntryColumns.conflict(scope.layout()).ifPresent(conflict -> {
            throw new IllegalArgumentException(conflict);
        });
        if (scope.dimension() == 0) {
            throw new IllegalArgumentException("there are none");
        }
        return new Function.Plugged(plugin, parameters, scope);
    }

    /** A value for every parameter, or empty if any is wrong. */
    private Optional<Map<String, Integer>> values(Plugin plugin, List<Entry> given) {
        ObjectiveProvider provider = plugin.provider();
        Map<String, Integer> values = new LinkedHashMap<>();
        Map<String, Parameter> declared = new LinkedHashMap<>();
        for (Parameter parameter : provider.parameters()) {
            declared.put(parameter.name(), parameter);
            values.put(parameter.name(), parameter.value());
        }
        boolean good = true;
        for (Entry entry : given) {
            Optional<Integer> value = declared.containsKey(entry.name())
                    ? value(declared.get(entry.name()), entry)
                    : unknown(plugin, entry, List.copyOf(declared.keySet()));
            value.ifPresent(number -> values.put(entry.name(), number));
            good &= value.isPresent();
        }
        return good ? Optional.of(values) : Optional.empty();
    }

    private Optional<Integer> value(Parameter parameter, Entry entry) {
        Optional<Object> number = new Nodes(diagnostics).value(entry.name(), ConfigSchema.PARAMETER, entry.value());
        if (number.isEmpty()) {
            return Optional.empty();
        }
        try {
            int value = Math.toIntExact((Long) number.get());
            return Optional.of(
                    new Parameter(parameter.name(), value, parameter.min(), parameter.max(), parameter.step()).value());
        } catch (IllegalArgumentException e) {
            diagnostics.add(entry.value().span(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Integer> unknown(Plugin plugin, Entry entry, List<String> known) {
        String message = known.isEmpty()
                ? Wording.quote(plugin.name()) + " has no parameters; remove " + Wording.quote(entry.name())
                : Wording.unknown("parameter", entry.name(), known);
        diagnostics.add(entry.key().span(), message);
        return Optional.empty();
    }
}
