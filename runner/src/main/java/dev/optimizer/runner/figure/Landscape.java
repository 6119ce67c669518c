package dev.optimizer.runner.figure;

import java.util.Arrays;

/**
 * Values of a function of two variables on a grid.
 *
 * @param columns points across, at least 2
 * @param rows points up, at least 2
 * @param x the interval across, two numbers
 * @param y the interval up, two numbers
 * @param values row by row from the lowest; where there is none, not a number
 */
public record Landscape(int columns, int rows, double[] x, double[] y, double[] values) {
    double value(int column, int row) {
        return values[row * columns + column];
    }

    /** So many levels, evenly by rank: as much of the area lies between any two. */
    double[] levels(int count) {
        double[] sorted = sorted();
        if (sorted.length == 0) {
            return sorted;
        }
        double[] levels = new double[count];
        int found = 0;
        for (int k = 1; k <= count; k++) {
            double level = sorted[(int) ((long) k * (sorted.length - 1) / (count + 1))];
            if (level > sorted[0] && (found == 0 || level > levels[found - 1])) {
                levels[found++] = level;
            }
        }
        return Arrays.copyOf(levels, found);
    }

    private double[] sorted() {
        double[] sorted = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                sorted[n++] = value;
            }
        }
        sorted = Arrays.copyOf(sorted, n);
        Arrays.sort(sorted);
        return sorted;
    }
}
