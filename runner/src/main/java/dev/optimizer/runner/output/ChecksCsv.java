package dev.optimizer.runner.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.judge.Judgements;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** {@code checks.csv}: a row for every check on every run, with what was measured and wanted where it failed. */
final class ChecksCsv {
    private ChecksCsv() {}

    static void write(Judgements judgements, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        csv.writeRecord("verdict", "place", "check", "run_id", "message");
        for (Judgement judgement : judgements.all()) {
            csv.writeRecord(CsvText.written(List.of(
                    judgement.passed() ? "passed" : "failed",
                    place(judgement.position()),
                    judgement.check(),
                    judgement.runId().orElse(""),
                    judgement.message())));
        }
        csv.flush();
    }

    /** The file by its name only, as in the manifest. */
    private static String place(Position position) {
        return position.file().getFileName() + ":" + position.line() + ":" + position.column();
    }
}
