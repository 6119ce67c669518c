package dev.optimizer.runner.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV of numbers, column by column: a trace, or a landscape.
 *
 * @param values by the names of the columns, in their order; where there is no number, NaN. Not to be changed.
 */
record Columns(Map<String, double[]> values) {
    static final Columns NONE = new Columns(Map.of());

    /** @throws IOException if the file cannot be read, or a cell is no number */
    static Columns read(Path file) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<String> names = new ArrayList<>();
            List<double[]> rows = new ArrayList<>();
            for (CsvRecord line : csv) {
                if (names.isEmpty()) {
                    names.addAll(line.getFields());
                } else {
                    rows.add(numbers(file, line, names.size()));
                }
            }
            return of(names, rows);
        }
    }

    private static Columns of(List<String> names, List<double[]> rows) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            double[] own = new double[rows.size()];
            for (int row = 0; row < own.length; row++) {
                own[row] = rows.get(row)[column];
            }
            values.put(names.get(column), own);
        }
        return new Columns(values);
    }

    private static double[] numbers(Path file, CsvRecord line, int count) throws IOException {
        double[] numbers = new double[count];
        Arrays.fill(numbers, Double.NaN);
        try {
            for (int i = 0; i < Math.min(count, line.getFieldCount()); i++) {
                String cell = line.getField(i);
                numbers[i] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
            }
            return numbers;
        } catch (NumberFormatException e) {
            throw new IOException(file + ":" + line.getStartingLineNumber() + ": not a row of numbers", e);
        }
    }

    double[] column(String name) {
        return values.getOrDefault(name, new double[0]);
    }

    int rows() {
        return values.values().stream().findFirst().map(column -> column.length).orElse(0);
    }

    /** Some of the rows, in the order given. */
    Columns only(int[] rows) {
        Map<String, double[]> some = new LinkedHashMap<>();
        values.forEach((name, all) -> some.put(name, only(all, rows)));
        return new Columns(some);
    }

    /** Some entries, in the order given. */
    static double[] only(double[] all, int[] rows) {
        double[] some = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = all[rows[i]];
        }
        return some;
    }
}
