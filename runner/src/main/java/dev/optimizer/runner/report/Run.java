package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Mark;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.RunNames;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run as the report shows it.
 *
 * @param results where it stands
 * @param row its row of {@code runs.csv}
 * @param trace what was recorded, all of it
 * @param problem what is known of its problem
 * @param instance problem and start, what solvers are compared on: of a random start the seed, too; the same for repetitions
 */
record Run(Results results, ResultTable.Row row, Columns trace, Problem problem, String instance) {
    /** Columns of a trace before those of the point. */
    private static final int FIXED_COLUMNS = 11;

    /** Reads its trace. */
    static Run of(Results results, ResultTable.Row row) throws IOException {
        RunNames names = row.names();
        Problem problem = results.problem(names);
        String seed = problem.isDrawn(names.start())
                ? results.config().settings(names).tree().get("seed").text()
                : "";
        String instance = String.join("\n", results.experiment(), problemLabel(names), names.start(), seed);
        return new Run(results, row, results.trace(row.text("run_id")), problem, instance);
    }

    String id() {
        return row.text("run_id");
    }

    /** Its id, unique in the report. */
    String key() {
        return results.unique(id());
    }

    String start() {
        return row.names().start();
    }

    /** What a line in a plot is called: the method, and in a comparison its side. */
    String label() {
        return results.side().isEmpty() ? method() : method() + " (" + results.side() + ")";
    }

    /** The solver with the swept parameters that are not the problem's. */
    String method() {
        StringBuilder label = new StringBuilder(row.names().solver());
        new TreeMap<>(row.names().parameters()).forEach((column, value) -> {
            String path = column.substring(2);
            // Another seed draws other starts; the method is the same.
            if (!isOfProblem(row.names(), path) && !path.equals("seed")) {
                String own = row.names().solver() + ".";
                label.append(' ')
                        .append(path.startsWith(own) ? path.substring(own.length()) : path)
                        .append('=')
                        .append(value);
            }
        });
        return label.toString();
    }

    /** The problem with its swept parameters. */
    String problemLabel() {
        return problemLabel(row.names());
    }

    private static String problemLabel(RunNames names) {
        StringBuilder label = new StringBuilder(names.problem());
        for (Map.Entry<String, String> parameter : names.parameters().entrySet()) {
            String path = parameter.getKey().substring(2);
            if (isOfProblem(names, path)) {
                label.append(' ')
                        .append(path.substring(path.indexOf('.') + 1))
                        .append('=')
                        .append(parameter.getValue());
            }
        }
        return label.toString();
    }

    private static boolean isOfProblem(RunNames names, String path) {
        return path.startsWith("problem.") || path.startsWith(names.problem() + ".") || path.startsWith("problems.");
    }

    Mark mark() {
        return Mark.of(row.text("status"), row.text("point"), problem.wanted());
    }

    /** What a solver says was a success: it converged to a point of the kind looked for. */
    boolean isCandidate() {
        return mark() == Mark.GOOD && Double.isFinite(row.number("value"));
    }

    /** The value that it ended with, as something to be made small. */
    double finalLoss() {
        return problem.loss(row.number("value"));
    }

    /** The variables' entries by name, as recorded, or else as the table has the final point. */
    List<String> entries() {
        List<String> recorded =
                trace.values().keySet().stream().skip(FIXED_COLUMNS).toList();
        return !recorded.isEmpty()
                ? recorded
                : results.table().pointColumns().stream()
                        .filter(column -> !row.text(column).isEmpty())
                        .toList();
    }

    /** The recorded values of each variable, an array each. */
    List<double[]> points() {
        return trace.values().values().stream().skip(FIXED_COLUMNS).toList();
    }

    /** The point that it gave back, which need not be the last one recorded; empty if it was not written down. */
    List<Double> finalPoint() {
        List<Double> point = entries().stream().map(row::number).toList();
        return point.stream().allMatch(Double::isFinite) ? point : List.of();
    }
}
