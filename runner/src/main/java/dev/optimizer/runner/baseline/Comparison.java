package dev.optimizer.runner.baseline;

import dev.optimizer.runner.config.declaration.BaselineColumn;
import dev.optimizer.runner.config.declaration.Tolerance;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.ResultTable.Row;
import dev.optimizer.runner.output.RunNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results beside their baseline, run by run. */
public final class Comparison {
    private final ResultTable baseline;
    private final ResultTable now;
    private final Tolerances tolerances;
    private final Tolerances.Columns judgedNow;
    private final Tolerances.Columns judgedBefore;
    private final boolean whole;
    private final Map<RunNames, List<Difference>> differences = new LinkedHashMap<>();
    private final List<Row> unknown = new ArrayList<>();
    private final List<Row> gone = new ArrayList<>();

    /**
     * Compares.
     *
     * @param given tolerances of the config
     * @param whole whether these are all runs of the experiment, so that a row of the baseline without a run is one too many
     */
    public Comparison(ResultTable baseline, ResultTable now, Map<BaselineColumn, Tolerance> given, boolean whole) {
        this.baseline = baseline;
        this.now = now;
        this.whole = whole;
        this.tolerances = new Tolerances(given);
        this.judgedNow = tolerances.columns(now);
        this.judgedBefore = tolerances.columns(baseline);
        for (Row row : now.rows().values()) {
            Row wanted = baseline.rows().get(row.names());
            if (wanted == null) {
                unknown.add(row);
            } else {
                differences.put(row.names(), differences(wanted, row));
            }
        }
        if (whole) {
            baseline.rows().values().stream()
                    .filter(row -> !now.rows().containsKey(row.names()))
                    .forEach(gone::add);
        }
    }

    private List<Difference> differences(Row wanted, Row row) {
        Set<String> columns = new LinkedHashSet<>(judgedNow.of(row));
        columns.addAll(judgedBefore.of(wanted));
        List<Difference> found = new ArrayList<>();
        for (String column : columns) {
            String before = wanted.text(column);
            String after = row.text(column);
            if (Tolerances.isWord(column) && !before.equals(after)) {
                found.add(new Difference(row.names(), wanted.line(), column, before, after, Double.NaN, Double.NaN));
            } else if (!Tolerances.isWord(column)) {
                compare(wanted, row, column, found);
            }
        }
        return found;
    }

    private void compare(Row wanted, Row row, String column, List<Difference> found) {
        double before = wanted.number(column);
        double after = row.number(column);
        Tolerance tolerance = tolerances.of(column);
        if (!tolerance.accepts(before, after)) {
            found.add(new Difference(
                    row.names(),
                    wanted.line(),
                    column,
                    wanted.text(column),
                    row.text(column),
                    after - before,
                    Double.isNaN(before) ? tolerance.allowed(0) : tolerance.allowed(before)));
        }
    }

    /** The runs that have a row in the baseline, each with what is different, in the order of the results. */
    public Map<RunNames, List<Difference>> differences() {
        return differences;
    }

    /** All that is different in runs that have a row. */
    public List<Difference> allDifferences() {
        return differences.values().stream().flatMap(List::stream).toList();
    }

    /** Where the row of a run stands in the baseline. */
    public long baselineLine(RunNames run) {
        return baseline.rows().get(run).line();
    }

    /** Runs that have no row in the baseline. */
    public List<Row> unknown() {
        return unknown;
    }

    /** Rows of the baseline whose runs are no longer made. */
    public List<Row> gone() {
        return gone;
    }

    /** Whether the baseline is as it should be. */
    public boolean isClean() {
        return unknown.isEmpty() && gone.isEmpty() && allDifferences().isEmpty();
    }

    /**
     * The baseline brought up to date: only cells out of tolerance, and rows that are new or gone, are other than before.
     */
    public ResultTable updated() {
        Map<RunNames, Map<String, String>> rows = new LinkedHashMap<>();
        for (Row row : now.rows().values()) {
            Map<String, String> cells = new LinkedHashMap<>();
            Row old = baseline.rows().get(row.names());
            now.nameColumns().forEach(column -> cells.put(column, row.text(column)));
            judgedNow
                    .of(row)
                    .forEach(column -> cells.put(column, old == null ? row.text(column) : updated(old, row, column)));
            rows.put(row.names(), cells);
        }
        if (!whole) {
            // Runs that this call did not make stay as they are.
            baseline.rows().forEach((names, old) -> rows.putIfAbsent(names, old.cells()));
        }
        return ResultTable.of(baseline.file(), columns(rows), rows);
    }

    private String updated(Row old, Row row, String column) {
        boolean moved = differences.get(row.names()).stream()
                .anyMatch(difference -> difference.column().equals(column));
        return moved || old.text(column).isEmpty() ? row.text(column) : old.text(column);
    }

    /** Those of the results that any row needs, then those of the baseline that only its old rows have. */
    private List<String> columns(Map<RunNames, Map<String, String>> rows) {
        Set<String> needed = new LinkedHashSet<>(now.nameColumns());
        rows.values().forEach(cells -> needed.addAll(cells.keySet()));
        List<String> columns = new ArrayList<>(now.columns());
        columns.retainAll(needed);
        // A swept parameter stands before the results wherever it comes from.
        List<String> others = new ArrayList<>(baseline.columns());
        others.retainAll(needed);
        others.removeAll(columns);
        int names = columns.indexOf("repeat") + 1;
        for (String column : others) {
            columns.add(baseline.nameColumns().contains(column) ? names : columns.size(), column);
        }
        return columns;
    }
}
