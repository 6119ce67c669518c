package dev.optimizer.formula;

import java.util.Optional;

/** The whole numbers from {@code min} to {@code max}, both included; none if {@code min > max}. */
record Interval(long min, long max) {
    /** Doubles count exactly up to here, and no subscript is larger. */
    private static final double MAX_WHOLE = 1L << 53;

    /** From the smallest to the largest of numbers that are all whole; empty if one is not. */
    static Optional<Interval> ofWhole(Data data) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : data.values()) {
            if (value != Math.rint(value) || Math.abs(value) > MAX_WHOLE) {
                return Optional.empty();
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return Optional.of(new Interval((long) min, (long) max));
    }
}
