package dev.optimizer.runner.baseline;

import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.ResultTable.Row;
import java.util.List;
import java.util.Optional;

/**
 * Two results run by run, matched by the names of their runs.
 *
 * @param both the runs that are in both, in the order of the first
 * @param onlyA in the first only
 * @param onlyB in the second only
 */
public record Pairs(List<Pair> both, List<Row> onlyA, List<Row> onlyB) {
    public static Pairs of(ResultTable a, ResultTable b) {
        List<Pair> both = a.rows().values().stream()
                .filter(row -> b.rows().containsKey(row.names()))
                .map(row -> new Pair(row, b.rows().get(row.names())))
                .toList();
        return new Pairs(both, without(a, b), without(b, a));
    }

    private static List<Row> without(ResultTable table, ResultTable other) {
        return table.rows().values().stream()
                .filter(row -> !other.rows().containsKey(row.names()))
                .toList();
    }

    /** Those that differ in more than their time. */
    public List<Pair> changed() {
        return both.stream().filter(pair -> !pair.changed().isEmpty()).toList();
    }

    /** The median of how many times as long the second took; of an even number the mean of the two in the middle. */
    public Optional<Double> medianSecondsRatio() {
        List<Double> ratios = both.stream()
                .flatMap(pair -> pair.secondsRatio().stream())
                .sorted()
                .toList();
        int middle = ratios.size() / 2;
        if (ratios.isEmpty()) {
            return Optional.empty();
        }
        boolean odd = ratios.size() % 2 == 1;
        return Optional.of(odd ? ratios.get(middle) : (ratios.get(middle - 1) + ratios.get(middle)) / 2);
    }

    /** {@code ×1.25}: how many times as long. */
    public static String ratio(double ratio) {
        return "×" + Numbers.rounded(Math.round(ratio * 100) / 100.0);
    }

    /** What there is to say of all runs, in a line; the two results by their names. */
    public String summary(String a, String b) {
        return both.size() + (both.size() == 1 ? " run" : " runs") + " in both, "
                + changed().size() + " changed" + only(onlyA, a) + only(onlyB, b)
                + medianSecondsRatio()
                        .map(median -> "; median time " + ratio(median))
                        .orElse("");
    }

    private static String only(List<Row> rows, String name) {
        return rows.isEmpty() ? "" : ", " + rows.size() + " only in " + name;
    }
}
