package dev.optimizer.autodiff.array;

import java.util.Arrays;

/** An immutable list of ints that is compared by its content, so that nodes which hold it can be shared. */
public final class Indices {
    private final int[] values;
    private final int hash;

    /** Takes over the array: the caller must not change it afterwards. */
    public Indices(int... values) {
        this.values = values;
        this.hash = Arrays.hashCode(values);
    }

    public int get(int i) {
        return values[i];
    }

    /** A copy. */
    public int[] toArray() {
        return values.clone();
    }

    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Indices that && hash == that.hash && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
