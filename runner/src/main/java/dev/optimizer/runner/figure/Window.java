package dev.optimizer.runner.figure;

/**
 * The part of the plane that is drawn. Of a path that leaves it only what lies within becomes part of the drawing: a browser
 * would draw every dash on the way to a point a million pixels off, which takes it minutes.
 */
record Window(double left, double top, double right, double bottom) {
    /** Beyond this a place is as far as any other; the differences of smaller ones are finite. */
    private static final double FAR = 1e9;

    /** A little larger than a frame, so that lines are cut where it is not seen. */
    static Window around(Frame frame) {
        double margin = 10;
        return new Window(frame.left() - margin, frame.top() - margin, frame.right() + margin, frame.bottom() + margin);
    }

    boolean holds(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    /** Across each point that can be shown, from one to the next. */
    String line(Series path, Axis x, Axis y) {
        StringBuilder d = new StringBuilder();
        boolean drawing = false;
        for (int i = 1; i < path.x().length; i++) {
            double[] ends = path.isShown(i - 1) && path.isShown(i)
                    ? within(at(x, path.x()[i - 1]), at(y, path.y()[i - 1]), at(x, path.x()[i]), at(y, path.y()[i]))
                    : null;
            if (ends == null) {
                drawing = false;
                continue;
            }
            if (!drawing || !holds(at(x, path.x()[i - 1]), at(y, path.y()[i - 1]))) {
                d.append('M').append(Svg.at(ends[0])).append(' ').append(Svg.at(ends[1]));
            }
            d.append('L').append(Svg.at(ends[2])).append(' ').append(Svg.at(ends[3]));
            drawing = true;
        }
        return d.toString();
    }

    private static double at(Axis axis, double number) {
        return Math.max(-FAR, Math.min(axis.place(number), FAR));
    }

    /** The ends of the part of a segment that lies within, or null (Liang, Barsky 1984, ACM Trans. Graph. 3, 1–22). */
    private double[] within(double x, double y, double toX, double toY) {
        double dx = toX - x;
        double dy = toY - y;
        double[] towards = {-dx, dx, -dy, dy};
        double[] room = {x - left, right - x, y - top, bottom - y};
        double enter = 0;
        double leave = 1;
        for (int side = 0; side < 4; side++) {
            if (towards[side] == 0 && room[side] < 0) {
                return null;
            }
            double t = room[side] / towards[side];
            enter = towards[side] < 0 ? Math.max(enter, t) : enter;
            leave = towards[side] > 0 ? Math.min(leave, t) : leave;
        }
        return enter > leave ? null : new double[] {x + enter * dx, y + enter * dy, x + leave * dx, y + leave * dy};
    }
}
