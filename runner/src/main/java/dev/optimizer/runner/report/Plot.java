package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Legend;
import dev.optimizer.runner.figure.Series;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A figure that is to be a file, with its legend below.
 *
 * @param figure its text
 * @param figureHeight of the figure alone
 */
record Plot(String figure, int figureHeight, Legend legend) {
    static final int WIDTH = 420;

    /** What is left of a figure at least. */
    private static final int LEAST_HEIGHT = 200;

    /**
     * A plot that the legend makes no larger, unless there are very many lines.
     *
     * @param height with the legend
     * @param draw draws the figure as high as it is told
     */
    static Plot of(int height, List<Series> series, IntFunction<String> draw) {
        Legend legend = Legend.of(WIDTH, series);
        int left = Math.max(LEAST_HEIGHT, height - legend.height());
        return new Plot(draw.apply(left), left, legend);
    }

    int height() {
        return figureHeight + legend.height();
    }
}
