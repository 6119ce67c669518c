package dev.optimizer.runner.config.sweep;

import dev.optimizer.runner.config.sweep.AxisDraft.SweptPath;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.tree.Address.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the value of a sweep that an error is due to. An error at a value is shown there; one that every variant has is none of the
 * sweep's; any other is due to a value all of whose variants have it, or, where there is none, to the first variant that has it.
 */
final class Blame {
    private final Diagnostics diagnostics;
    private final List<AxisDraft> axes;
    private final Part part;
    private final Map<Diagnostics.Entry, List<Map<Integer, Integer>>> errors = new LinkedHashMap<>();
    private final Map<Map.Entry<Integer, Integer>, Integer> variantsOf = new LinkedHashMap<>();
    private int variants;

    Blame(Diagnostics diagnostics, List<AxisDraft> axes, Part part) {
        this.diagnostics = diagnostics;
        this.axes = axes;
        this.part = part;
    }

    /** The errors of one variant. */
    void record(Map<Integer, Integer> choices, Diagnostics own) {
        variants++;
        count(choices, variantsOf);
        own.entries()
                .forEach(error -> errors.computeIfAbsent(error, first -> new ArrayList<>())
                        .add(choices));
    }

    void report() {
        errors.forEach((error, failed) -> {
            if (failed.size() == variants || isInSweep(error.span())) {
                diagnostics.add(error);
            } else {
                report(error, failed);
            }
        });
    }

    private boolean isInSweep(Span span) {
        return axes.stream()
                .flatMap(axis -> axis.paths().stream())
                .anyMatch(path -> path.address().span().contains(span)
                        || path.values().stream().anyMatch(value -> value.span().contains(span)));
    }

    private void report(Diagnostics.Entry error, List<Map<Integer, Integer>> failed) {
        Map<Map.Entry<Integer, Integer>, Integer> failures = new LinkedHashMap<>();
        failed.forEach(choices -> count(choices, failures));
        Set<Map.Entry<Integer, Integer>> guilty = new LinkedHashSet<>(failures.keySet());
        guilty.removeIf(choice -> !failures.get(choice).equals(variantsOf.get(choice)));
        guilty.forEach(choice -> blame(choice, error));
        failed.stream()
                .filter(choices -> Collections.disjoint(choices.entrySet(), guilty))
                .findFirst()
                .ifPresent(choices -> blame(last(choices), error));
    }

    private static void count(Map<Integer, Integer> choices, Map<Map.Entry<Integer, Integer>, Integer> counts) {
        choices.forEach((axis, value) -> counts.merge(Map.entry(axis, value), 1, Integer::sum));
    }

    private static Map.Entry<Integer, Integer> last(Map<Integer, Integer> choices) {
        int axis = Collections.max(choices.keySet());
        return Map.entry(axis, choices.get(axis));
    }

    private void blame(Map.Entry<Integer, Integer> choice, Diagnostics.Entry error) {
        SweptPath path = axes.get(choice.getKey()).into(part).get(0);
        Span place = path.values().get(choice.getValue()).span();
        Position there = diagnostics.position(error.span());
        boolean sameFile = there.file().equals(diagnostics.position(place).file());
        String where = sameFile ? "line " + there.line() : there.toString();
        diagnostics.add(place, error.message() + " (" + where + ", with this value)");
    }
}
