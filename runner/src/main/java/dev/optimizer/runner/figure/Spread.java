package dev.optimizer.runner.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Many lines as one: their median, and around it a band from the least to the largest. */
public final class Spread {
    /** Places across at most, about: a plot is 350 pixels wide. */
    private static final int MOST = 120;

    /** More bands, one over the other, would hide the lines. */
    private static final int MOST_BANDS = 8;

    private Spread() {}

    /** Lines of one name put together; a name with one line keeps it. Without bands if there are many names. */
    public static List<Series> together(List<Series> lines) {
        Map<String, List<Series>> groups = new LinkedHashMap<>();
        for (Series line : lines) {
            groups.computeIfAbsent(line.name(), name -> new ArrayList<>()).add(line);
        }
        List<Series> together = new ArrayList<>();
        for (Map.Entry<String, List<Series>> group : groups.entrySet()) {
            List<Series> own = group.getValue();
            long failed =
                    own.stream().filter(line -> line.mark() == Mark.FAILED).count();
            String name = group.getKey() + ", " + own.size() + " runs" + (failed > 0 ? " (" + failed + " failed)" : "");
            Series one = own.size() == 1 ? own.get(0) : of(name, own.get(0).slot(), own);
            boolean withBand = groups.size() <= MOST_BANDS;
            together.add(withBand ? one : Series.line(one.name(), one.slot(), one.x(), one.y(), one.mark()));
        }
        return together;
    }

    /**
     * The spread of lines, each of which has its value at or before a place there, and beyond its end keeps the last. What is no
     * number counts as larger than all; the band is around the others.
     *
     * @param lines with x ascending
     */
    static Series of(String name, int slot, List<Series> lines) {
        double[] x = places(lines);
        double[] middle = new double[x.length];
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        int[] reached = new int[lines.size()];
        double[] values = new double[lines.size()];
        for (int k = 0; k < x.length; k++) {
            int n = 0;
            int finite = 0;
            for (int i = 0; i < reached.length; i++) {
                Series line = lines.get(i);
                while (reached[i] < line.x().length && line.x()[reached[i]] <= x[k]) {
                    reached[i]++;
                }
                if (reached[i] > 0) {
                    double value = line.y()[reached[i] - 1];
                    // What is no number is no better than the worst.
                    values[n++] = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
                    finite += Double.isFinite(value) ? 1 : 0;
                }
            }
            Arrays.sort(values, 0, n);
            middle[k] = n == 0 ? Double.NaN : values[(n - 1) / 2] / 2 + values[n / 2] / 2;
            low[k] = finite == 0 ? Double.NaN : values[0];
            high[k] = finite == 0 ? Double.NaN : values[finite - 1];
        }
        return new Series(name, slot, x, middle, low, high, null);
    }

    /** Where lines have points, thinned out evenly. */
    private static double[] places(List<Series> lines) {
        TreeSet<Double> all = new TreeSet<>();
        for (Series line : lines) {
            for (double place : line.x()) {
                if (Double.isFinite(place)) {
                    all.add(place);
                }
            }
        }
        int step = (all.size() + MOST - 1) / MOST;
        double[] places = new double[all.size()];
        int n = 0;
        int k = 0;
        for (double place : all) {
            places[n] = place;
            n += k % Math.max(1, step) == 0 || k == all.size() - 1 ? 1 : 0;
            k++;
        }
        return Arrays.copyOf(places, n);
    }
}
