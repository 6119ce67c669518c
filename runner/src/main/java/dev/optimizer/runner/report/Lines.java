package dev.optimizer.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the lines of plots are called, and their colours. A line is a solver with its swept parameters; of a comparison, on
 * one side.
 */
final class Lines {
    /** So many colours there are; from there on lines are dashed. */
    private static final int COLOURS = 8;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> slots = new ArrayList<>();

    /** In the order of the runs; in a comparison both sides of a method after one another, in one colour, one of them dashed. */
    Lines(List<Run> runs) {
        Set<String> methods = new LinkedHashSet<>();
        Map<String, Set<String>> sides = new LinkedHashMap<>();
        for (Run run : runs) {
            methods.add(run.method());
            sides.computeIfAbsent(run.method(), unused -> new LinkedHashSet<>()).add(run.label());
        }
        int method = 0;
        boolean compared = sides.values().stream().anyMatch(labels -> labels.size() > 1);
        for (String name : methods) {
            for (String label : sides.get(name)) {
                numbers.put(label, numbers.size());
                boolean second = compared && label.endsWith("(B)");
                slots.add(compared ? method % COLOURS + (second ? COLOURS : 0) : method);
            }
            method++;
        }
    }

    List<String> names() {
        return List.copyOf(numbers.keySet());
    }

    /** The number of a run's line. */
    int of(Run run) {
        return numbers.get(run.label());
    }

    /** The colours of the lines. */
    List<Integer> slots() {
        return slots;
    }

    int slot(Run run) {
        return slots.get(of(run));
    }
}
