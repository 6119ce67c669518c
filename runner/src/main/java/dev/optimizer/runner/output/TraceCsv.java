package dev.optimizer.runner.output;

import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.solver.Trace;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code traces/<run_id>.csv}: a row per recorded iterate, with the point if it was recorded. */
final class TraceCsv {
    static final List<String> COLUMNS = List.of(
            "iteration",
            "n_f",
            "n_g",
            "n_h",
            "n_hv",
            "value",
            "gap",
            "gradient_norm",
            "step_norm",
            "step_length",
            "seconds");

    private TraceCsv() {}

    /** Numbers and names of entries need no quotes, so the lines are put together here: it takes half the time. */
    static void write(RunOutcome outcome, Writer out) throws IOException {
        List<Trace.Row> rows = outcome.trace();
        StringBuilder line = new StringBuilder(String.join(",", COLUMNS));
        if (!rows.isEmpty() && rows.get(0).x() != null) {
            for (String entry : PointColumns.names(outcome.run().problem().function())) {
                line.append(',').append(entry);
            }
        }
        out.write(line.append('\n').toString());
        for (Trace.Row row : rows) {
            line.setLength(0);
            append(line, outcome.run().problem(), row);
            out.write(line.append('\n').toString());
        }
    }

    private static void append(StringBuilder line, ProblemConfig problem, Trace.Row row) {
        line.append(row.iteration()).append(',');
        line.append(row.values()).append(',');
        line.append(row.gradients()).append(',');
        line.append(row.hessians()).append(',');
        line.append(row.products()).append(',');
        line.append(Numbers.shortest(row.value())).append(',');
        line.append(Numbers.orEmpty(problem.gap(row.value()))).append(',');
        line.append(Numbers.shortest(row.gradientNorm())).append(',');
        line.append(Numbers.orEmpty(row.stepNorm())).append(',');
        line.append(Numbers.orEmpty(row.stepLength())).append(',');
        line.append(Numbers.shortest(row.seconds()));
        if (row.x() != null) {
            for (double entry : row.x()) {
                line.append(',').append(Numbers.shortest(entry));
            }
        }
    }
}
