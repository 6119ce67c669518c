package dev.optimizer.runner.figure;

/**
 * A line.
 *
 * @param name whose it is
 * @param slot the number of its colour, from 0
 * @param x across, as many as y
 * @param y up; where it is not a number the line is broken
 * @param low the lower edge of a band around the line; empty for none
 * @param high the upper edge of it
 * @param mark at the end; null for none
 */
public record Series(String name, int slot, double[] x, double[] y, double[] low, double[] high, Mark mark) {
    public static Series line(String name, int slot, double[] x, double[] y, Mark mark) {
        return new Series(name, slot, x, y, new double[0], new double[0], mark);
    }

    /** The number of the last point that can be shown; −1 if there is none. */
    int last() {
        for (int i = x.length - 1; i >= 0; i--) {
            if (isShown(i)) {
                return i;
            }
        }
        return -1;
    }

    boolean isShown(int i) {
        return Double.isFinite(x[i]) && Double.isFinite(y[i]);
    }
}
