package dev.optimizer.runner.baseline;

import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.output.ResultTable.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run in two results.
 *
 * @param a the one
 * @param b the other
 */
public record Pair(Row a, Row b) {
    private static final List<String> WORDS = List.of("status", "stop_reason", "point");

    private static final List<String> NUMBERS =
            List.of("iterations", "n_f", "n_g", "n_h", "n_hv", "value", "gradient_norm");

    /** All that is compared, in the order of {@code runs.csv} but for the words, which come first. */
    public static List<String> columns() {
        List<String> columns = new ArrayList<>(WORDS);
        columns.addAll(NUMBERS);
        return columns;
    }

    /** The columns that are not the same, to the last bit. */
    public List<String> changed() {
        return columns().stream()
                .filter(column -> !a.text(column).equals(b.text(column)))
                .toList();
    }

    /** What became of a column, {@code 6 → 7}; numbers that look the same with six digits by what was added. */
    public String change(String column) {
        if (!isNumber(column)) {
            return shown(a.text(column)) + " → " + shown(b.text(column));
        }
        double before = a.number(column);
        double after = b.number(column);
        if (Numbers.rounded(before).equals(Numbers.rounded(after))) {
            String sign = after > before ? " + " : " - ";
            return Numbers.rounded(before) + sign + Numbers.rounded(Math.abs(after - before));
        }
        return Numbers.rounded(before) + " → " + Numbers.rounded(after);
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "(empty)" : cell;
    }

    public static boolean isNumber(String column) {
        return NUMBERS.contains(column);
    }

    /** How many times as long b took as a; empty if either time is not known, or none. */
    public Optional<Double> secondsRatio() {
        double ratio = b.number("seconds") / a.number("seconds");
        return ratio > 0 && Double.isFinite(ratio) ? Optional.of(ratio) : Optional.empty();
    }
}
