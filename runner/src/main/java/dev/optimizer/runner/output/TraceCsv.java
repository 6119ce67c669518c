package dev.optimizer.runner.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.solver.Trace;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
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

    static void write(RunOutcome outcome, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        List<String> header = new ArrayList<>(COLUMNS);
        List<Trace.Row> rows = outcome.trace();
        if (!rows.isEmpty() && rows.get(0).x() != null) {
            header.addAll(PointColumns.names(outcome.run().problem().function()));
        }
        csv.writeRecord(CsvText.written(header));
        rows.forEach(row -> csv.writeRecord(CsvText.written(record(outcome, row))));
        csv.flush();
    }

    private static List<String> record(RunOutcome outcome, Trace.Row row) {
        List<String> record = new ArrayList<>(List.of(
                Long.toString(row.iteration()),
                Long.toString(row.values()),
                Long.toString(row.gradients()),
                Long.toString(row.hessians()),
                Long.toString(row.products()),
                Numbers.shortest(row.value()),
                Numbers.orEmpty(outcome.run().problem().gap(row.value())),
                Numbers.shortest(row.gradientNorm()),
                Numbers.orEmpty(row.stepNorm()),
                Numbers.orEmpty(row.stepLength()),
                Numbers.shortest(row.seconds())));
        if (row.x() != null) {
            for (double entry : row.x()) {
                record.add(Numbers.shortest(entry));
            }
        }
        return record;
    }
}
