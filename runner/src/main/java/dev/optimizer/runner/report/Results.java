package dev.optimizer.runner.report;

import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.RunNames;
import dev.optimizer.runner.output.UnreadableResultsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a batch has left in its folder. */
final class Results {
    private final Path folder;
    private final String side;
    private final String experiment;
    private final ResultTable table;
    private final JsonTree manifest;
    private final List<Map<String, String>> checks;
    private final Map<String, Map<String, String>> models;
    private final ResolvedConfig config;
    private final Map<String, Problem> problems = new LinkedHashMap<>();

    /**
     * Reads all but the traces.
     *
     * @param side {@code A} or {@code B} of a comparison; empty if there is nothing to compare
     * @param experiment tells these results from those of other experiments in the same report; empty if there is one
     * @throws UnreadableResultsException if the table of runs is none
     */
    Results(Path folder, String side, String experiment) throws IOException, UnreadableResultsException {
        this.folder = folder;
        this.side = side;
        this.experiment = experiment;
        this.table = ResultTable.read(folder.resolve("runs.csv"));
        Path file = folder.resolve("manifest.json");
        this.manifest = Files.exists(file) ? JsonTree.read(file) : new JsonTree(Map.of());
        this.config = new ResolvedConfig(manifest.get("config"));
        this.checks = texts("checks.csv");
        this.models = new LinkedHashMap<>();
        for (Map<String, String> row : texts("landscapes/models.csv")) {
            models.put(row.getOrDefault("run_id", ""), row);
        }
    }

    private List<Map<String, String>> texts(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Texts.read(file) : List.of();
    }

    String side() {
        return side;
    }

    String experiment() {
        return experiment;
    }

    /** What a name that is unique among these results is in the whole report. */
    String unique(String name) {
        return (side.isEmpty() ? "" : side + "/") + (experiment.isEmpty() ? "" : experiment + "/") + name;
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

    ResolvedConfig config() {
        return config;
    }

    ResultTable table() {
        return table;
    }

    /** The checks, in the order of the config, then of the runs; none if they were not written. */
    List<Map<String, String>> checks() {
        return checks;
    }

    /**
     * What the function looks like around a run; nothing of functions of more than two variables.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    Columns landscape(String runId) {
        try {
            return columns("landscapes", model(runId).getOrDefault("landscape", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in a file, or nothing if there is none. A name is what a table says: it may lead nowhere, or out of the folder. */
    private Columns columns(String part, String name) throws IOException {
        Path within = folder.resolve(part).normalize();
        try {
            Path file = within.resolve(name + ".csv").normalize();
            return file.startsWith(within) && Files.isRegularFile(file) ? Columns.read(file) : Columns.NONE;
        } catch (InvalidPathException e) {
            return Columns.NONE;
        }
    }

    /** The second-order model at a run's final point: f, the gradient, the Hessian's upper triangle; empty for none. */
    Map<String, String> model(String runId) {
        return models.getOrDefault(runId, Map.of());
    }

    /** The rows in the order of the manifest, which is the config's; those that it does not name last. */
    List<ResultTable.Row> rows() {
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
        return ordered;
    }

    /** What was recorded of a run; nothing if that is not there. */
    Columns trace(String runId) throws IOException {
        return columns("traces", runId);
    }

    /** What is known of a run's problem. */
    Problem problem(RunNames run) {
        ResolvedConfig.Part part = config.problem(run);
        return problems.computeIfAbsent(part.key(), unused -> Problem.of(part.tree()));
    }
}
