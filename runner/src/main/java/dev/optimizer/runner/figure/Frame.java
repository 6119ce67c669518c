package dev.optimizer.runner.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a figure between its margins, with its axes.
 *
 * @param left its left edge, right of the labels of the vertical axis
 */
record Frame(int width, int height, double left) {
    /** Of texts at ticks. */
    private static final double LETTERS = 10.5;

    /** Of the names of the axes. */
    private static final double NAMES = 11.5;

    private static final double BETWEEN_LABELS = 3;

    private static final double LEAST_LEFT = 58;

    /** The name of the vertical axis, and the room around it and the labels. */
    private static final double BESIDE_LABELS = 28;

    Frame(int width, int height) {
        this(width, height, LEAST_LEFT);
    }

    /** The same with as much room on the left as the labels of an axis from its bottom to its top need. */
    Frame beside(Axis y) {
        double widest = y.ticks().stream()
                .mapToDouble(tick -> Labels.width(tick.label()) * LETTERS)
                .max()
                .orElse(0);
        return new Frame(width, height, Math.max(LEAST_LEFT, BESIDE_LABELS + widest));
    }

    double right() {
        return width - 14.0;
    }

    double top() {
        return 12;
    }

    double bottom() {
        return height - 42.0;
    }

    /** Grid, axes and labels. */
    void draw(Svg svg, Axis x, Axis y, String xLabel, String yLabel) {
        StringBuilder grid = new StringBuilder();
        for (Axis.Tick tick : y.ticks()) {
            double at = y.place(tick.value());
            grid.append("M")
                    .append(Svg.at(left()))
                    .append(' ')
                    .append(Svg.at(at))
                    .append('H')
                    .append(Svg.at(right()));
            svg.text("tick", left() - 6, at + 3.5, "end", tick.label());
        }
        for (Axis.Tick tick : x.ticks()) {
            double at = x.place(tick.value());
            grid.append("M")
                    .append(Svg.at(at))
                    .append(' ')
                    .append(Svg.at(top()))
                    .append('V')
                    .append(Svg.at(bottom()));
        }
        svg.path("grid", grid.toString());
        labelsBelow(svg, x);
        floors(svg, x, y);
        svg.path("axis", "M" + Svg.at(left()) + " " + Svg.at(top()) + "V" + Svg.at(bottom()) + "H" + Svg.at(right()));
        double across = (left() + right()) / 2;
        double up = (top() + bottom()) / 2;
        svg.text("label", across, bottom() + 35, "middle", Labels.fitting(xLabel, 2 * (width - across) / NAMES));
        svg.add("<text class=\"label\" transform=\"translate(13 " + Svg.at(up)
                + ") rotate(-90)\" text-anchor=\"middle\">" + Svg.escape(Labels.fitting(yLabel, 2 * up / NAMES))
                + "</text>");
    }

    private void floors(Svg svg, Axis x, Axis y) {
        if (y.hasFloor()) {
            svg.path("floor", "M" + Svg.at(left()) + " " + Svg.at(y.from()) + "H" + Svg.at(right()));
            svg.text("tick", left() - 6, y.from() + 3.5, "end", "≤ 0");
        }
        if (x.hasFloor()) {
            svg.path("floor", "M" + Svg.at(x.from()) + " " + Svg.at(top()) + "V" + Svg.at(bottom()));
        }
    }

    /** What stands below the horizontal axis: no label over its neighbour, none over the edge. */
    private void labelsBelow(Svg svg, Axis x) {
        List<Axis.Tick> ticks = new ArrayList<>(x.ticks());
        if (x.hasFloor()) {
            ticks.add(0, new Axis.Tick(0, "0"));
        }
        double[] middles = new double[ticks.size()];
        double[] halves = new double[ticks.size()];
        int shown = 0;
        for (Axis.Tick tick : ticks) {
            double half = Labels.width(tick.label()) * LETTERS / 2;
            double middle = Math.min(x.place(tick.value()), width - half);
            boolean free = true;
            for (int i = 0; i < shown; i++) {
                free &= Math.abs(middle - middles[i]) > half + halves[i] + BETWEEN_LABELS;
            }
            if (free) {
                middles[shown] = middle;
                halves[shown++] = half;
                svg.text("tick", middle, bottom() + 16, "middle", tick.label());
            }
        }
    }
}
