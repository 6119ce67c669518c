package dev.optimizer.runner.figure;

import java.util.List;

/**
 * Filled contours of a function of two variables with the paths of solvers over it.
 *
 * @param title its text alternative
 * @param land the function
 * @param model a second-order model, drawn as lines; null for none
 * @param paths from start to end
 * @param points the critical points that were found
 */
public record LandscapeFigure(
        int width,
        int height,
        String title,
        String xLabel,
        String yLabel,
        Landscape land,
        Landscape model,
        List<Series> paths,
        List<Critical> points) {
    private static final int LEVELS = 12;

    /** Beyond so many iterates their dots would be a line of their own. */
    private static final int MOST_DOTS = 60;

    public String svg() {
        Frame narrow = new Frame(width, height);
        Axis y = Axis.linear(land.y()[0], land.y()[1], narrow.bottom(), narrow.top());
        Frame frame = narrow.beside(y);
        Axis x = Axis.linear(land.x()[0], land.x()[1], frame.left(), frame.right());
        Svg svg = new Svg();
        open(svg, frame);
        Contours contours = new Contours(land, x, y);
        for (double level : land.levels(LEVELS)) {
            svg.path("level", contours.region(level));
        }
        if (model != null) {
            Contours lines = new Contours(model, x, y);
            for (double level : model.levels(LEVELS)) {
                svg.path("model", lines.line(level));
            }
        }
        paths.forEach(path -> draw(svg, path, x, y, Window.around(frame)));
        Kinds kinds = new Kinds(frame);
        points.forEach(point -> kinds.draw(svg, point, x.place(point.x()), y.place(point.y())));
        svg.add("</svg>");
        frame.draw(svg, x, y, xLabel, yLabel);
        return svg.figure(width, height, title);
    }

    /** The part that can be seen is a drawing of its own: it clips without an id, which could clash in a page. */
    private static void open(Svg svg, Frame frame) {
        String corner = "x=\"" + Svg.at(frame.left()) + "\" y=\"" + Svg.at(frame.top()) + "\"";
        String width = Svg.at(frame.right() - frame.left());
        String height = Svg.at(frame.bottom() - frame.top());
        String place = corner + " width=\"" + width + "\" height=\"" + height + "\"";
        svg.add("<svg " + place + " viewBox=\"" + Svg.at(frame.left()) + " " + Svg.at(frame.top()) + " " + width + " "
                + height + "\">");
        svg.add("<rect class=\"ground\" " + place + "/>");
    }

    private static void draw(Svg svg, Series path, Axis x, Axis y, Window window) {
        svg.openSeries(path.name(), path.slot());
        String d = window.line(path, x, y);
        svg.path("halo", d).path("line", d);
        int last = path.last();
        if (last >= 0) {
            svg.path("dots", dots(path, x, y, window));
            svg.add("<circle class=\"start\" cx=\"" + Svg.at(x.place(path.x()[0])) + "\" cy=\""
                    + Svg.at(y.place(path.y()[0])) + "\" r=\"3\"/>");
            String mark = path.mark() == null ? "" : path.mark().at(x.place(path.x()[last]), y.place(path.y()[last]));
            svg.add("<g class=\"mark\">" + mark + "</g>");
        }
        svg.close();
    }

    private static String dots(Series path, Axis x, Axis y, Window window) {
        StringBuilder d = new StringBuilder();
        for (int i = 0; i < path.x().length && path.x().length <= MOST_DOTS; i++) {
            if (path.isShown(i) && window.holds(x.place(path.x()[i]), y.place(path.y()[i]))) {
                d.append('M').append(Svg.at(x.place(path.x()[i]))).append(' ');
                d.append(Svg.at(y.place(path.y()[i]))).append("h0");
            }
        }
        return d.toString();
    }
}
