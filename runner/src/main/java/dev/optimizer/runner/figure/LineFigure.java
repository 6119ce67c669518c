package dev.optimizer.runner.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure of lines over two axes.
 *
 * @param title its text alternative
 * @param steps whether lines go across before they go up, as distributions do, which are shares of a whole
 */
public record LineFigure(
        int width,
        int height,
        String title,
        String xLabel,
        boolean xLogarithmic,
        String yLabel,
        boolean yLogarithmic,
        boolean steps,
        List<Series> series) {
    public String svg() {
        List<double[]> across = new ArrayList<>();
        List<double[]> up = new ArrayList<>();
        for (Series one : series) {
            across.add(one.x());
            up.add(one.y());
            up.add(one.low());
            up.add(one.high());
        }
        if (steps) {
            up.add(new double[] {0, 1});
        }
        Frame narrow = new Frame(width, height);
        Axis y = Axis.of(yLogarithmic, up, narrow.bottom(), narrow.top());
        Frame frame = narrow.beside(y);
        Axis x = Axis.of(xLogarithmic, across, frame.left(), frame.right());
        Svg svg = new Svg();
        frame.draw(svg, x, y, xLabel, yLabel);
        boolean empty = true;
        for (Series one : series) {
            draw(svg, one, x, y);
            empty &= one.last() < 0;
        }
        if (empty) {
            svg.text("label", width / 2.0, height / 2.0, "middle", "no numbers to show");
        }
        return svg.figure(width, height, title);
    }

    private void draw(Svg svg, Series one, Axis x, Axis y) {
        svg.openSeries(one.name(), one.slot());
        svg.path("band", band(one, x, y));
        svg.path("line", line(one, x, y, steps));
        int last = one.last();
        if (one.mark() != null && last >= 0) {
            svg.add("<g class=\"mark\">" + one.mark().at(x.place(one.x()[last]), y.place(one.y()[last])) + "</g>");
        }
        svg.close();
    }

    /** Across each point that can be shown, from one to the next. */
    static String line(Series one, Axis x, Axis y, boolean steps) {
        StringBuilder d = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < one.x().length; i++) {
            boolean shown = one.isShown(i);
            if (shown) {
                String across = Svg.at(x.place(one.x()[i]));
                String up = Svg.at(y.place(one.y()[i]));
                d.append(drawing && steps ? "H" + across : "");
                d.append(drawing ? "L" : "M").append(across).append(' ').append(up);
            }
            drawing = shown;
        }
        // A distribution keeps the share that it has come to.
        return d.length() > 0 && steps ? d.append('H').append(Svg.at(x.to())).toString() : d.toString();
    }

    private static String band(Series one, Axis x, Axis y) {
        StringBuilder d = new StringBuilder();
        int n = one.low().length;
        for (int k = 0; k < 2 * n; k++) {
            int i = k < n ? k : 2 * n - 1 - k;
            double edge = k < n ? one.high()[i] : one.low()[i];
            if (Double.isFinite(edge) && Double.isFinite(one.x()[i])) {
                d.append(d.length() == 0 ? "M" : "L").append(Svg.at(x.place(one.x()[i])));
                d.append(' ').append(Svg.at(y.place(edge)));
            }
        }
        return d.length() == 0 ? "" : d.append('Z').toString();
    }
}
