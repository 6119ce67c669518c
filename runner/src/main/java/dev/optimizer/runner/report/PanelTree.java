package dev.optimizer.runner.report;

import dev.optimizer.runner.output.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A panel in the data of the page. */
final class PanelTree {
    private PanelTree() {}

    /** @param first the number of its first run in the report; the others follow */
    static Map<String, Object> of(Panel panel, int first) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", panel.title());
        tree.put("gapLabel", panel.gapLabel());
        tree.put("note", note(panel));
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < panel.runs().size(); i++) {
            numbers.add(first + i);
        }
        tree.put("runs", numbers);
        putLandscape(panel, tree);
        return tree;
    }

    private static String note(Panel panel) {
        Problem problem = panel.runs().get(0).problem();
        String best = panel.hasOptimum()
                ? "f* = " + Numbers.rounded(problem.optimum())
                : "no optimum is known; best seen " + Numbers.rounded(problem.loss(panel.best()));
        long starts = panel.runs().stream().map(Run::start).distinct().count();
        return starts > 1 ? starts + " random starts: median and range; " + best : best;
    }

    private static void putLandscape(Panel panel, Map<String, Object> tree) {
        Columns land = panel.landscape();
        List<String> names = List.copyOf(land.values().keySet());
        if (names.isEmpty() || land.rows() < 2) {
            return;
        }
        List<String> entries = panel.runs().get(0).entries();
        tree.put("variables", entries.isEmpty() ? List.of("x", "y") : entries);
        tree.put("critical", critical(panel));
        if (names.size() == 2) {
            tree.put(
                    "curve",
                    Map.of("x", Digits.of(land.column(names.get(0))), "y", Digits.of(land.column(names.get(1)))));
            return;
        }
        double[] up = land.column(names.get(0));
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < up.length; row++) {
            for (String column : names.subList(1, names.size())) {
                values.add(Digits.of(land.column(column)[row]));
            }
        }
        Map<String, Object> grid = new LinkedHashMap<>();
        grid.put("columns", names.size() - 1);
        grid.put("rows", up.length);
        grid.put("x", List.of(Double.parseDouble(names.get(1)), Double.parseDouble(names.get(names.size() - 1))));
        grid.put("y", List.of(up[0], up[up.length - 1]));
        grid.put("values", values);
        tree.put("land", grid);
    }

    /** The stationary points that runs have come to, each once. */
    private static List<Object> critical(Panel panel) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Run run : panel.runs()) {
            List<Double> at = run.finalPoint();
            if (run.row().text("status").equals("converged") && !at.isEmpty()) {
                String place = at.stream().map(Numbers::rounded).collect(Collectors.joining(", ", "(", ")"));
                String kind = run.row().text("point");
                String value = Numbers.rounded(run.row().number("value"));
                found.putIfAbsent(
                        kind + at.stream().map(entry -> Math.round(entry * 1e4)).toList(),
                        Map.of(
                                "x",
                                at.get(0),
                                "y",
                                at.size() > 1 ? at.get(1) : 0.0,
                                "kind",
                                kind,
                                "description",
                                kind + " at " + place + ", f = " + value));
            }
        }
        return List.copyOf(found.values());
    }
}
