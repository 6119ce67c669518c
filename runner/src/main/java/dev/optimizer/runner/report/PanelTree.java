package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Landscape;
import dev.optimizer.runner.output.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Terrain terrain = Terrain.of(panel);
        if (terrain.isEmpty()) {
            return;
        }
        tree.put("variables", terrain.variables());
        tree.put("critical", critical(panel));
        if (terrain.isCurve()) {
            tree.put("curve", Map.of("x", Digits.of(terrain.across()), "y", Digits.of(terrain.up())));
            return;
        }
        Landscape land = terrain.landscape();
        Map<String, Object> grid = new LinkedHashMap<>();
        grid.put("columns", land.columns());
        grid.put("rows", land.rows());
        grid.put("x", List.of(land.x()[0], land.x()[1]));
        grid.put("y", List.of(land.y()[0], land.y()[1]));
        grid.put("values", Digits.of(land.values()));
        tree.put("land", grid);
    }

    private static List<Object> critical(Panel panel) {
        return StationaryPoints.of(panel).stream()
                .<Object>map(point -> Map.of(
                        "x", point.x(), "y", point.y(), "kind", point.kind(), "description", point.description()))
                .toList();
    }
}
