package dev.optimizer.runner.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data of a report as a tree for {@link dev.optimizer.runner.output.Json}; what its script makes of them is in report.js. */
final class ReportData {
    /** So many rows of a trace, about: a plot is 350 pixels wide. */
    private static final int MOST_ROWS = 80;

    /** And fewer of each if there are more traces than this allows: 500 with all their rows. */
    private static final int MOST_POINTS = 500 * MOST_ROWS;

    private static final int FEWEST_ROWS = 8;

    private final List<Results> all;
    private final List<Panel> panels;
    private final List<Run> runs;
    private final Lines lines;
    private final Profiles profiles;

    /** @param all the results of one experiment; or those on both sides of a comparison */
    ReportData(List<Results> all) throws IOException {
        this.all = all;
        this.panels = Panels.of(all);
        this.runs = panels.stream().flatMap(panel -> panel.runs().stream()).toList();
        this.lines = new Lines(runs);
        this.profiles = new Profiles(panels, lines);
    }

    /** The panels in order. */
    List<Panel> panels() {
        return panels;
    }

    Lines lines() {
        return lines;
    }

    Profiles profiles() {
        return profiles;
    }

    /** About how many rows of each trace are shown. */
    int rows() {
        return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_POINTS / Math.max(1, runs.size())));
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", all.get(0).name());
        tree.put("summary", summary());
        tree.put("exit", exit());
        tree.put("verdict", verdict());
        tree.put("solvers", lines.names());
        tree.put("slots", lines.slots());
        putLargeParts(tree);
        tree.put("checks", checks());
        Map<String, String> configs = new LinkedHashMap<>();
        runs.forEach(run -> configs.putAll(RunTree.outlines(run)));
        tree.put("configs", configs);
        tree.put("provenance", Provenance.of(all));
        if (profiles.areShown()) {
            tree.put("profiles", Map.of("verified", Profiles.VERIFIED));
        }
        return tree;
    }

    /** What takes much memory is made when it is written. */
    private void putLargeParts(Map<String, Object> tree) {
        int[] firstRuns = new int[panels.size()];
        for (int i = 1; i < firstRuns.length; i++) {
            firstRuns[i] = firstRuns[i - 1] + panels.get(i - 1).runs().size();
        }
        Iterable<Object> panelTrees = () -> IntStream.range(0, firstRuns.length)
                .<Object>mapToObj(i -> PanelTree.of(panels.get(i), firstRuns[i]))
                .iterator();
        Iterable<Object> runTrees =
                () -> panels.stream().flatMap(this::runTrees).iterator();
        tree.put("panels", panelTrees);
        tree.put("runs", runTrees);
    }

    private Stream<Object> runTrees(Panel panel) {
        return panel.runs().stream().map(run -> RunTree.of(panel, run, lines.of(run), profiles, rows()));
    }

    /** {@code 4 runs = 1 problem x 2 starts x 2 solvers: 3 converged, 1 budget.}, in a comparison for each side. */
    private String summary() {
        return all.stream().map(this::summary).collect(Collectors.joining(" "));
    }

    private String summary(Results results) {
        String plan = results.manifest().get("plan").text();
        List<Run> own = runs.stream().filter(run -> run.results() == results).toList();
        String statuses = own.stream()
                .collect(Collectors.groupingBy(
                        run -> run.row().text("status"), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        int made = results.table().rows().size();
        int planned = results.manifest().get("runs").items().size();
        int hidden = made - own.size();
        return results.unique("").replace('/', ' ') + (plan.isEmpty() ? "" : plan + ": ")
                + (own.isEmpty() ? "no runs" : statuses) + "."
                + (planned > made ? " Not run: " + (planned - made) + "." : "")
                + (hidden > 0 ? " The other " + hidden + " runs are in runs.csv only." : "");
    }

    /** The most severe; 0 if none is known. */
    private int exit() {
        return all.stream()
                .map(results -> results.manifest().get("exit_code"))
                .filter(code -> !code.isMissing())
                .mapToInt(code -> (int) code.number())
                .max()
                .orElse(0);
    }

    private String verdict() {
        return all.stream()
                .map(ReportData::verdict)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String verdict(Results results) {
        List<String> parts = new ArrayList<>();
        if (!results.checks().isEmpty()) {
            long passed = results.checks().stream().filter(ReportData::isPassed).count();
            parts.add(passed + " of " + results.checks().size() + " checks passed");
        }
        if (!results.manifest().get("exit_code").isMissing()) {
            parts.add("exit " + results.manifest().get("exit_code").text());
        }
        return parts.isEmpty() ? "" : results.unique("").replace('/', ' ') + String.join(", ", parts);
    }

    private static boolean isPassed(Map<String, String> check) {
        return "passed".equals(check.get("verdict"));
    }

    private List<Object> checks() {
        List<Object> trees = new ArrayList<>();
        for (Results results : all) {
            for (Map<String, String> check : results.checks()) {
                String run = check.getOrDefault("run_id", "");
                trees.add(Tree.of(
                        "passed", isPassed(check),
                        "place", check.getOrDefault("place", ""),
                        "check", check.getOrDefault("check", ""),
                        "run", run.isEmpty() ? "" : results.unique(run),
                        "message", check.getOrDefault("message", "")));
            }
        }
        return trees;
    }
}
