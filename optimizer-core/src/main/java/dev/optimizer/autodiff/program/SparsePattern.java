package dev.optimizer.autodiff.program;

import java.util.Arrays;
import java.util.List;

/** Where the entries of a sparse lower triangle are, in compressed rows with ascending columns. */
final class SparsePattern {
    private final int[] rowStarts;
    private final int[] columns;

    private SparsePattern(int[] rowStarts, int[] columns) {
        this.rowStarts = rowStarts;
        this.columns = columns;
    }

    /** The pattern of entries that are given in any order, repeatedly, and on either side of the diagonal. */
    static SparsePattern ofLowerTriangle(int n, List<int[]> rows, List<int[]> columns) {
        int[] starts = new int[n + 1];
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < rows.get(i).length; k++) {
                starts[Math.max(rows.get(i)[k], columns.get(i)[k]) + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Math::addExact);
        int[] next = starts.clone();
        int[] all = new int[starts[n]];
        for (int i = 0; i < rows.size(); i++) {
            for (int k = 0; k < rows.get(i).length; k++) {
                int row = Math.max(rows.get(i)[k], columns.get(i)[k]);
                all[next[row]++] = Math.min(rows.get(i)[k], columns.get(i)[k]);
            }
        }
        return distinct(starts, all);
    }

    /** Sorts each row and keeps one of equal columns. */
    private static SparsePattern distinct(int[] starts, int[] all) {
        int kept = 0;
        int from = 0;
        for (int row = 0; row + 1 < starts.length; row++) {
            int to = starts[row + 1];
            Arrays.sort(all, from, to);
            int last = -1;
            for (int k = from; k < to; k++) {
                if (all[k] != last) {
                    last = all[k];
                    all[kept++] = last;
                }
            }
            from = to;
            starts[row + 1] = kept;
        }
        return new SparsePattern(starts, Arrays.copyOf(all, kept));
    }

    int[] rowStarts() {
        return rowStarts;
    }

    int[] columns() {
        return columns;
    }

    /** The number of each entry, which must be in the pattern. */
    int[] places(int[] rows, int[] columnsOfEntries) {
        int[] places = new int[rows.length];
        for (int k = 0; k < rows.length; k++) {
            int row = Math.max(rows[k], columnsOfEntries[k]);
            int column = Math.min(rows[k], columnsOfEntries[k]);
            places[k] = Arrays.binarySearch(columns, rowStarts[row], rowStarts[row + 1], column);
        }
        return places;
    }
}
