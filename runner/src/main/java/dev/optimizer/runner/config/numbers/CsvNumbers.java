package dev.optimizer.runner.config.numbers;

import java.util.List;

/**
 * The numbers of a CSV file.
 *
 * @param header the names in its first line, one for each column; empty if it was read without a header
 * @param columns at least 1
 * @param values row by row, at least one row
 * @param sha256 the hash of the file's bytes, 64 hexadecimal digits
 */
record CsvNumbers(List<String> header, int columns, double[] values, String sha256) {
    int rows() {
        return values.length / columns;
    }

    /** The numbers of one column, as a new array. */
    double[] column(int index) {
        double[] column = new double[rows()];
        for (int i = 0; i < column.length; i++) {
            column[i] = values[i * columns + index];
        }
        return column;
    }
}
