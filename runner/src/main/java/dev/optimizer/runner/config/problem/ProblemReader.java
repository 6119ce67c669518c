package dev.optimizer.runner.config.problem;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Variable;
import dev.optimizer.problem.Problem;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.Optimum;
import dev.optimizer.runner.config.Plugins;
import dev.optimizer.runner.config.StartConfig;
import dev.optimizer.runner.config.StartValue;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.numbers.DataReader;
import dev.optimizer.runner.config.numbers.Names;
import dev.optimizer.runner.config.problem.FormulaReader.Declarations;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reads a problem: a formula or residuals of the user's own, a built-in one, or a plugin. */
public final class ProblemReader {
    private static final String FORMULA = "formula";
    static final String RESIDUALS = "residuals";
    private static final String BUILTIN = "builtin";
    private static final String PLUGIN = "plugin";
    private static final String PARAMS = "params";

    private final Diagnostics diagnostics;
    private final Nodes nodes;

    private final Plugins plugins;
    private final Map<Entry, List<NamedData>> knownData;

    /** @param knownData what has been read before, by the very entry */
    public ProblemReader(Diagnostics diagnostics, Plugins plugins, Map<Entry, List<NamedData>> knownData) {
        this.diagnostics = diagnostics;
        this.plugins = plugins;
        this.knownData = knownData;
        this.nodes = new Nodes(diagnostics);
    }

    /** The problem under {@code problem:}; a built-in one or a plugin brings its name along. */
    public ProblemDraft single(Entry entry, String experiment) {
        Fields fields = fields(entry);
        Optional<String> named = fields.find(BUILTIN, String.class).or(() -> fields.find(PLUGIN, String.class));
        return draft(named.orElse(experiment), fields);
    }

    /** One of the problems under {@code problems:}. */
    public ProblemDraft named(Entry entry) {
        return draft(entry.name(), fields(entry));
    }

    private Fields fields(Entry entry) {
        return Fields.read(
                diagnostics, ConfigSchema.PROBLEM, entry.value(), entry.key().span());
    }

    private ProblemDraft draft(String name, Fields fields) {
        Optional<Entry> objective = fields.chosen();
        Optional<Problem> builtin = fields.find(BUILTIN, String.class).flatMap(word -> builtin(word, fields));
        Names read = fields.has(BUILTIN) || fields.has(PLUGIN)
                ? builtin.map(ProblemReader::names).orElseGet(() -> new Names(plugin(fields), List.of()))
                : formulaOfOwn(fields);
        // A misspelt let, data or variables has left its names as variables; what follows must not be judged by them.
        boolean certain =
                objective.isPresent() && Stream.of("let", "data", "variables").noneMatch(fields::means);
        Names names = certain ? read : new Names(Optional.empty(), read.data());
        return new ProblemDraft(
                name,
                builtin.map(Problem::name),
                names,
                maximise(fields),
                optimum(fields, names, builtin),
                starts(fields, names, builtin),
                diagnostics.position(fields.anchor()));
    }

    private boolean maximise(Fields fields) {
        boolean maximise = fields.get("maximise", Boolean.class);
        if (maximise && fields.has(RESIDUALS)) {
            Span span = fields.entry("maximise").orElseThrow().key().span();
            diagnostics.add(span, "'maximise' goes with formula, not with residuals; remove it");
        }
        return maximise;
    }

    /** The formula with its data; no formula if anything that it may use is wrong. */
    private Names formulaOfOwn(Fields fields) {
        Map<Entry, Shape> variables = new LinkedHashMap<>();
        Map<Entry, List<NamedData>> data = new LinkedHashMap<>();
        List<Entry> declared = entries(fields, "variables");
        ShapeReader shapes = new ShapeReader(diagnostics);
        declared.forEach(entry -> shapes.read(entry).ifPresent(shape -> variables.put(entry, shape)));
        List<Entry> known = entries(fields, "data");
        DataReader numbers = new DataReader(diagnostics, knownData);
        known.forEach(entry -> numbers.read(entry).ifPresent(values -> data.put(entry, values)));
        List<NamedData> all = data.values().stream().flatMap(List::stream).toList();
        // Without the shape of a variable or data every other message would be a guess.
        if (variables.size() < declared.size() || data.size() < known.size()) {
            return new Names(Optional.empty(), all);
        }
        Declarations declarations = new Declarations(variables, data, entries(fields, "let"));
        Optional<Formula> formula = fields.entry(FORMULA)
                .or(() -> fields.entry(RESIDUALS))
                .flatMap(entry -> new FormulaReader(diagnostics).read(declarations, entry));
        return new Names(formula.map(Function.Written::new), all);
    }

    private List<Entry> entries(Fields fields, String key) {
        return fields.entry(key)
                .flatMap(entry -> nodes.mapping(key, "a mapping of names", entry.value()))
                .map(Mapping::entries)
                .orElse(List.of());
    }

    private Optional<Problem> builtin(String name, Fields fields) {
        Entry entry = fields.entry(BUILTIN).orElseThrow();
        return new BuiltinReader(diagnostics).read(name, entry, entries(fields, PARAMS));
    }

    private Optional<Function> plugin(Fields fields) {
        return fields.find(PLUGIN, String.class)
                .flatMap(name -> new PluginReader(diagnostics, plugins)
                        .read(name, fields.entry(PLUGIN).orElseThrow(), entries(fields, PARAMS)));
    }

    private static Names names(Problem builtin) {
        return new Names(
                Optional.of(new Function.Written(builtin.formula())),
                builtin.data().entrySet().stream()
                        .map(data -> new NamedData(data.getKey(), data.getValue(), Optional.empty()))
                        .toList());
    }

    private List<StartConfig> starts(Fields fields, Names names, Optional<Problem> builtin) {
        Optional<Entry> given = fields.entry("starts");
        if (given.isPresent()) {
            return new StartReader(diagnostics, names).read(given.get());
        }
        // Where "starts" is misspelt, the usual ones are not what was meant.
        return fields.means("starts")
                ? List.of()
                : builtin.map(problem -> usualStarts(problem, fields)).orElse(List.of());
    }

    private List<StartConfig> usualStarts(Problem problem, Fields fields) {
        Position position =
                diagnostics.position(fields.entry(BUILTIN).orElseThrow().value().span());
        List<StartConfig> starts = new ArrayList<>();
        problem.starts().forEach((name, point) -> {
            List<StartValue> values = problem.formula().layout().stream()
                    .map(variable -> part(point, variable))
                    .toList();
            starts.add(new StartConfig(name, values, OptionalInt.empty(), position));
        });
        return starts;
    }

    private static StartValue part(List<Double> point, Variable variable) {
        int offset = Math.toIntExact(variable.offset());
        if (variable.shape().isScalar()) {
            return new StartValue.Constant(point.get(offset));
        }
        int end = offset + Math.toIntExact(variable.shape().size());
        return new StartValue.Entries(Doubles.copyOf(point.subList(offset, end)));
    }

    /** The answer given, or else what is known of a built-in problem. */
    private Optional<Optimum> optimum(Fields fields, Names names, Optional<Problem> builtin) {
        Optional<Entry> given = fields.entry("optimum");
        if (given.isPresent()) {
            return new OptimumReader(diagnostics, names).read(given.get());
        }
        return builtin.flatMap(Problem::globalMinimum)
                .map(point -> new Optimum(point.value(), point.at(), diagnostics.position(fields.anchor())));
    }
}
