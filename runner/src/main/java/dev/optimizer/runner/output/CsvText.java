package dev.optimizer.runner.output;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells of CSV files that no spreadsheet takes for a formula: text that begins with {@code = + - @}, a tab or a carriage
 * return gets an apostrophe in front (OWASP, CSV Injection), and loses it when it is read. Numbers stay numbers.
 */
final class CsvText {
    /** Apostrophes that stood there before count, so that what is read is always what was written. */
    private static final Pattern EXECUTABLE = Pattern.compile("'*+[=+\\-@\\t\\r]");

    private CsvText() {}

    /** The cells of a record as they are written. */
    static List<String> written(List<String> cells) {
        return cells.stream().map(CsvText::written).toList();
    }

    static String written(String cell) {
        boolean executable = EXECUTABLE.matcher(cell).lookingAt();
        return executable && !Numbers.isNumber(cell) ? "'" + cell : cell;
    }

    /** What a cell said before it was written. */
    static String read(String cell) {
        return cell.startsWith("'") && EXECUTABLE.matcher(cell).lookingAt() ? cell.substring(1) : cell;
    }
}
