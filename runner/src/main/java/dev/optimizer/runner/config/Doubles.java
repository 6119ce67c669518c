package dev.optimizer.runner.config;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** An unmodifiable list of numbers in an array of double: a point may have millions of entries. */
public final class Doubles extends AbstractList<Double> implements RandomAccess {
    private final double[] values;

    private Doubles(double[] values) {
        this.values = values;
    }

    /** A list of the given numbers, which are not copied: whoever hands them over must not change them any more. */
    public static Doubles of(double... values) {
        return new Doubles(values);
    }

    /** The same numbers in such a list; itself if it is one. */
    public static Doubles copyOf(List<Double> values) {
        return values instanceof Doubles doubles
                ? doubles
                : new Doubles(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public Double get(int index) {
        return values[index];
    }

    @Override
    public int size() {
        return values.length;
    }

    /** A new array of the numbers. */
    public double[] toDoubles() {
        return values.clone();
    }
}
