package dev.optimizer.autodiff.array;

import java.util.Arrays;
import java.util.List;

/**
 * A domain cut into one segment for each iteration of the loops around its innermost one.
 *
 * @param outer the loops around
 * @param entries all loops
 */
public record Segments(Domain outer, Domain entries) {
    public static Segments of(Domain outer, Domain.Level inner) {
        return new Segments(outer, outer.with(inner));
    }

    /** The number of entries of a segment. */
    public int length(int segment) {
        return inner().count(segment);
    }

    /** The number of states of a {@link ArrayNode.Scan}: one before each entry and one at the end of each segment. */
    public int states() {
        return entries.count() + outer.count();
    }

    /** A loop for the segments and in it one for the states of each. */
    Domain stateLoops() {
        Domain segments = Domain.of(outer.count());
        if (inner() instanceof Domain.Regular regular) {
            return segments.with(new Domain.Regular(regular.count() + 1));
        }
        int[] counts = new int[outer.count()];
        Arrays.setAll(counts, segment -> length(segment) + 1);
        return segments.with(new Domain.Ragged(new Indices(counts)));
    }

    /** For each entry the number of its segment. */
    public Access segment() {
        return perEntry(1, 0);
    }

    /** For each entry the state before it. */
    Access before() {
        return entries.isRegular() ? perEntry(length(0) + 1, 1) : beforeByTable();
    }

    /** For each segment its first state. */
    public Access first() {
        return perSegment(false);
    }

    /** For each segment its last state. */
    public Access last() {
        return perSegment(true);
    }

    private Domain.Level inner() {
        return entries.levels().get(entries.depth() - 1);
    }

    /** perSegment·(number of the segment) + perEntry·(index of the innermost loop). */
    private Access perEntry(int perSegment, int perEntry) {
        if (!outer.isRegular() || !entries.isRegular()) {
            int[] table = new int[entries.count()];
            for (int segment = 0, k = 0; segment < outer.count(); segment++) {
                for (int j = 0; j < length(segment); j++) {
                    table[k++] = perSegment * segment + perEntry * j;
                }
            }
            return new Access.Table(new Indices(table));
        }
        int[] strides = new int[entries.depth()];
        int stride = perSegment;
        for (int level = outer.depth() - 1; level >= 0; level--) {
            strides[level] = stride;
            stride *= outer.levels().get(level).count(0);
        }
        strides[outer.depth()] = perEntry;
        return Access.affine(entries, 0, strides);
    }

    private Access beforeByTable() {
        int[] table = new int[entries.count()];
        for (int segment = 0, k = 0; segment < outer.count(); segment++) {
            for (int j = 0; j < length(segment); j++) {
                table[k] = k + segment;
                k++;
            }
        }
        return new Access.Table(new Indices(table));
    }

    private Access perSegment(boolean end) {
        if (inner() instanceof Domain.Regular regular) {
            return new Access.Affine(end ? regular.count() : 0, regular.count() + 1, List.of());
        }
        int[] table = new int[outer.count()];
        for (int segment = 0, state = 0; segment < table.length; segment++) {
            table[segment] = state + (end ? length(segment) : 0);
            state += length(segment) + 1;
        }
        return new Access.Table(new Indices(table));
    }
}
