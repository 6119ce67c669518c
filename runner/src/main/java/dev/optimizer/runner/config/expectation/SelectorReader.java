package dev.optimizer.runner.config.expectation;

import dev.optimizer.runner.config.Selector;
import dev.optimizer.runner.config.StartConfig;
import dev.optimizer.runner.config.ValueText;
import dev.optimizer.runner.config.Variant;
import dev.optimizer.runner.config.declaration.ConfigSchema;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.problem.ProblemDraft;
import dev.optimizer.runner.config.sweep.AxisDraft;
import dev.optimizer.runner.config.sweep.AxisDraft.SweptPath;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.tree.AddressReader;
import dev.optimizer.runner.config.tree.Fields;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads which runs an expectation or an exclusion is about, and finds the problems that these runs are of. */
public final class SelectorReader {
    private static final String REPEAT = "repeat";

    private final Diagnostics diagnostics;
    private final List<Variant<ProblemDraft>> problems;
    private final Collection<String> solvers;
    private final Map<String, SweptPath> swept = new LinkedHashMap<>();
    private final AddressReader addresses;
    private final int repeat;

    /** @param solvers the names of the solvers; none if they could not be read */
    public SelectorReader(
            Diagnostics diagnostics,
            List<Variant<ProblemDraft>> problems,
            Collection<String> solvers,
            List<AxisDraft> axes,
            AddressReader addresses,
            int repeat) {
        this.diagnostics = diagnostics;
        this.problems = problems;
        this.solvers = solvers;
        this.addresses = addresses;
        this.repeat = repeat;
        axes.stream()
                .flatMap(axis -> axis.paths().stream())
                .forEach(path -> swept.put(path.address().name(), path));
    }

    /**
     * A selector with the problems whose runs it selects.
     *
     * @param problems empty if the selector is wrong, so that nothing more is said of its checks
     */
    record Selection(Selector selector, List<Variant<ProblemDraft>> problems) {}

    /** The selection of everything. */
    Selection everything() {
        return new Selection(Selector.ALL, problems);
    }

    Selection read(Entry entry) {
        return read(entry.value(), entry.key().span());
    }

    /** @param anchor where a selector that is none is reported */
    Selection read(YamlNode node, Span anchor) {
        Fields fields = fields(node, anchor);
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        List<String> known =
                problems.stream().map(draft -> draft.value().name()).distinct().toList();
        wanted.put("problem", names(fields, "problem", known, known::contains));
        List<Variant<ProblemDraft>> candidates = problems.stream()
                .filter(problem -> wanted.get("problem").isEmpty()
                        || wanted.get("problem").contains(problem.value().name()))
                .toList();
        wanted.put("start", starts(fields, candidates));
        wanted.put("solver", names(fields, "solver", solvers, new HashSet<>(solvers)::contains));
        wanted.put(REPEAT, repetitions(fields));
        swept.forEach((name, path) -> fields.entry(name).ifPresent(entry -> wanted.put(name, values(entry, path))));
        wanted.values().removeIf(Set::isEmpty);
        Selector selector = new Selector(wanted);
        List<Variant<ProblemDraft>> selected =
                candidates.stream().filter(problem -> isMeant(problem, wanted)).toList();
        return new Selection(selector, fields.isUncertain() ? List.of() : selected);
    }

    /** Swept paths are keys like the declared ones, however they are written. */
    private Fields fields(YamlNode node, Span anchor) {
        Section declared = ConfigSchema.SELECTOR;
        Stream<Key> paths =
                swept.keySet().stream().map(path -> Key.optional(path, new Kind.Axes(), "the values that are meant"));
        Section section = Section.of(
                declared.name(),
                declared.summary(),
                Stream.concat(declared.keys().stream(), paths).toArray(Key[]::new));
        if (!(node instanceof Mapping mapping)) {
            return Fields.read(diagnostics, section, node, anchor);
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : mapping.entries()) {
            String shortest = addresses.shortest(entry.name());
            boolean path = declared.key(entry.name()).isEmpty() && swept.containsKey(shortest);
            Scalar key = entry.key();
            entries.add(path ? new Entry(new Scalar(shortest, key.style(), key.span()), entry.value()) : entry);
        }
        return Fields.read(diagnostics, section, entries, anchor);
    }

    private boolean isMeant(Variant<ProblemDraft> problem, Map<String, Set<String>> wanted) {
        Set<String> starts = wanted.getOrDefault("start", Set.of());
        return (starts.isEmpty() || starts.stream().anyMatch(problem.value()::hasStart))
                && problem.parameters().entrySet().stream()
                        .allMatch(parameter -> wanted.getOrDefault(parameter.getKey(), Set.of(parameter.getValue()))
                                .contains(parameter.getValue()));
    }

    private Set<String> starts(Fields fields, List<Variant<ProblemDraft>> candidates) {
        List<String> known = candidates.stream()
                .flatMap(problem -> problem.value().starts().stream().map(StartConfig::name))
                .distinct()
                .toList();
        return names(
                fields,
                "start",
                known,
                name -> candidates.stream().anyMatch(problem -> problem.value().hasStart(name)));
    }

    private Set<String> repetitions(Fields fields) {
        Set<String> numbers = new LinkedHashSet<>();
        for (YamlNode node : fields.entry(REPEAT).map(this::items).orElse(List.of())) {
            new Nodes(diagnostics)
                    .value(REPEAT, Kind.whole(1, repeat), node)
                    .ifPresent(number -> numbers.add(number.toString()));
        }
        return numbers;
    }

    /** The values of a swept path that are meant, as the sweep writes them. */
    private Set<String> values(Entry entry, SweptPath path) {
        Set<String> chosen = new LinkedHashSet<>();
        boolean whole = find(path, entry.value()).isPresent();
        for (YamlNode node : whole ? List.of(entry.value()) : items(entry)) {
            Optional<String> value = find(path, node);
            value.ifPresent(chosen::add);
            if (value.isEmpty()) {
                String message = Wording.quote(node.inline()) + " is no value of " + entry.name() + "; known: ";
                diagnostics.add(node.span(), message + Wording.list(path.texts()));
            }
        }
        return chosen;
    }

    private static Optional<String> find(SweptPath path, YamlNode node) {
        String wanted = ValueText.comparable(node.inline());
        return path.texts().stream()
                .filter(text -> ValueText.comparable(text).equals(wanted))
                .findFirst();
    }

    /** The names under a key that exist; the others are recorded, unless nothing is known of what exists. */
    private Set<String> names(Fields fields, String key, Collection<String> known, Predicate<String> exists) {
        Set<String> names = new LinkedHashSet<>();
        for (YamlNode node : fields.entry(key).map(this::items).orElse(List.of())) {
            Optional<Scalar> scalar = new Nodes(diagnostics).scalar(key, "a name or a list of names", node);
            if (scalar.isPresent()) {
                String name = scalar.get().text();
                names.add(name);
                if (!known.isEmpty() && !exists.test(name)) {
                    diagnostics.add(node.span(), Wording.unknown(key, name, known));
                }
            }
        }
        return names;
    }

    private List<YamlNode> items(Entry entry) {
        if (!(entry.value() instanceof Sequence sequence)) {
            return List.of(entry.value());
        }
        if (sequence.items().isEmpty()) {
            diagnostics.add(entry.key().span(), entry.name() + " selects nothing; remove it to select all");
        }
        return sequence.items();
    }
}
