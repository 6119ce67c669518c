package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Costs;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The data of a report as a tree for {@link dev.optimizer.runner.output.Json}; what its script makes of them is in report.js. */
final class ReportData {
    /** Numbers of plots have so many digits, more than can be seen; tables have those of runs.csv. */
    private static final MathContext DIGITS = new MathContext(4);

    /** So many rows of a trace, about: a plot is 350 pixels wide. */
    private static final int MOST_ROWS = 80;

    /** And fewer of each if there are more traces than this allows: 500 with all their rows. */
    private static final int MOST_POINTS = 500 * MOST_ROWS;

    /** Columns of a trace before those of the point. */
    private static final int FIXED_COLUMNS = 11;

    private static final List<String> TAUS = List.of("1e-1", "1e-3", "1e-5", "1e-7");

    /** From so many instances on profiles are worth a look. */
    private static final int PROFILED = 10;

    private final ResultsReader results;
    private final List<Panel> panels;
    private final List<String> solvers;
    private final Map<String, Map<String, String>> models;

    ReportData(ResultsReader results) throws IOException {
        this.results = results;
        this.panels = results.panels();
        this.models = results.models();
        this.solvers = panels.stream()
                .flatMap(panel -> panel.runs().stream().map(Run::label))
                .distinct()
                .toList();
    }

    /** The panels in order. */
    List<Panel> panels() {
        return panels;
    }

    /** What lines are called, in the order of their colours. */
    List<String> solvers() {
        return solvers;
    }

    /** About how many rows of each trace are shown. */
    int rows() {
        int runs = panels.stream().mapToInt(panel -> panel.runs().size()).sum();
        return Math.max(8, Math.min(MOST_ROWS, MOST_POINTS / Math.max(1, runs)));
    }

