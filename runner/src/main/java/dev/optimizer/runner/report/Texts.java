package dev.optimizer.runner.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV of texts, row by row. */
final class Texts {
    private Texts() {}

    static List<Map<String, String>> read(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> names = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            for (CsvRecord line : csv) {
                if (names.isEmpty()) {
                    names.addAll(line.getFields());
                    continue;
                }
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(names.size(), line.getFieldCount()); i++) {
                    row.put(names.get(i), line.getField(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
