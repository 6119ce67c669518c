package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** On the square [−1, 1]², drawn 1000 pixels wide and high. */
class ContoursTest {
    private static final int POINTS = 41;
    private static final double HALF = 500;
    private static final Pattern STEP = Pattern.compile("([MLHVZ])(-?[0-9.]+)?(?: (-?[0-9.]+))?");

    @Test
    void theLevelOfALinearFunctionIsAStraightLine() {
        List<double[]> corners = corners(contours((x, y) -> x + y).line(0.3));
        assertThat(corners).hasSizeGreaterThan(POINTS);
        // Coordinates are rounded to a tenth of a pixel, so their sum is off by at most a tenth.
        assertThat(corners).allSatisfy(p -> assertThat(p[0] + p[1]).isEqualTo(2 * HALF + 0.3 * HALF, within(0.11)));
    }

    @Test
    void cellsWithoutAValueAreLeftOut() {
        Contours holed = contours((x, y) -> x > 0 ? Double.NaN : 1);
        assertThat(area(holed.region(0))).isEqualTo(2 * HALF * HALF, within(1.0));
        assertThat(contours((x, y) -> Double.NaN).region(0)).isEmpty();
        assertThat(contours((x, y) -> Double.NaN).line(0)).isEmpty();
    }

    /** A barrier: infinite outside its domain, as it is not a number there. */
    @Test
    void infinityIsNoValue() {
        Contours barrier = contours((x, y) -> x > 0 ? Double.POSITIVE_INFINITY : 1);
        assertThat(area(barrier.region(0))).isEqualTo(2 * HALF * HALF, within(1.0));
    }

    @Test
    void theRegionOfADiscHasItsArea() {
        double radius = 0.7;
        String disc = contours((x, y) -> -x * x - y * y).region(-radius * radius);
        // Chords of a grid this fine cut off less than half a percent.
        double exact = Math.PI * radius * radius * HALF * HALF;
        assertThat(area(disc)).isEqualTo(exact, within(0.005 * exact));
    }

    @Test
    void levelsLieEvenlyByRankAndNoneIsTheLeastValue() {
        Landscape land =
                new Landscape(2, 3, new double[] {0, 1}, new double[] {0, 1}, new double[] {5, 1, 3, Double.NaN, 2, 4});
        assertThat(land.levels(3)).containsExactly(2, 3, 4);
        Landscape flat = new Landscape(2, 2, new double[] {0, 1}, new double[] {0, 1}, new double[] {1, 1, 1, 1});
        assertThat(flat.levels(3)).isEmpty();
    }

    private static Contours contours(DoubleBinaryOperator f) {
        double[] values = new double[POINTS * POINTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = f.applyAsDouble(coordinate(i % POINTS), coordinate(i / POINTS));
        }
        double[] side = {-1, 1};
        Axis axis = Axis.linear(-1, 1, 0, 2 * HALF);
        return new Contours(new Landscape(POINTS, POINTS, side, side, values), axis, axis);
    }

    private static double coordinate(int i) {
        return (i - POINTS / 2) / (double) (POINTS / 2);
    }

    private static List<double[]> corners(String d) {
        List<double[]> corners = new ArrayList<>();
        Matcher step = STEP.matcher(d);
        while (step.find()) {
            corners.add(new double[] {Double.parseDouble(step.group(2)), Double.parseDouble(step.group(3))});
        }
        return corners;
    }

    /** The sum of the areas of closed polygons, by the shoelace formula. */
    private static double area(String d) {
        double sum = 0;
        for (String polygon : d.split("Z")) {
            List<double[]> p = new ArrayList<>();
            Matcher step = STEP.matcher(polygon);
            while (step.find()) {
                double[] last = p.isEmpty() ? new double[2] : p.get(p.size() - 1);
                double first = Double.parseDouble(step.group(2));
                switch (step.group(1)) {
                    case "H" -> p.add(new double[] {first, last[1]});
                    case "V" -> p.add(new double[] {last[0], first});
                    default -> p.add(new double[] {first, Double.parseDouble(step.group(3))});
                }
            }
            double twice = 0;
            for (int i = 0; i < p.size(); i++) {
                double[] a = p.get(i);
                double[] b = p.get((i + 1) % p.size());
                twice += a[0] * b[1] - b[0] * a[1];
            }
            sum += Math.abs(twice) / 2;
        }
        return sum;
    }
}
