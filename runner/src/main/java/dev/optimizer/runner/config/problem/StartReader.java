package dev.optimizer.runner.config.problem;

import dev.optimizer.formula.Shape;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.StartConfig;
import dev.optimizer.runner.config.StartValue;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.numbers.ArrayReader;
import dev.optimizer.runner.config.numbers.ConstantReader;
import dev.optimizer.runner.config.numbers.Names;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the starts of one problem. */
final class StartReader {
    private static final String RANDOM = "random";
    private static final String FILL = "fill";

    private final Diagnostics diagnostics;
    private final Nodes nodes;
    private final ConstantReader constants;
    private final ArrayReader arrays;

    /** The variables in order; empty if the formula is wrong, and then nothing is held against them. */
    private final Map<String, Shape> variables;

    StartReader(Diagnostics diagnostics, Names names) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
        this.constants = ConstantReader.of(diagnostics, names);
        this.arrays = new ArrayReader(diagnostics, constants);
        this.variables = names.variables();
    }

    /** The starts under the key; one that is wrong is recorded and still listed, so that it may be referred to. */
    List<StartConfig> read(Entry starts) {
        List<Entry> entries = nodes.named("start", starts);
        List<StartConfig> read = entries.stream().map(this::start).toList();
        refuseAmbiguity(entries, read);
        return read;
    }

    private StartConfig start(Entry entry) {
        Position position = diagnostics.position(entry.key().span());
        if (entry.value() instanceof Mapping mapping && mapping.has(RANDOM)) {
            return random(entry, mapping, position);
        }
        List<StartValue> values =
                entry.value() instanceof Mapping mapping && !mapping.has(FILL) ? point(entry, mapping) : bare(entry);
        return new StartConfig(entry.name(), values, OptionalInt.empty(), position);
    }

    private StartConfig random(Entry entry, Mapping mapping, Position position) {
        Fields fields = randomFields(mapping, entry, ConfigSchema.RANDOM_STARTS, ConfigSchema.RANDOM_START);
        Optional<Long> count = fields.find("count", Long.class);
        OptionalInt copies = count.isPresent() ? OptionalInt.of(count.get().intValue()) : OptionalInt.empty();
        return new StartConfig(entry.name(), everywhere(distribution(fields)), copies, position);
    }

    /** The same value for every variable. */
    private List<StartValue> everywhere(Optional<StartValue> value) {
        return value.map(one -> Collections.nCopies(variables.size(), one)).orElse(List.of());
    }

    /** A bare value, which is a whole start only where there is one variable, or {@code {fill: v}}. */
    private List<StartValue> bare(Entry entry) {
        if (entry.value() instanceof Mapping mapping) {
            return everywhere(
                    arrays.read(entry.name(), mapping, Shape.scalar()).map(value -> new StartValue.Constant(value[0])));
        }
        if (variables.size() > 1) {
            String remedy = "; write {fill: …}, or a value for each of " + Wording.list(variables.keySet());
            diagnostics.add(entry.value().span(), "one value for " + variables.size() + " variables" + remedy);
            return List.of();
        }
        String variable = variables.keySet().stream().findFirst().orElse(entry.name());
        return value(variable, entry).map(List::of).orElse(List.of());
    }

    private List<StartValue> point(Entry entry, Mapping mapping) {
        Map<String, StartValue> values = new HashMap<>();
        boolean complete = true;
        for (Entry variable : mapping.entries()) {
            if (isKnown(variable)) {
                value(variable.name(), variable).ifPresent(value -> values.put(variable.name(), value));
            } else {
                complete = false;
            }
        }
        Set<String> given = mapping.names();
        List<String> missing = variables.keySet().stream()
                .filter(name -> !given.contains(name))
                .toList();
        // A misspelt name is also a missing one; it was reported already.
        if (complete && !missing.isEmpty()) {
            String message = "start " + Wording.quote(entry.name()) + " has no value for " + Wording.list(missing);
            diagnostics.add(entry.key().span(), message);
        }
        return variables.keySet().stream()
                .filter(values::containsKey)
                .map(values::get)
                .toList();
    }

    private boolean isKnown(Entry variable) {
        if (variables.isEmpty() || variables.containsKey(variable.name())) {
            return true;
        }
        diagnostics.add(variable.key().span(), Wording.unknown("variable", variable.name(), variables.keySet()));
        return false;
    }

    /** The value of one variable; without knowing its shape all that can be checked is the value itself. */
    private Optional<StartValue> value(String variable, Entry entry) {
        YamlNode node = entry.value();
        if (node instanceof Mapping mapping) {
            return mapping.has(RANDOM)
                    ? distribution(randomFields(mapping, entry, ConfigSchema.RANDOM_VALUES, ConfigSchema.RANDOM_VALUE))
                    : arrays.read(variable, node, Shape.scalar()).map(value -> new StartValue.Constant(value[0]));
        }
        Shape shape = variables.get(variable);
        if (shape == null) {
            return arrays.read(variable, node).map(value -> new StartValue.Entries(Doubles.of(value.values())));
        }
        return arrays.read(variable, node, shape)
                .map(values -> shape.isScalar()
                        ? new StartValue.Constant(values[0])
                        : new StartValue.Entries(Doubles.of(values)));
    }

    /** What stands inside {@code {random: …}}, which must be the only key of its mapping. */
    private Fields randomFields(Mapping mapping, Entry entry, Section wrapper, Section section) {
        Entry random = Fields.read(
                        diagnostics, wrapper, mapping.entries(), entry.key().span())
                .entry(RANDOM)
                .orElseThrow();
        return Fields.read(diagnostics, section, random.value(), random.key().span());
    }

    private Optional<StartValue> distribution(Fields random) {
        return random.chosen().flatMap(this::distribution);
    }

    private Optional<StartValue> distribution(Entry entry) {
        boolean uniform = entry.name().equals("uniform");
        String expected = "a list of two numbers: " + (uniform ? "[a, b]" : "[mean, sd]");
        if (!(entry.value() instanceof Sequence sequence) || sequence.items().size() != 2) {
            diagnostics.add(entry.value().span(), entry.name() + " must be " + expected);
            return Optional.empty();
        }
        Optional<Double> first = constants.number(entry.name(), sequence.items().get(0));
        Optional<Double> second =
                constants.number(entry.name(), sequence.items().get(1));
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        return uniform
                ? uniform(first.get(), second.get(), entry.value().span())
                : normal(first.get(), second.get(), entry.value().span());
    }

    private Optional<StartValue> uniform(double low, double high, Span span) {
        // The width must be a number, too: a point is drawn as low + u·(high - low).
        if (!(low < high) || Double.isInfinite(high - low)) {
            diagnostics.add(span, "uniform must be [a, b] with a less than b, and b - a finite");
            return Optional.empty();
        }
        return Optional.of(new StartValue.Uniform(low, high));
    }

    private Optional<StartValue> normal(double mean, double deviation, Span span) {
        if (!(deviation > 0)) {
            diagnostics.add(span, "normal must be [mean, sd] with sd greater than 0");
            return Optional.empty();
        }
        return Optional.of(new StartValue.Normal(mean, deviation));
    }

    /** A start that stands for {@code any-1}, {@code any-2}, … leaves these names to no other. */
    private void refuseAmbiguity(List<Entry> entries, List<StartConfig> starts) {
        Map<String, StartConfig> counted = new HashMap<>();
        starts.stream().filter(start -> start.count().isPresent()).forEach(start -> counted.put(start.name(), start));
        for (Entry entry : entries) {
            String name = entry.name();
            StartConfig owner = counted.get(name.substring(0, Math.max(0, name.lastIndexOf('-'))));
            if (owner != null && owner.isCalled(name)) {
                String message = "start " + Wording.quote(name) + " is one of those that " + Wording.quote(owner.name())
                        + " stands for; rename it";
                diagnostics.add(entry.key().span(), message);
            }
        }
    }
}
