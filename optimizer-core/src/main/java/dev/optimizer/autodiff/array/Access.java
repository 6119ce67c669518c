package dev.optimizer.autodiff.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Which element of an array each iteration of a domain reads or writes. Slices, transposes and subscripts are accesses,
 * so they cost nothing; equal accesses of a domain are equal objects.
 */
public sealed interface Access {
    /** The element whose number is the iteration's. */
    Access IDENTITY = new Affine(0, 1, List.of());

    /**
     * Element base + flat·k + Σ strides[d]·(index of loop d) in iteration number k.
     *
     * @param strides empty when the loop indices do not matter
     */
    record Affine(int base, int flat, List<Integer> strides) implements Access {
        @Override
        public Access shifted(int by) {
            return new Affine(base + by, flat, strides);
        }

        @Override
        public void positions(Cursor cursor, int start, int n, int[] into) {
            for (int k = 0; k < n; k++) {
                into[k] = base + flat * (start + k);
            }
            for (int level = 0; level < strides.size(); level++) {
                int stride = strides.get(level);
                int[] indices = cursor.indices(level);
                for (int k = 0; stride != 0 && k < n; k++) {
                    into[k] += stride * indices[k];
                }
            }
        }
    }

    /** Any element for any iteration, looked up by the iteration's number. */
    record Table(Indices elements) implements Access {
        @Override
        public Access shifted(int by) {
            int[] moved = new int[elements.size()];
            for (int k = 0; k < moved.length; k++) {
                moved[k] = elements.get(k) + by;
            }
            return new Table(new Indices(moved));
        }

        @Override
        public void positions(Cursor cursor, int start, int n, int[] into) {
            for (int k = 0; k < n; k++) {
                into[k] = elements.get(start + k);
            }
        }
    }

    /** This access to an array that starts {@code by} elements further on. */
    Access shifted(int by);

    /**
     * The elements of a block of iterations.
     *
     * @param cursor has just passed over them
     * @param start the number of the first one
     * @param into (Output) at least n long
     */
    void positions(Cursor cursor, int start, int n, int[] into);

    /** The same element in every iteration. */
    static Access constant(int element) {
        return new Affine(element, 0, List.of());
    }

    /**
     * Element base + Σ strides[d]·(index of loop d). Where the strides are those of an array in the order of the
     * iterations, the number of the iteration stands for the indices, so that equal accesses are written equally.
     */
    static Access affine(Domain domain, int base, int... strides) {
        if (Arrays.stream(strides).allMatch(stride -> stride == 0)) {
            return constant(base);
        }
        // The stride of the number of the iteration; unknown until a loop runs more than once.
        long flat = 0;
        long inner = 1;
        for (int level = strides.length - 1; level >= 0; level--) {
            if (!(domain.levels().get(level) instanceof Domain.Regular loop)) {
                return general(base, strides);
            }
            if (loop.count() > 1 && inner > 1 && strides[level] != flat * inner) {
                return general(base, strides);
            }
            flat = loop.count() > 1 && inner == 1 ? strides[level] : flat;
            inner *= loop.count();
        }
        return new Affine(base, (int) flat, List.of());
    }

    private static Access general(int base, int[] strides) {
        List<Integer> boxed = new ArrayList<>();
        for (int stride : strides) {
            boxed.add(stride);
        }
        return new Affine(base, 0, Collections.unmodifiableList(boxed));
    }

    /** Whether every iteration gets the same element. */
    default boolean isConstant() {
        return this instanceof Affine affine
                && affine.flat() == 0
                && affine.strides().isEmpty();
    }

    /** Whether the elements follow one another as the iterations do. */
    default boolean isContiguous() {
        return this instanceof Affine affine
                && affine.flat() == 1
                && affine.strides().isEmpty();
    }

    /** This access to an array of a length; where an iteration would leave the array, the nearest element instead. */
    default Access within(int length, Domain domain) {
        if (length == Integer.MAX_VALUE || isSurelyWithin(length, domain)) {
            return this;
        }
        int[] all = all(domain);
        if (Arrays.stream(all).allMatch(element -> element >= 0 && element < length)) {
            return this;
        }
        return new Table(new Indices(Arrays.stream(all)
                .map(element -> Math.max(0, Math.min(element, length - 1)))
                .toArray()));
    }

    /** Whether this can be seen without looking at each iteration. */
    private boolean isSurelyWithin(int length, Domain domain) {
        if (!(this instanceof Affine affine)) {
            return false;
        }
        long way = affine.flat() * (domain.count() - 1L);
        long low = affine.base() + Math.min(0, way);
        long high = affine.base() + Math.max(0, way);
        for (int level = 0; level < affine.strides().size(); level++) {
            int stride = affine.strides().get(level);
            way = stride == 0 ? 0 : stride * (domain.longest(level) - 1L);
            low += Math.min(0, way);
            high += Math.max(0, way);
        }
        return low >= 0 && high < length;
    }

    /** All elements of a domain, in order. */
    default int[] all(Domain domain) {
        int[] all = new int[domain.count()];
        Cursor cursor = new Cursor(domain, domain.count());
        cursor.restart();
        cursor.advance(domain.count());
        positions(cursor, 0, domain.count(), all);
        return all;
    }
}
