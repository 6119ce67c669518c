package dev.optimizer.runner.config;

import dev.optimizer.formula.Formula;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.runner.config.YamlNode.Entry;
import dev.optimizer.runner.config.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a problem: a formula of the user's own, or a built-in one. */
final class ProblemReader {
    private static final String FORMULA = "formula";
    private static final String BUILTIN = "builtin";

    /** The keys that only say something of a formula. */
    private static final List<String> WITH_FORMULA = List.of("variables", "let", "maximise");

    private final Diagnostics diagnostics;
    private final Nodes nodes;

    ProblemReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.nodes = new Nodes(diagnostics);
    }

    /** The problem under {@code problem:}; a built-in one brings its name along. */
    ProblemDraft single(Entry entry, String experiment) {
        Fields fields = fields(entry);
        return draft(fields.find(BUILTIN, String.class).orElse(experiment), fields);
    }

    /** The problems under {@code problems:}. */
    List<ProblemDraft> several(Entry entry) {
        List<ProblemDraft> drafts = new ArrayList<>();
        for (Entry one : nodes.named("problem", entry)) {
            drafts.add(draft(one.name(), fields(one)));
        }
        return drafts;
    }

    private Fields fields(Entry entry) {
        return Fields.read(
                diagnostics, ConfigSchema.PROBLEM, entry.value(), entry.key().span());
    }

    private ProblemDraft draft(String name, Fields fields) {
        Optional<Entry> objective = fields.exactlyOne(FORMULA, BUILTIN);
        Optional<Problem> builtin = fields.find(BUILTIN, String.class).flatMap(word -> builtin(word, fields));
        Optional<Formula> formula = fields.has(BUILTIN) ? builtin.map(Problem::formula) : formula(fields);
        // A misspelt let or variables has left its names as variables; what follows must not be judged by them.
        boolean certain = objective.isPresent() && !fields.means("let") && !fields.means("variables");
        Optional<Formula> known = certain ? formula : Optional.empty();
        Set<String> variables = ProblemDraft.variables(known);
        return new ProblemDraft(
                name,
                builtin.map(Problem::name),
                known,
                variables,
                fields.get("maximise", Boolean.class),
                optimum(fields, variables, builtin),
                starts(fields, variables, builtin),
                diagnostics.position(fields.anchor()));
    }

    private Optional<Formula> formula(Fields fields) {
        List<Entry> variables = entries(fields, "variables");
        for (Entry variable : variables) {
            nodes.value(variable.name(), Kind.word("scalar"), variable.value());
        }
        List<Entry> lets = entries(fields, "let");
        return fields.entry(FORMULA).flatMap(entry -> new FormulaReader(diagnostics).read(variables, lets, entry));
    }

    private List<Entry> entries(Fields fields, String key) {
        return fields.entry(key)
                .flatMap(entry -> nodes.mapping(key, "a mapping of names", entry.value()))
                .map(Mapping::entries)
                .orElse(List.of());
    }

    private Optional<Problem> builtin(String name, Fields fields) {
        for (String key : WITH_FORMULA) {
            fields.entry(key)
                    .ifPresent(entry -> diagnostics.add(
                            entry.key().span(), "'" + key + "' goes with a formula, not with builtin; remove it"));
        }
        Optional<Problem> problem = Problems.named(name);
        if (problem.isEmpty()) {
            Span span = fields.entry(BUILTIN).orElseThrow().value().span();
            diagnostics.add(span, Wording.unknown("builtin", name, Problems.names()));
        }
        return problem;
    }

    private List<StartConfig> starts(Fields fields, Set<String> variables, Optional<Problem> builtin) {
        Optional<Entry> given = fields.entry("starts");
        if (given.isPresent()) {
            return new StartReader(diagnostics, variables).read(given.get());
        }
        if (fields.has(FORMULA) && !fields.has(BUILTIN) && !fields.means("starts")) {
            diagnostics.add(fields.anchor(), "missing key 'starts'; add starts: with a line such as 'first: {x: 1}'");
        }
        return builtin.map(problem -> usualStarts(problem, fields)).orElse(List.of());
    }

    private List<StartConfig> usualStarts(Problem problem, Fields fields) {
        Position position =
                diagnostics.position(fields.entry(BUILTIN).orElseThrow().value().span());
        List<StartConfig> starts = new ArrayList<>();
        problem.starts().forEach((name, point) -> {
            List<StartValue> values = new ArrayList<>();
            point.forEach(value -> values.add(new StartValue.Constant(value)));
            starts.add(new StartConfig(name, values, OptionalInt.empty(), position));
        });
        return starts;
    }

    /** The answer given, or else what is known of a built-in problem. */
    private Optional<Optimum> optimum(Fields fields, Set<String> variables, Optional<Problem> builtin) {
        Optional<Entry> given = fields.entry("optimum");
        if (given.isPresent()) {
            return new OptimumReader(diagnostics, variables).read(given.get());
        }
        return builtin.flatMap(Problem::globalMinimum).map(point -> new Optimum(point.value(), point.at()));
    }
}