    Map<String, Object> tree() throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        JsonTree manifest = results.manifest();
        List<Run> runs = panels.stream().flatMap(panel -> panel.runs().stream()).toList();
        tree.put("name", results.name());
        tree.put("summary", summary(runs));
        tree.put(
                "exit",
                manifest.get("exit_code").isMissing()
                        ? 0
                        : (int) manifest.get("exit_code").number());
        tree.put("verdict", verdict());
        tree.put("solvers", solvers);
        tree.put("panels", panelTrees());
        tree.put(
                "runs",
                panels.stream()
                        .flatMap(panel -> panel.runs().stream().map(run -> run(panel, run)))
                        .toList());
        tree.put("checks", checks());
        tree.put("configs", configs());
        tree.put("provenance", provenance());
        if (isProfiled()) {
            tree.put(
                    "profiles",
                    Map.of(
                            "verified",
                            "An instance counts as solved if the run converged, the verdict is the kind of point that was"
                                    + " looked for, and the value is the optimum or the best that any such run found,"
                                    + " up to 1e-6."));
        }
        return tree;
    }

    /** Whether there are enough instances, and solvers to be compared. */
    boolean isProfiled() {
        return costs().costs().length >= PROFILED && solvers.size() > 1;
    }

    /** The evaluations of f that each solver took, where its success is verified. */
    Costs costs() {
        Map<String, double[]> rows = new LinkedHashMap<>();
        for (Panel panel : panels) {
            for (Run run : panel.runs()) {
                double[] row = rows.computeIfAbsent(instance(run), unused -> unsolved());
                double cost = run.row().number("n_f");
                row[solvers.indexOf(run.label())] = panel.isSolvedBy(run) ? cost : Double.NaN;
            }
        }
        return new Costs(solvers.toArray(String[]::new), rows.values().toArray(double[][]::new));
    }

    private double[] unsolved() {
        double[] row = new double[solvers.size()];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    private static String instance(Run run) {
        return run.problemLabel() + "\n" + run.start() + "\n" + run.row().text("repeat");
    }

    private String summary(List<Run> runs) {
        String statuses = runs.stream()
                .collect(Collectors.groupingBy(
                        run -> run.row().text("status"), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        int hidden = results.table().rows().size() - runs.size();
        String plan = results.manifest().get("plan").text();
        return (plan.isEmpty() ? "" : plan + ": ") + statuses + "."
                + (hidden > 0 ? " The other " + hidden + " runs are in runs.csv only." : "");
    }

    private String verdict() throws IOException {
        List<Map<String, String>> checks = results.checks();
        long passed = checks.stream()
                .filter(check -> "passed".equals(check.get("verdict")))
                .count();
        List<String> parts = new ArrayList<>();
        if (!checks.isEmpty()) {
            parts.add(passed + " of " + checks.size() + " checks passed");
        }
        if (!results.manifest().get("exit_code").isMissing()) {
            parts.add("exit " + results.manifest().get("exit_code").text());
        }
        return String.join(", ", parts);
    }

    private List<Object> panelTrees() throws IOException {
        List<Object> trees = new ArrayList<>();
        int first = 0;
        for (Panel panel : panels) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("title", panel.title());
            tree.put("gapLabel", panel.gapLabel());
            tree.put("note", note(panel));
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < panel.runs().size(); i++) {
                numbers.add(first + i);
            }
            first += panel.runs().size();
            tree.put("runs", numbers);
            landscape(panel, tree);
            trees.add(tree);
        }
        return trees;
    }

    private void landscape(Panel panel, Map<String, Object> tree) throws IOException {
        Columns land = results.landscape(panel);
        List<String> names = new ArrayList<>(land.values().keySet());
        if (names.isEmpty() || land.rows() < 2) {
            return;
        }
        List<String> entries = panel.runs().get(0).trace().values().keySet().stream()
                .skip(FIXED_COLUMNS)
                .toList();
        tree.put("variables", entries.isEmpty() ? List.of("x", "y") : entries);
        tree.put("critical", critical(panel));
        if (names.size() == 2) {
            tree.put("curve", Map.of("x", numbers(land.column(names.get(0))), "y", numbers(land.column(names.get(1)))));
            return;
        }
        double[] up = land.column(names.get(0));
        List<Object> values = new ArrayList<>();
        for (int row = 0; row < up.length; row++) {
            for (String column : names.subList(1, names.size())) {
                values.add(digits(land.column(column)[row]));
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
    private List<Object> critical(Panel panel) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (Run run : panel.runs()) {
            List<Double> at = finalPoint(run);
            if (run.row().text("status").equals("converged") && !at.isEmpty()) {
                String place = at.stream().map(Numbers::rounded).collect(Collectors.joining(", ", "(", ")"));
                String kind = run.row().text("point");
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
                                kind + " at " + place + ", f = "
                                        + Numbers.rounded(run.row().number("value"))));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** Empty if it was not written down. */
    private static List<Double> finalPoint(Run run) {
        int last = run.trace().rows() - 1;
        return run.trace().values().values().stream()
                .skip(FIXED_COLUMNS)
                .map(column -> column[last])
                .toList();
    }

    private static String note(Panel panel) {
        String best = panel.hasOptimum()
                ? "f* = " + Numbers.rounded(panel.runs().get(0).optimum())
                : "no optimum is known; best seen "
                        + Numbers.rounded(panel.runs().get(0).loss(panel.best()));
        long starts = panel.runs().stream().map(Run::start).distinct().count();
        return starts > 1 ? starts + " random starts: median and range; " + best : best;
    }

    private Map<String, Object> run(Panel panel, Run run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", run.id());
        tree.put("problem", run.problemLabel());
        tree.put("start", run.start());
        tree.put("solver", solvers.indexOf(run.label()));
        tree.put("outlines", List.of(run.problem(), run.row().names().solver()));
        tree.put("repeat", run.row().text("repeat"));
        tree.put("dimension", run.dimension());
        tree.put("status", run.row().text("status"));
        tree.put("reason", run.row().text("stop_reason"));
        tree.put("point", run.row().text("point"));
        tree.put("mark", run.mark().name());
        tree.put("solved", panel.isSolvedBy(run));
        Map.of("iterations", "iterations", "nf", "n_f", "ng", "n_g", "nh", "n_h", "nhv", "n_hv")
                .forEach((name, column) -> tree.put(name, whole(run.row().number(column))));
        Map.of("value", "value", "gap", "gap", "grad", "gradient_norm", "order", "order", "seconds", "seconds")
                .forEach((name, column) -> tree.put(name, run.row().text(column)));
        tree.put("checks", run.row().text("checks"));
        tree.put("failed", failed(run.row().text("checks")));
        tree.put("words", words(run));
        tree.put("final", point(run));
        tree.put("config", String.valueOf(run.row().names()));
        Map<String, Object> reached = new LinkedHashMap<>();
        TAUS.forEach(tau -> reached.put(tau, digits(panel.reached(run, Double.parseDouble(tau)))));
        tree.put("reached", reached);
        model(run, tree);
        tree.put("trace", trace(panel, run));
        return tree;
    }

    private void model(Run run, Map<String, Object> tree) {
        Map<String, String> row = models.get(run.id());
        List<Double> at = finalPoint(run);
        if (row != null && !at.isEmpty() && !row.get("f").isEmpty()) {
            List<Object> gradient =
                    Stream.of("g_1", "g_2").map(name -> decimal(row, name)).toList();
            List<Object> hessian = Stream.of("h_1_1", "h_1_2", "h_2_2")
                    .map(name -> decimal(row, name))
                    .toList();
            tree.put("model", Map.of("x", at, "f", decimal(row, "f"), "g", gradient, "h", hessian));
        }
    }

    /** All digits, for models are differences; 0 for what there is none of. */
    private static Object decimal(Map<String, String> row, String name) {
        return row.get(name).isEmpty() ? (Object) 0.0 : Double.valueOf(row.get(name));
    }

    private static long whole(double value) {
        return Double.isNaN(value) ? 0 : (long) value;
    }

    /** {@code 2 of 3}: not all of them. */
    private static boolean failed(String checks) {
        String[] parts = checks.split(" of ");
        return parts.length == 2 && !parts[0].equals(parts[1]);
    }

    private static String words(Run run) {
        String status = run.row().text("status");
        String sentence = Arrays.stream(Status.values())
                .filter(one -> one.word().equals(status))
                .map(one -> one.sentence() + " (" + run.row().text("stop_reason") + ")"
                        + (one.isConvergence()
                                ? ""
                                : "; " + one.remedy(run.row().text("stop_reason"))))
                .findFirst()
                .orElse("");
        return status + ": " + sentence + ". The final point is " + run.row().text("point") + ".";
    }

    private String point(Run run) {
        List<String> columns = results.table().pointColumns();
        return columns.stream()
                .filter(column -> !run.row().text(column).isEmpty())
                .limit(20)
                .map(column -> column + " = " + run.row().text(column))
                .collect(Collectors.joining(", "));
    }

    private Map<String, Object> trace(Panel panel, Run run) {
        double[] gaps = panel.gaps(run);
        int[] kept = Thinning.rows(gaps, rows());
        Columns thin = run.trace().only(kept);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("i", wholes(thin.column("iteration")));
        tree.put("nf", wholes(thin.column("n_f")));
        tree.put("gap", Arrays.stream(kept).mapToObj(row -> digits(gaps[row])).toList());
        tree.put("f", numbers(thin.column("value")));
        tree.put("grad", numbers(thin.column("gradient_norm")));
        tree.put("step", numbers(thin.column("step_length")));
        tree.put("sec", numbers(thin.column("seconds")));
        if (run.dimension() <= 2) {
            List<Object> point = new ArrayList<>();
            thin.values().entrySet().stream()
                    .skip(FIXED_COLUMNS)
                    .forEach(entry -> point.add(numbers(entry.getValue())));
            if (!point.isEmpty()) {
                tree.put("x", point);
            }
        }
        return tree;
    }

    private static List<Object> wholes(double[] values) {
        return Arrays.stream(values).mapToObj(value -> (Object) (long) value).toList();
    }

    private static List<Object> numbers(double[] values) {
        return Arrays.stream(values).mapToObj(ReportData::digits).toList();
    }

    /** A number to the digits of plots; a text where JSON has no such number. */
    private static Object digits(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Double.isInfinite(value)
                ? (value > 0 ? "Infinity" : "-Infinity")
                : new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private List<Object> checks() throws IOException {
        return results.checks().stream()
                .map(check -> (Object) Map.of(
                        "passed", "passed".equals(check.get("verdict")),
                        "place", check.getOrDefault("place", ""),
                        "check", check.getOrDefault("check", ""),
                        "run", check.getOrDefault("run_id", ""),
                        "message", check.getOrDefault("message", "")))
                .toList();
    }

    private Map<String, Object> configs() {
        JsonTree config = results.manifest().get("config");
        return Map.of("problems", outlines(config.get("problems")), "solvers", outlines(config.get("solvers")));
    }

    private static Map<String, Object> outlines(JsonTree named) {
        Map<String, Object> outlines = new LinkedHashMap<>();
        named.names().forEach(name -> outlines.put(name, name + ":\n" + Outline.of(named.get(name), 1)));
        return outlines;
    }

    private List<Object> provenance() {
        JsonTree manifest = results.manifest();
        List<Object> rows = new ArrayList<>();
        rows.add(row("config", manifest.get("config").get("file").text()));
        rows.add(
                row("sha256 of the config", manifest.get("config").get("sha256").text()));
        for (String part : List.of("overrides", "selection", "versions", "host")) {
            JsonTree tree = manifest.get(part);
            if (!tree.isMissing() && !(tree.items().isEmpty() && tree.text().isEmpty())) {
                rows.add(row(part, Outline.inline(tree)));
            }
        }
        rows.add(row("BLAS", manifest.get("blas").text()));
        Stream.of("seed", "stop", "settings", "record")
                .filter(part -> !manifest.get("config").get(part).isMissing())
                .forEach(part ->
                        rows.add(row(part, Outline.inline(manifest.get("config").get(part)))));
        return rows;
    }

    private static List<String> row(String name, String value) {
        return List.of(name, value);
    }
}
