package dev.optimizer.formula;

import java.util.Optional;
import java.util.stream.LongStream;

/** The whole numbers from {@code min} to {@code max}, both included. Arithmetic throws when a long does not suffice. */
record Interval(long min, long max) {
    /** Doubles count exactly up to here. */
    static final double MAX_WHOLE = 1L << 53;

    static Interval of(long value) {
        return new Interval(value, value);
    }

    /** From the smallest to the largest of numbers that are all whole; empty if one is not. */
    static Optional<Interval> ofWhole(Data data) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : data.values()) {
            if (!isWhole(value)) {
                return Optional.empty();
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return Optional.of(new Interval((long) min, (long) max));
    }

    /** Whether a double is an integer, and near enough to 0 that its neighbours are integers of their own. */
    static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE;
    }

    boolean liesIn(long from, long to) {
        return min >= from && max <= to;
    }

    Interval plus(Interval other) {
        return new Interval(Math.addExact(min, other.min), Math.addExact(max, other.max));
    }

    /** The products of any two members lie between those of the ends (Moore 1966). */
    Interval times(Interval other) {
        long[] products = {
            Math.multiplyExact(min, other.min), Math.multiplyExact(min, other.max),
            Math.multiplyExact(max, other.min), Math.multiplyExact(max, other.max)
        };
        return new Interval(
                LongStream.of(products).min().getAsLong(),
                LongStream.of(products).max().getAsLong());
    }
}
