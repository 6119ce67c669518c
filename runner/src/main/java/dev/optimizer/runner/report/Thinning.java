package dev.optimizer.runner.report;

import java.util.TreeSet;

/**
 * Chooses the rows of a long trace that a plot of a few hundred pixels needs: the first ones and the last, and of each
 * stretch between, which grows in proportion to the iteration, the row where a column is least and the one where it is
 * largest. So no peak is lost, on a linear axis nor on a logarithmic one.
 */
final class Thinning {
    private Thinning() {}

    /**
     * The numbers of the rows to keep, ascending.
     *
     * @param column decides which rows of a stretch are kept
     * @param most how many rows to keep at most, from 6; all, if there are no more
     */
    static int[] rows(double[] column, int most) {
        int n = column.length;
        TreeSet<Integer> kept = new TreeSet<>();
        if (n <= most) {
            for (int i = 0; i < n; i++) {
                kept.add(i);
            }
        } else {
            int stretches = (most - 2) / 4;
            kept.add(0);
            kept.add(n - 1);
            addExtremes(kept, column, stretches, false);
            addExtremes(kept, column, stretches, true);
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void addExtremes(TreeSet<Integer> kept, double[] column, int stretches, boolean even) {
        int n = column.length;
        int from = 0;
        for (int k = 1; k <= stretches; k++) {
            double part = (double) k / stretches;
            int to = (int) Math.round(even ? part * n : Math.pow(n, part));
            if (to > from) {
                addExtremes(kept, column, from, Math.min(to, n));
                from = to;
            }
        }
    }

    private static void addExtremes(TreeSet<Integer> kept, double[] column, int from, int to) {
        int least = from;
        int largest = from;
        for (int i = from + 1; i < to; i++) {
            // Any number is more of an extreme than none.
            least = column[i] < column[least] || Double.isNaN(column[least]) ? i : least;
            largest = column[i] > column[largest] || Double.isNaN(column[largest]) ? i : largest;
        }
        kept.add(least);
        kept.add(largest);
    }
}
