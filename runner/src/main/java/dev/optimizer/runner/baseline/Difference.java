package dev.optimizer.runner.baseline;

import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.output.RunNames;

/**
 * A cell that is not what the baseline says.
 *
 * @param run which run
 * @param line of the baseline
 * @param column which result
 * @param baseline what it should be; may be empty, for something not known
 * @param now what it is; likewise
 * @param difference of two numbers; NaN if there is none
 * @param allowed how far a number may be off; NaN for words
 */
public record Difference(
        RunNames run, long line, String column, String baseline, String now, double difference, double allowed) {
    /** {@code value is -4.9, baseline -5, allowed 1e-9}. */
    @Override
    public String toString() {
        String limit = Double.isNaN(allowed) ? "" : ", allowed " + Numbers.rounded(allowed);
        return column + " is " + shown(now) + ", baseline " + shown(baseline) + limit;
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "not known" : cell;
    }
}
