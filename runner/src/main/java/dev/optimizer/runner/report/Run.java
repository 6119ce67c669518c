package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Mark;
import dev.optimizer.runner.output.ResultTable;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run as the report shows it.
 *
 * @param row its row of {@code runs.csv}
 * @param trace what was recorded, all of it
 * @param wanted the kind of point that is looked for, {@code minimum} or {@code maximum}
 * @param optimum the known best value; NaN if none is known
 * @param dimension the number of variables
 */
record Run(ResultTable.Row row, Columns trace, String wanted, double optimum, int dimension) {
    String id() {
        return row.text("run_id");
    }

    String problem() {
        return row.names().problem();
    }

    String start() {
        return row.names().start();
    }

    /** The solver with the swept parameters that are not the problem's: what a line in a plot is called. */
    String label() {
        StringBuilder label = new StringBuilder(row.names().solver());
        new TreeMap<>(row.names().parameters()).forEach((column, value) -> {
            String path = column.substring(2);
            if (!isOfProblem(path)) {
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
        StringBuilder label = new StringBuilder(problem());
        for (Map.Entry<String, String> parameter : row.names().parameters().entrySet()) {
            String path = parameter.getKey().substring(2);
            if (isOfProblem(path)) {
                label.append(' ')
                        .append(path.substring(path.indexOf('.') + 1))
                        .append('=')
                        .append(parameter.getValue());
            }
        }
        return label.toString();
    }

    private boolean isOfProblem(String path) {
        return path.startsWith("problem.") || path.startsWith(problem() + ".") || path.startsWith("problems.");
    }

    /** The value of f as something to be made small, whether or not a maximum is looked for. */
    double loss(double value) {
        return wanted.equals("maximum") ? -value : value;
    }

    Mark mark() {
        return Mark.of(row.text("status"), row.text("point"), wanted);
    }

    /** What a solver says was a success: it converged to a point of the kind looked for. */
    boolean isCandidate() {
        return mark() == Mark.GOOD && Double.isFinite(row.number("value"));
    }
}
