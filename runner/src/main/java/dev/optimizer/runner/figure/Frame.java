package dev.optimizer.runner.figure;

/** The part of a figure between its margins, with its axes. */
record Frame(int width, int height) {
    double left() {
        return 58;
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
            svg.text("tick", at, bottom() + 15, "middle", tick.label());
        }
        svg.path("grid", grid.toString());
        floors(svg, x, y);
        svg.path("axis", "M" + Svg.at(left()) + " " + Svg.at(top()) + "V" + Svg.at(bottom()) + "H" + Svg.at(right()));
        svg.text("label", (left() + right()) / 2, bottom() + 34, "middle", xLabel);
        double middle = (top() + bottom()) / 2;
        svg.add("<text class=\"label\" transform=\"translate(13 " + Svg.at(middle)
                + ") rotate(-90)\" text-anchor=\"middle\">" + Svg.escape(yLabel) + "</text>");
    }

    private void floors(Svg svg, Axis x, Axis y) {
        if (y.hasFloor()) {
            svg.path("floor", "M" + Svg.at(left()) + " " + Svg.at(y.from()) + "H" + Svg.at(right()));
            svg.text("tick", left() - 6, y.from() + 3.5, "end", "≤ 0");
        }
        if (x.hasFloor()) {
            svg.path("floor", "M" + Svg.at(x.from()) + " " + Svg.at(top()) + "V" + Svg.at(bottom()));
            svg.text("tick", x.from(), bottom() + 15, "middle", "0");
        }
    }
}
