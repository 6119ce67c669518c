package dev.optimizer.runner.config.expectation;

import dev.optimizer.runner.config.Check;
import dev.optimizer.runner.config.Near;
import dev.optimizer.runner.config.Variant;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.numbers.Names;
import dev.optimizer.runner.config.numbers.PointReader;
import dev.optimizer.runner.config.problem.ProblemDraft;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads one check of an expectation. */
final class CheckReader {
    private static final String TOLERANCE = "tolerance";

    private final Diagnostics diagnostics;
    private final Nodes nodes;

    /** What each problem that the check is about has names for, by the problem's name. */
    private final Map<String, Names> problems = new LinkedHashMap<>();

    CheckReader(Diagnostics diagnostics, List<Variant<ProblemDraft>> drafts) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
        drafts.forEach(problem -> problems.put(label(problem), problem.value().names()));
    }

    /** The name of a problem, with what tells its variants apart. */
    private static String label(Variant<ProblemDraft> problem) {
        String name = problem.value().name();
        return problem.parameters().isEmpty() ? name : name + " with " + Wording.pairs(problem.parameters());
    }

    /**
     * The check under a key of an expectation.
     *
     * @param expectation holds the values of the checks that are a word
     * @return empty if it is wrong, or the key is that of the selector
     */
    Optional<Check> read(Entry entry, Fields expectation) {
        Position at = diagnostics.position(entry.key().span());
        return switch (entry.name()) {
            case "for" -> Optional.empty();
            case "status" -> expectation.find("status", String.class).map(word -> new Check.Ending(status(word), at));
            case "point" -> expectation.find("point", String.class).map(word -> new Check.Point(point(word), at));
            case "monotone" ->
                expectation.find("monotone", Boolean.class).map(wanted -> new Check.Monotone(wanted, at));
            case "at" -> byVariable(entry).map(wanted -> new Check.At(wanted, at));
            case "gradient" -> byVariable(entry).map(wanted -> new Check.Gradient(wanted, at));
            case "hessian" ->
                new HessianReader(diagnostics, problems).read(entry).map(wanted -> new Check.Hessian(wanted, at));
            default -> measure(entry, at);
        };
    }

    /** A number of {@code runs.csv}: bare, or with bounds. */
    private Optional<Check> measure(Entry entry, Position at) {
        if (entry.value() instanceof Scalar) {
            return nodes.number(entry.name(), Kind.number(), entry.value())
                    .map(wanted -> measure(entry, Optional.of(Near.of(wanted, OptionalDouble.empty())), at));
        }
        return nodes.mapping(entry.name(), "a number, or a mapping of min, max, near and tolerance", entry.value())
                .flatMap(mapping -> bounds(entry, mapping, at));
    }

    private static Check measure(Entry entry, Optional<Near> near, Position at) {
        return new Check.Measure(entry.name(), OptionalDouble.empty(), OptionalDouble.empty(), near, at);
    }

    private Optional<Check> bounds(Entry entry, Mapping mapping, Position at) {
        Fields fields = Fields.read(
                diagnostics,
                ConfigSchema.MEASURE,
                mapping.entries(),
                entry.key().span());
        requireOrder(fields);
        OptionalDouble tolerance = fields.number(TOLERANCE);
        Optional<Near> near = fields.find("near", Double.class).map(wanted -> Near.of(wanted, tolerance));
        return Optional.of(new Check.Measure(entry.name(), fields.number("min"), fields.number("max"), near, at));
    }

    private void requireOrder(Fields fields) {
        OptionalDouble min = fields.number("min");
        OptionalDouble max = fields.number("max");
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            diagnostics.add(fields.entry("max").orElseThrow().value().span(), "max must be at least min");
        }
    }

    /** Numbers by variable, with one tolerance for all of them. */
    private Optional<Map<String, List<Near>>> byVariable(Entry entry) {
        return nodes.mapping(entry.name(), "a mapping of variables", entry.value())
                .flatMap(mapping -> byVariable(entry, mapping));
    }

    private Optional<Map<String, List<Near>>> byVariable(Entry entry, Mapping mapping) {
        List<Entry> numbers = mapping.entries().stream()
                .filter(one -> !one.name().equals(TOLERANCE))
                .toList();
        if (numbers.isEmpty()) {
            diagnostics.add(entry.key().span(), entry.name() + " needs a number for at least one variable");
        }
        Optional<Double> given = mapping.entries().stream()
                .filter(one -> one.name().equals(TOLERANCE))
                .findFirst()
                .flatMap(one -> nodes.number(TOLERANCE, ConfigSchema.TOLERANCE, one.value()));
        OptionalDouble tolerance = given.isPresent() ? OptionalDouble.of(given.get()) : OptionalDouble.empty();
        Map<String, List<Near>> wanted = new LinkedHashMap<>();
        new PointReader(diagnostics, problems, TOLERANCE)
                .read(numbers)
                .forEach((name, entries) -> wanted.put(name, Near.of(entries, tolerance)));
        return Optional.of(wanted);
    }

    private static Status status(String word) {
        return Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static PointKind point(String word) {
        return Arrays.stream(PointKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
