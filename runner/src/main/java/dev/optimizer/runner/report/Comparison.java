package dev.optimizer.runner.report;

import dev.optimizer.runner.baseline.Pair;
import dev.optimizer.runner.baseline.Pairs;
import dev.optimizer.runner.output.RunNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is different in two results, in the data of the page. */
final class Comparison {
    private Comparison() {}

    /** @param experiments the pairs of each experiment, by its name; by no name if there is one */
    static Map<String, Object> of(Map<String, Pairs> experiments) {
        List<String> columns = Pair.columns().stream()
                .filter(column -> experiments.values().stream()
                        .flatMap(pairs -> pairs.changed().stream())
                        .anyMatch(pair -> pair.changed().contains(column)))
                .toList();
        List<String> sentences = new ArrayList<>();
        List<Object> rows = new ArrayList<>();
        experiments.forEach((name, pairs) -> {
            String experiment = name.isEmpty() ? "" : name + ": ";
            sentences.add(experiment + pairs.summary("A", "B") + ".");
            for (Pair pair : pairs.changed()) {
                List<String> row = new ArrayList<>(List.of(experiment + pair.a().names()));
                columns.forEach(column -> row.add(pair.changed().contains(column) ? pair.change(column) : ""));
                row.add(pair.secondsRatio().map(Pairs::ratio).orElse(""));
                rows.add(row);
            }
            pairs.onlyA().forEach(row -> rows.add(alone(experiment, row.names(), "only in A", columns.size())));
            pairs.onlyB().forEach(row -> rows.add(alone(experiment, row.names(), "only in B", columns.size())));
        });
        List<String> heads = new ArrayList<>(List.of("run"));
        heads.addAll(columns);
        heads.add("time of B over A");
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sentences", sentences);
        tree.put("heads", heads);
        tree.put("rows", rows);
        return tree;
    }

    private static List<String> alone(String experiment, RunNames run, String words, int columns) {
        List<String> row = new ArrayList<>(List.of(experiment + run + ", " + words));
        for (int i = 0; i <= columns; i++) {
            row.add("");
        }
        return row;
    }
}
