package dev.optimizer.runner.report;

import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what a batch has left. */
final class ResultsReader {
    /** The third of the starts that {@code {random: {…, count: n}}} stands for is {@code any-3}. */
    private static final Pattern DRAWN = Pattern.compile("(.+)-[0-9]+");

    /** A page with more would take a browser long to open. */
    static final int MOST_RUNS = 2_000;

    private final Path folder;
    private final ResultTable table;
    private final JsonTree manifest;

    ResultsReader(Path folder) throws IOException, UnreadableResultsException {
        this.folder = folder;
        this.table = ResultTable.read(folder.resolve("runs.csv"));
        Path file = folder.resolve("manifest.json");
        this.manifest = Files.exists(file) ? JsonTree.read(file) : new JsonTree(Map.of());
    }

    /** The experiment's; the folder's, which is the same, if nothing tells it. */
    String name() {
        String name = manifest.get("name").text();
        return name.isEmpty()
                ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                : name;
    }

    JsonTree manifest() {
        return manifest;
    }

    ResultTable table() {
        return table;
    }

    /** The checks, in the order of the config, then of the runs; none if they were not written. */
    List<Map<String, String>> checks() throws IOException {
        Path file = folder.resolve("checks.csv");
        return Files.exists(file) ? Texts.read(file) : List.of();
    }

    /** What the function of a panel looks like; nothing of functions of more than two variables. */
    Columns landscape(Panel panel) throws IOException {
        Run run = panel.runs().get(0);
        Path own = folder.resolve("landscapes").resolve(run.problem() + "." + run.start() + ".csv");
        Matcher drawn = DRAWN.matcher(run.start());
        Path declared = drawn.matches() ? own.resolveSibling(run.problem() + "." + drawn.group(1) + ".csv") : own;
        Path file = Files.exists(own) ? own : declared;
        return Files.exists(file) ? Columns.read(file) : Columns.NONE;
    }

    /** The second-order models at final points, by the ids of runs: f, the gradient, the Hessian's upper triangle. */
    Map<String, Map<String, String>> models() throws IOException {
        Path file = folder.resolve("landscapes").resolve("models.csv");
        Map<String, Map<String, String>> models = new LinkedHashMap<>();
        for (Map<String, String> row : Files.exists(file) ? Texts.read(file) : List.<Map<String, String>>of()) {
            models.put(row.get("run_id"), row);
        }
        return models;
    }

    /** The runs in the order of the manifest, which is the config's; those that it does not name last. */
    List<Panel> panels() throws IOException {
        Map<String, ResultTable.Row> rows = new LinkedHashMap<>();
        table.rows().values().forEach(row -> rows.put(row.text("run_id"), row));
        List<ResultTable.Row> ordered = new ArrayList<>();
        for (JsonTree id : manifest.get("runs").items()) {
            ResultTable.Row row = rows.remove(id.text());
            if (row != null) {
                ordered.add(row);
            }
        }
        ordered.addAll(rows.values());
        Set<String> starts = ordered.stream().map(row -> row.names().start()).collect(Collectors.toSet());
        Map<String, List<Run>> panels = new LinkedHashMap<>();
        for (ResultTable.Row row : ordered.subList(0, Math.min(MOST_RUNS, ordered.size()))) {
            Run run = run(row);
            panels.computeIfAbsent(run.problemLabel() + ", " + declaredStart(row, starts), title -> new ArrayList<>())
                    .add(run);
        }
        return panels.entrySet().stream()
                .map(entry -> new Panel(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String declaredStart(ResultTable.Row row, Set<String> starts) {
        Matcher drawn = DRAWN.matcher(row.names().start());
        if (!drawn.matches()) {
            return row.names().start();
        }
        boolean several = starts.contains(drawn.group(1) + "-1") && starts.contains(drawn.group(1) + "-2");
        return several ? drawn.group(1) : row.names().start();
    }

    private Run run(ResultTable.Row row) throws IOException {
        Path file = folder.resolve("traces").resolve(row.text("run_id") + ".csv");
        JsonTree problem = problem(row);
        String wanted = problem.get("maximise").text().equals("true") ? "maximum" : "minimum";
        int dimension = problem.get("starts").items().stream()
                .findFirst()
                .map(start -> start.get("entries").isMissing()
                        ? start.items().size()
                        : (int) start.get("entries").number())
                .orElse(1);
        return new Run(
                row,
                Files.exists(file) ? Columns.read(file) : Columns.NONE,
                wanted,
                problem.get("optimum").get("value").number(),
                Math.max(1, dimension));
    }

    /** What the manifest says of a run's problem; of one that is swept, of its first variant. */
    JsonTree problem(ResultTable.Row row) {
        JsonTree problem =
                manifest.get("config").get("problems").get(row.names().problem());
        return problem.value() instanceof List<?> ? problem.items().get(0) : problem;
    }
}
