package dev.optimizer.autodiff.lowering;

import dev.optimizer.autodiff.array.IndexForm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Which entry of an array-valued expression is meant, and what the indices of the formula's loops are there. All are
 * numbers that depend on the iteration of a domain.
 *
 * @param loops by the level of the formula's loop
 * @param row counted from 0; 0 for a scalar
 * @param column likewise; 0 for a vector
 */
record At(List<IndexForm> loops, IndexForm row, IndexForm column) {
    /** Outside of all loops. */
    static final At START = new At(List.of(), IndexForm.ZERO, IndexForm.ZERO);

    At entry(IndexForm row, IndexForm column) {
        return new At(loops, row, column);
    }

    At scalar() {
        return entry(IndexForm.ZERO, IndexForm.ZERO);
    }

    At transposed() {
        return entry(column, row);
    }

    /** A scalar in the body of a loop. */
    At inside(int level, IndexForm index) {
        List<IndexForm> inner = new ArrayList<>(Collections.nCopies(Math.max(loops.size(), level + 1), null));
        for (int i = 0; i < loops.size(); i++) {
            inner.set(i, loops.get(i));
        }
        inner.set(level, index);
        return new At(Collections.unmodifiableList(inner), IndexForm.ZERO, IndexForm.ZERO);
    }

    /** The same with only some of the loops, so that what depends on no other is recognised as the same. */
    At only(BitSet levels) {
        List<IndexForm> kept = new ArrayList<>(Collections.nCopies(levels.length(), null));
        levels.stream().forEach(level -> kept.set(level, loops.get(level)));
        return new At(Collections.unmodifiableList(kept), row, column);
    }

    /** How many of the outermost loops of the domain these loops of the formula depend on. */
    int depth(BitSet levels) {
        return levels.stream().map(level -> loops.get(level).depth()).max().orElse(0);
    }
}
