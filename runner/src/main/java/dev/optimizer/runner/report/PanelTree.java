package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Landscape;
import dev.optimizer.runner.output.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
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
        String best = panel.runs().stream()
                .map(run -> (run.problem().hasOptimum() ? "f* = " : "no optimum is known; best seen ")
                        + Numbers.rounded(run.problem().loss(panel.best(run))))
                .distinct()
                .collect(Collectors.joining(", "));
        long starts = panel.runs().stream()
                .filter(run -> run.problem().isDrawn(run.start()))
                .map(Run::instance)
                .distinct()
                .count();
        return starts > 1 ? starts + " random starts: median and range; " + best : best;
    }

    private static void putLandscape(Panel panel, Map<String, Object> tree) {
        Terrain terrain = Terrain.of(panel);
        if (terrain.isEmpty()) {
            return;
        }
        tree.put("variables", terrain.variables());
        tree.put("critical", critical(panel));
        if (terrain.isCurve()) {
            tree.put("curve", Tree.of("x", Digits.precise(terrain.across()), "y", Digits.precise(terrain.up())));
            return;
        }
        Landscape land = terrain.landscape();
        Map<String, Object> grid = new LinkedHashMap<>();
        grid.put("columns", land.columns());
        grid.put("rows", land.rows());
        grid.put("x", List.of(land.x()[0], land.x()[1]));
        grid.put("y", List.of(land.y()[0], land.y()[1]));
        // What is seen of a value is how far it is from the least.
        double base =
                Arrays.stream(land.values()).filter(Double::isFinite).min().orElse(0);
        grid.put("base", base);
        grid.put(
                "values",
                Digits.of(
                        Arrays.stream(land.values()).map(value -> value - base).toArray()));
        tree.put("land", grid);
    }

    private static List<Object> critical(Panel panel) {
        return StationaryPoints.of(panel).stream()
                .<Object>map(point -> Tree.of(
                        "x", point.x(), "y", point.y(), "kind", point.kind(), "description", point.description()))
                .toList();
    }
}
