package dev.optimizer.runner.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale from numbers to places. On a logarithmic one numbers that are not positive have no place of their own: they
 * stand on a line apart, the floor, which says so. Nothing is ever added to a number to give it a place.
 */
final class Axis {
    /** Where a labelled line stands. */
    record Tick(double value, String label) {}

    private static final int TICKS = 6;

    /** A logarithmic axis from end to end has at least this ratio: less would show rounding as mountains. */
    private static final double NARROW = 1.5;

    /** A linear axis over less than this, relative to its numbers, would show rounding; its ticks could not be told apart. */
    private static final double INDISTINCT = 1e-13;

    /** The floor takes this part of an axis. */
    private static final double FLOOR = 1 / 12.0;

    private final boolean logarithmic;
    private final boolean whole;
    private final boolean floor;
    private final double low;
    private final double high;
    private final double from;
    private final double to;
    private final double begin;

    private Axis(boolean logarithmic, boolean whole, boolean floor, double low, double high, double from, double to) {
        this.logarithmic = logarithmic;
        this.whole = whole;
        this.floor = floor;
        this.low = low;
        this.high = high;
        this.from = from;
        this.to = to;
        this.begin = floor ? from + (to - from) * FLOOR : from;
    }

    /**
     * An axis for numbers, of which those that are not finite do not count.
     *
     * @param from the place of the least
     * @param to the place of the largest
     */
    static Axis of(boolean logarithmic, Iterable<double[]> numbers, double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean floor = false;
        boolean whole = true;
        for (double[] some : numbers) {
            for (double number : some) {
                boolean counts = Double.isFinite(number) && (!logarithmic || number > 0);
                floor |= logarithmic && number <= 0;
                whole &= !counts || number == Math.rint(number);
                low = counts ? Math.min(low, number) : low;
                high = counts ? Math.max(high, number) : high;
            }
        }
        return logarithmic ? logarithmic(low, high, floor, from, to) : linear(low, high, whole, from, to);
    }

    static Axis linear(double low, double high, double from, double to) {
        return linear(low, high, false, from, to);
    }

    /** @param whole whether there is nothing between whole numbers */
    private static Axis linear(double low, double high, boolean whole, double from, double to) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high / 2 - low / 2 > size * INDISTINCT && size > Double.MIN_NORMAL) {
            return new Axis(false, whole, false, low, high, from, to);
        }
        // Of nothing and of zero alone the axis goes from 0 to 1: counts begin there.
        boolean unit = low > high || size <= Double.MIN_NORMAL;
        double middle = unit ? 0.5 : low / 2 + high / 2;
        double half = unit ? 0.5 : Math.abs(middle) / 2;
        double top = Math.min(Double.MAX_VALUE, Math.max(middle + half, -Double.MAX_VALUE));
        double bottom = Math.max(-Double.MAX_VALUE, middle - half);
        return new Axis(false, size <= Double.MIN_NORMAL && whole, false, bottom, top, from, to);
    }

    private static Axis logarithmic(double low, double high, boolean floor, double from, double to) {
        if (low > high) {
            return new Axis(true, false, floor, 1, 10, from, to);
        }
        double wide = high / low < NARROW ? Math.sqrt(NARROW) : 1;
        double least = Math.max(Double.MIN_NORMAL, low / wide);
        return new Axis(true, false, floor, least, Math.min(Double.MAX_VALUE, high * wide), from, to);
    }

    /** The place of a finite number. */
    double place(double number) {
        if (!logarithmic) {
            // Halves, because the difference of two finite numbers need not be one.
            return from + (number / 2 - low / 2) / (high / 2 - low / 2) * (to - from);
        }
        return number > 0 ? begin + share(Math.log10(number)) * (to - begin) : from;
    }

    /** Of logarithms, because the quotient of two finite numbers need not be one. */
    private double share(double logarithm) {
        double first = Math.log10(low);
        return Math.max(0, (logarithm - first) / (Math.log10(high) - first));
    }

    boolean hasFloor() {
        return floor;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    List<Tick> ticks() {
        return logarithmic ? powers() : multiples();
    }

    /** Powers of ten, as many as leave room for their labels. */
    private List<Tick> powers() {
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int step = Math.max(1, (last - first + TICKS - 1) / TICKS);
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = last; exponent >= first; exponent -= step) {
            ticks.add(new Tick(Math.pow(10, exponent), Labels.power(exponent)));
        }
        return ticks.size() < 2 ? within() : ticks;
    }

    /** Of an axis that spans no two powers of ten, round numbers as they stand on a linear one. */
    private List<Tick> within() {
        return linear(low, high, from, to).multiples();
    }

    /** Multiples of 1, 2 or 5 times a power of ten. */
    private List<Tick> multiples() {
        double rough = high / TICKS - low / TICKS;
        double base = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough <= base ? base : rough <= 2 * base ? 2 * base : rough <= 5 * base ? 5 * base : 10 * base;
        step = whole ? Math.max(1, step) : step;
        List<Tick> ticks = new ArrayList<>();
        double last = Math.floor(high / step + 1e-9);
        for (double i = Math.ceil(low / step - 1e-9); i <= last; i++) {
            ticks.add(new Tick(i * step, Labels.number(i * step, step)));
        }
        return ticks;
    }
}
