package dev.optimizer.runner.config.expectation;

import dev.optimizer.runner.config.Selector;
import dev.optimizer.runner.config.expectation.SelectorReader.Selection;
import dev.optimizer.runner.config.sweep.AxisDraft;
import dev.optimizer.runner.config.sweep.AxisDraft.SweptPath;
import dev.optimizer.runner.config.sweep.Parts;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.tree.Address.Part;
import dev.optimizer.runner.config.tree.Nodes;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which runs are left out; one that would leave out none says something that its author does not mean. */
public final class Exclusions {
    private final Diagnostics diagnostics;
    private final SelectorReader selectors;
    private final Parts parts;
    private final List<AxisDraft> axes;

    public Exclusions(Diagnostics diagnostics, SelectorReader selectors, Parts parts, List<AxisDraft> axes) {
        this.diagnostics = diagnostics;
        this.selectors = selectors;
        this.parts = parts;
        this.axes = axes;
    }

    /** What is left out, an item for each in the list under the key; wrong ones are recorded. */
    public List<Selector> read(Entry exclude) {
        Optional<Sequence> list =
                new Nodes(diagnostics).sequence(exclude.name(), "a list with a dash for each item", exclude.value());
        List<Selector> all = new ArrayList<>();
        for (YamlNode item : list.map(Sequence::items).orElse(List.of())) {
            all.add(exclusion(item));
        }
        return all;
    }

    private Selector exclusion(YamlNode item) {
        Span anchor = new Span(item.span().start(), item.span().start() + 1);
        int errors = diagnostics.entries().size();
        Selection selection = selectors.read(item, anchor);
        boolean good = diagnostics.entries().size() == errors;
        if (good && selection.selector().wanted().isEmpty()) {
            diagnostics.add(anchor, "this excludes every run; say which, such as {solver: newton}");
        } else if (good && parts.arePresent() && !matches(selection)) {
            diagnostics.add(anchor, "no run matches this exclusion; remove it");
        }
        return selection.selector();
    }

    private boolean matches(Selection selection) {
        Set<String> solvers = selection.selector().wanted().getOrDefault("solver", parts.solverNames());
        return selection.problems().stream()
                .map(problem -> parts.problem(problem.value().name()))
                .distinct()
                .anyMatch(problem -> solvers.stream()
                        .anyMatch(solver -> matches(selection.selector(), problem, parts.solver(solver))));
    }

    /** Whether a run of this problem and solver has all the values that are asked for, those of each axis at one time. */
    private boolean matches(Selector selector, Part problem, Part solver) {
        for (AxisDraft axis : axes) {
            Set<Integer> left = new HashSet<>();
            for (int i = 0; i < axis.size(); i++) {
                left.add(i);
            }
            for (SweptPath path : axis.paths()) {
                Set<String> wanted = selector.wanted().get(path.address().name());
                Part part = path.address().part();
                if (wanted != null && !Set.of(problem, solver, Part.SETTINGS).contains(part)) {
                    return false;
                }
                left.removeIf(
                        i -> wanted != null && !wanted.contains(path.texts().get(i)));
            }
            if (left.isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
