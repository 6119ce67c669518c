package dev.optimizer.runner.config;

import dev.optimizer.runner.config.YamlNode.Entry;
import dev.optimizer.runner.config.YamlNode.Scalar;
import dev.optimizer.runner.config.YamlNode.Sequence;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads which runs an expectation is about, and finds the problems that these runs are of. */
final class SelectorReader {
    private final Diagnostics diagnostics;
    private final List<ProblemDraft> problems;
    private final Collection<String> solvers;

    /** @param solvers the names of the solvers; none if they could not be read */
    SelectorReader(Diagnostics diagnostics, List<ProblemDraft> problems, Collection<String> solvers) {
        this.diagnostics = diagnostics;
        this.problems = problems;
        this.solvers = solvers;
    }

    /**
     * A selector with the problems whose runs it selects.
     *
     * @param problems empty if the selector is wrong, so that nothing more is said of its checks
     */
    record Selection(Selector selector, List<ProblemDraft> problems) {}

    /** The selection of everything. */
    Selection everything() {
        return new Selection(new Selector(Set.of(), Set.of(), Set.of()), problems);
    }

    Selection read(Entry entry) {
        Fields fields = Fields.read(
                diagnostics, ConfigSchema.SELECTOR, entry.value(), entry.key().span());
        List<String> known = problems.stream().map(ProblemDraft::name).toList();
        Set<String> chosen = names(fields, "problem", known, known::contains);
        List<ProblemDraft> candidates = problems.stream()
                .filter(problem -> chosen.isEmpty() || chosen.contains(problem.name()))
                .toList();
        List<String> startNames = candidates.stream()
                .flatMap(problem -> problem.starts().stream().map(StartConfig::name))
                .distinct()
                .toList();
        Set<String> starts = names(
                fields, "start", startNames, name -> candidates.stream().anyMatch(problem -> problem.hasStart(name)));
        Set<String> chosenSolvers = names(fields, "solver", solvers, new HashSet<>(solvers)::contains);
        List<ProblemDraft> selected = candidates.stream()
                .filter(problem -> starts.isEmpty() || starts.stream().anyMatch(problem::hasStart))
                .toList();
        Selector selector = new Selector(chosen, starts, chosenSolvers);
        return new Selection(selector, fields.isUncertain() ? List.of() : selected);
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
