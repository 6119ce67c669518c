package dev.optimizer.runner.figure;

import java.util.List;
import java.util.TreeSet;

/** Which line is whose, in rows below a figure: for files, which have no buttons that say so. */
public final class Legend {
    private static final int ROW = 16;
    private static final int MARGIN = 12;
    private static final int LINE = 18;
    private static final int GAP = 6;

    /** The width of a letter, about, for fonts differ; DejaVu Sans, a wide one, takes 6.1 on average. */
    private static final double LETTER = 6.6;

    private final int height;
    private final String entries;

    private Legend(int height, String entries) {
        this.height = height;
        this.entries = entries;
    }

    /**
     * A legend with one entry for all series of a name and a colour.
     *
     * @param width of the figure
     */
    public static Legend of(int width, List<Series> series) {
        Svg svg = new Svg();
        TreeSet<String> seen = new TreeSet<>();
        double x = MARGIN;
        int row = 0;
        for (Series one : series) {
            if (seen.add(one.slot() + " " + one.name())) {
                String name = shortened(one.name(), (int) ((width - 2 * MARGIN - LINE - GAP) / LETTER));
                double wide = LINE + GAP + LETTER * name.length();
                if (x > MARGIN && x + wide > width - MARGIN) {
                    x = MARGIN;
                    row++;
                }
                entry(svg, one, name, x, row * ROW + ROW / 2.0);
                x += wide + 2 * GAP;
            }
        }
        return new Legend(seen.isEmpty() ? 0 : (row + 1) * ROW + GAP, svg.toString());
    }

    private static String shortened(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private static void entry(Svg svg, Series series, String name, double x, double y) {
        svg.openSeries(series.name(), series.slot());
        svg.path("line", "M" + Svg.at(x) + " " + Svg.at(y) + "h" + LINE);
        svg.close();
        svg.text("tick", x + LINE + GAP, y + 3.5, "start", name);
    }

    /** In the figure's units. */
    public int height() {
        return height;
    }

    /** The legend as part of an SVG text, from a height on. */
    public String svg(int from) {
        return "<g transform=\"translate(0 " + from + ")\">" + entries + "</g>";
    }
}
