package dev.optimizer.runner.report;

import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.output.RunNames;
import dev.optimizer.solver.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run in the data of the page. */
final class RunTree {
    private static final List<String> TAUS = List.of("1e-1", "1e-3", "1e-5", "1e-7");

    /** Points with more entries are in runs.csv only. */
    private static final int MOST_ENTRIES = 20;

    private final Panel panel;
    private final Run run;

    private RunTree(Panel panel, Run run) {
        this.panel = panel;
        this.run = run;
    }

    /** @param rows how many rows of the trace to show, about */
    static Map<String, Object> of(Panel panel, Run run, int line, Profiles profiles, int rows) {
        RunTree tree = new RunTree(panel, run);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", run.key());
        all.put("solver", line);
        all.put("instance", profiles.instance(run));
        all.put("outlines", List.copyOf(outlines(run).keySet()));
        all.put("dimension", run.problem().dimension());
        tree.putResults(all);
        all.put("names", String.valueOf(run.row().names()));
        all.put("model", tree.model());
        all.put("trace", tree.trace(rows));
        return all;
    }

    /** The config that a run is of, part by part, under names that are unique in the report: what runs share is there once. */
    static Map<String, String> outlines(Run run) {
        RunNames names = run.row().names();
        ResolvedConfig config = run.results().config();
        Map<String, String> outlines = new LinkedHashMap<>();
        // Of the starts only its own: there may be thousands.
        putOutline(run, config.problem(names), names.problem(), new String[] {"parameters", "starts"}, outlines);
        putOutline(run, config.solver(names), names.solver(), new String[] {"parameters"}, outlines);
        putOutline(run, config.settings(names), "", new String[] {"parameters"}, outlines);
        return outlines;
    }

    private static void putOutline(
            Run run, ResolvedConfig.Part part, String name, String[] without, Map<String, String> outlines) {
        String text = Outline.of(part.tree().without(without), name.isEmpty() ? 0 : 1);
        if (!text.isEmpty()) {
            outlines.put(run.results().unique(part.key()), (name.isEmpty() ? "" : name + ":\n") + text);
        }
    }

    /** Where it began, in the words of a config; nothing if that is not known, as of random starts of several seeds. */
    private String start() {
        JsonTree starts =
                run.results().config().problem(run.row().names()).tree().get("starts");
        boolean severalSeeds = starts.names().stream().anyMatch(name -> name.startsWith(run.start() + " seed "));
        List<String> recorded = run.points().stream()
                .filter(entry -> entry.length > 0)
                .map(entry -> Numbers.shortest(entry[0]))
                .toList();
        String at =
                !recorded.isEmpty() ? recorded.toString() : severalSeeds ? "" : Outline.inline(starts.get(run.start()));
        return at.isEmpty() ? "" : "start " + run.start() + ": " + at;
    }

    private void putResults(Map<String, Object> all) {
        all.put("status", text("status"));
        all.put("reason", text("stop_reason"));
        all.put("point", text("point"));
        all.put("mark", run.mark().name());
        all.put("solved", panel.isSolvedBy(run));
        Tree.of("iterations", "iterations", "nf", "n_f", "ng", "n_g", "nh", "n_h", "nhv", "n_hv")
                .forEach((name, column) -> all.put(name, whole(run.row().number((String) column))));
        Tree.of("value", "value", "gap", "gap", "grad", "gradient_norm", "order", "order", "seconds", "seconds")
                .forEach((name, column) -> all.put(name, text((String) column)));
        all.put("checks", text("checks"));
        all.put("failed", failed(text("checks")));
        all.put("began", start());
        all.put("words", words());
        all.put("final", finalPoint());
        Map<String, Object> reached = new LinkedHashMap<>();
        TAUS.forEach(tau -> reached.put(tau, orText(panel.reached(run, Double.parseDouble(tau)))));
        all.put("reached", reached);
    }

    private String text(String column) {
        return run.row().text(column);
    }

    private static long whole(double value) {
        return Double.isNaN(value) ? 0 : (long) value;
    }

    /** {@code 2 of 3}: not all of them. */
    private static boolean failed(String checks) {
        String[] parts = checks.split(" of ");
        return parts.length == 2 && !parts[0].equals(parts[1]);
    }

    private String words() {
        String sentence = Arrays.stream(Status.values())
                .filter(one -> one.word().equals(text("status")))
                .map(one -> one.sentence() + " (" + text("stop_reason") + ")"
                        + (one.isConvergence() ? "" : "; " + one.remedy(text("stop_reason"))))
                .findFirst()
                .orElse("");
        return text("status") + ": " + sentence + ". The final point is " + text("point") + ".";
    }

    private String finalPoint() {
        return run.results().table().pointColumns().stream()
                .filter(column -> !text(column).isEmpty())
                .limit(MOST_ENTRIES)
                .map(column -> column + " = " + text(column))
                .collect(Collectors.joining(", "));
    }

    /** A count, or nothing. */
    private static Object orText(double value) {
        return Double.isNaN(value) ? "" : (Object) value;
    }

    /** Nothing if it is not known, or not where. */
    private Map<String, Object> model() {
        Map<String, String> row = run.results().model(run.id());
        List<Double> at = run.finalPoint();
        List<String> needed =
                at.size() == 1 ? List.of("f", "g_1", "h_1_1") : List.of("f", "g_1", "g_2", "h_1_1", "h_1_2", "h_2_2");
        if (at.isEmpty()
                || needed.stream().anyMatch(name -> row.getOrDefault(name, "").isEmpty())) {
            return Map.of();
        }
        List<Object> gradient =
                Stream.of("g_1", "g_2").map(name -> decimal(row, name)).toList();
        List<Object> hessian = Stream.of("h_1_1", "h_1_2", "h_2_2")
                .map(name -> decimal(row, name))
                .toList();
        return Tree.of("x", at, "f", decimal(row, "f"), "g", gradient, "h", hessian);
    }

    /** All digits, for models are differences; 0 for what a curve does not have. */
    private static Object decimal(Map<String, String> row, String name) {
        return row.get(name).isEmpty() ? (Object) 0.0 : Double.valueOf(row.get(name));
    }

    private Map<String, Object> trace(int rows) {
        double[] gaps = panel.gaps(run);
        int[] kept = Thinning.rows(gaps, rows);
        Columns thin = run.trace().only(kept);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("i", Digits.wholes(thin.column("iteration")));
        tree.put("nf", Digits.wholes(thin.column("n_f")));
        tree.put("gap", Digits.of(Columns.only(gaps, kept)));
        tree.put("f", Digits.precise(thin.column("value")));
        tree.put("grad", Digits.of(thin.column("gradient_norm")));
        tree.put("step", Digits.of(thin.column("step_length")));
        tree.put("sec", Digits.of(thin.column("seconds")));
        if (run.problem().dimension() <= 2 && !run.points().isEmpty()) {
            List<Object> point = new ArrayList<>();
            run.points().forEach(entry -> point.add(Digits.precise(Columns.only(entry, kept))));
            tree.put("x", point);
        }
        return tree;
    }
}
