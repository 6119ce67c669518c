package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Cursor;
import dev.optimizer.linalg.Vector;

/** Adds what a block of iterations contributes to the elements of an array. */
final class Scatter {
    /**
     * A total is the sum of the sums of this many terms: its rounding error grows with n/128 in place of n, and does not
     * depend on how long the blocks are, which divide it.
     */
    static final int GROUP = 128;

    private final Vector target;
    private final Access access;
    private final int[] positions;
    private double group;

    Scatter(Vector target, Access access, int block) {
        this.target = target;
        this.access = access;
        this.positions = Gather.isFlat(access) ? null : new int[block];
    }

    /**
     * Adds a block.
     *
     * @param last whether no iteration follows
     */
    void add(Cursor cursor, int start, int n, double[] values, boolean last) {
        if (positions != null) {
            access.positions(cursor, start, n, positions);
            target.scatterAdd(positions, values, n);
        } else if (access.isConstant()) {
            addToTotal(start, n, values, last);
        } else {
            Access.Affine affine = (Access.Affine) access;
            target.add(affine.base() + affine.flat() * start, affine.flat(), values, n);
        }
    }

    private void addToTotal(int start, int n, double[] values, boolean last) {
        double sum = start % GROUP == 0 ? 0 : group;
        for (int k = 0; k < n; k++) {
            sum += values[k];
        }
        group = sum;
        if (last || (start + n) % GROUP == 0) {
            int at = ((Access.Affine) access).base();
            target.set(at, target.get(at) + sum);
        }
    }
}
