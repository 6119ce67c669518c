package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Cursor;
import dev.optimizer.linalg.Vector;
import java.util.Arrays;

/** Fetches what a block of iterations reads from an array. */
final class Gather {
    private final Vector source;
    private final Access access;
    private final int[] positions;

    /** @param source null for a range, whose elements are their own numbers */
    Gather(Vector source, Access access, int block) {
        this.source = source;
        this.access = access;
        this.positions = isFlat(access) ? null : new int[block];
    }

    /** Whether an access goes by the number of the iteration alone, in equal steps. */
    static boolean isFlat(Access access) {
        return access instanceof Access.Affine affine && affine.strides().isEmpty();
    }

    /** Whether it reads the same in every iteration: then {@link #load} is needed once only. */
    boolean isUniform() {
        return access.isConstant();
    }

    /** to[k] ← what iteration start + k reads. */
    void load(Cursor cursor, int start, int n, double[] to) {
        if (positions != null) {
            access.positions(cursor, start, n, positions);
            if (source == null) {
                for (int k = 0; k < n; k++) {
                    to[k] = positions[k];
                }
            } else {
                source.gather(positions, to, n);
            }
            return;
        }
        Access.Affine affine = (Access.Affine) access;
        int from = affine.base() + affine.flat() * start;
        if (source == null) {
            for (int k = 0; k < n; k++) {
                to[k] = from + affine.flat() * k;
            }
        } else if (affine.flat() == 0) {
            Arrays.fill(to, 0, n, source.get(from));
        } else {
            source.get(from, affine.flat(), to, n);
        }
    }
}
