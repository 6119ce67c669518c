package dev.optimizer.runner.figure;

/** Where a landscape is at least as high as a level, and where it is just as high: marching squares. */
final class Contours {
    private final Landscape land;
    private final Axis x;
    private final Axis y;

    /** The corners of a clipped cell, (column, row) after (column, row), and whether each lies on the level itself. */
    private final double[] corners = new double[16];

    private final boolean[] cut = new boolean[8];

    Contours(Landscape land, Axis x, Axis y) {
        this.land = land;
        this.x = x;
        this.y = y;
    }

    /** The region as the path of its cells; neighbours wholly inside are joined along their rows. */
    String region(double level) {
        StringBuilder d = new StringBuilder();
        for (int row = 0; row + 1 < land.rows(); row++) {
            int begin = -1;
            for (int column = 0; column < land.columns(); column++) {
                boolean whole = column + 1 < land.columns() && isInside(column, row, level);
                if (whole && begin < 0) {
                    begin = column;
                } else if (!whole && begin >= 0) {
                    rectangle(d, begin, column, row);
                    begin = -1;
                }
                if (!whole && column + 1 < land.columns()) {
                    polygon(d, clip(column, row, level));
                }
            }
        }
        return d.toString();
    }

    /** The line at a level. */
    String line(double level) {
        StringBuilder d = new StringBuilder();
        for (int row = 0; row + 1 < land.rows(); row++) {
            for (int column = 0; column + 1 < land.columns(); column++) {
                int count = clip(column, row, level);
                for (int k = 0; k < count; k++) {
                    int next = (k + 1) % count;
                    if (cut[k] && cut[next]) {
                        append(d.append('M'), corners[2 * k], corners[2 * k + 1]);
                        append(d.append('L'), corners[2 * next], corners[2 * next + 1]);
                        k++;
                    }
                }
            }
        }
        return d.toString();
    }

    private boolean isInside(int column, int row, double level) {
        return isAbove(column, row, level)
                && isAbove(column + 1, row, level)
                && isAbove(column + 1, row + 1, level)
                && isAbove(column, row + 1, level);
    }

    /** Infinity is no value, as in {@link #clip}. */
    private boolean isAbove(int column, int row, double level) {
        double value = land.value(column, row);
        return value >= level && value < Double.POSITIVE_INFINITY;
    }

    /** Clips a cell; the number of corners of what is left, 0 also where a value is missing. */
    private int clip(int column, int row, double level) {
        int count = 0;
        for (int k = 0; k < 4; k++) {
            int i = column + (k == 1 || k == 2 ? 1 : 0);
            int j = row + (k >= 2 ? 1 : 0);
            int nextI = column + (k == 0 || k == 1 ? 1 : 0);
            int nextJ = row + (k == 1 || k == 2 ? 1 : 0);
            double here = land.value(i, j);
            double next = land.value(nextI, nextJ);
            if (!Double.isFinite(here)) {
                return 0;
            }
            if (here >= level) {
                corner(count++, i, j, false);
            }
            if (here >= level != next >= level && Double.isFinite(next)) {
                double t = (level - here) / (next - here);
                corner(count++, i + t * (nextI - i), j + t * (nextJ - j), true);
            }
        }
        return count;
    }

    private void corner(int k, double column, double row, boolean onLevel) {
        corners[2 * k] = column;
        corners[2 * k + 1] = row;
        cut[k] = onLevel;
    }

    private void polygon(StringBuilder d, int count) {
        for (int k = 0; k < count && count > 2; k++) {
            append(d.append(k == 0 ? 'M' : 'L'), corners[2 * k], corners[2 * k + 1]);
        }
        d.append(count > 2 ? "Z" : "");
    }

    private void rectangle(StringBuilder d, int from, int to, int row) {
        append(d.append('M'), from, row);
        d.append('H').append(Svg.at(placeX(to))).append('V').append(Svg.at(placeY(row + 1)));
        d.append('H').append(Svg.at(placeX(from))).append('Z');
    }

    private void append(StringBuilder d, double column, double row) {
        d.append(Svg.at(placeX(column))).append(' ').append(Svg.at(placeY(row)));
    }

    private double placeX(double column) {
        return x.place(land.x()[0] + column * (land.x()[1] - land.x()[0]) / (land.columns() - 1));
    }

    private double placeY(double row) {
        return y.place(land.y()[0] + row * (land.y()[1] - land.y()[0]) / (land.rows() - 1));
    }
}
