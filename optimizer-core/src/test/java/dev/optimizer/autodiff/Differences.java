package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Compares derivatives with differences, and says how far both can be trusted. */
final class Differences {
    private Differences() {}

    /**
     * How far rounding may move a computed figure: a thousand times as far as it moves when all entries of x move by a
     * few ulps. Where terms cancel inside a formula this says so, and a wrong derivative does not escape by it.
     */
    static double noise(double[] x, ToDoubleFunction<double[]> figure) {
        double centre = figure.applyAsDouble(x);
        double noise = 0;
        for (int ulps : new int[] {-3, -1, 1, 2, 5}) {
            double[] shaken = Arrays.stream(x).map(t -> t + ulps * Math.ulp(t)).toArray();
            noise = Math.max(noise, Math.abs(figure.applyAsDouble(shaken) - centre));
        }
        return 1000 * noise;
    }

    static double[] moved(double[] x, int at, double by) {
        double[] moved = x.clone();
        moved[at] += by;
        return moved;
    }

    /**
     * Compares a derivative with central differences of order 6 of φ at 0, with three steps. How much the three differ
     * among themselves estimates what truncation leaves of them, at whatever scale the formula has; the tolerance is ten
     * times that, plus what rounding can do to the derivative (noise), to φ and to the points x + t.
     *
     * <p>Returns false, having compared nothing, where the estimate is no better than a part in a thousand: next to a
     * kink, a jump, a pole or the edge of the domain differences say nothing about the derivative.
     */
    static boolean agrees(double derivative, double noise, double x, DoubleUnaryOperator phi) {
        double[] steps = {0x1p-8, 0x1p-9, 0x1p-10};
        double[] quotients = Arrays.stream(steps).map(h -> difference(phi, h)).toArray();
        double low = Arrays.stream(quotients).min().orElseThrow();
        double high = Arrays.stream(quotients).max().orElseThrow();
        double scale = Math.max(Math.abs(low), Math.abs(high));
        double largest = Math.max(Math.abs(phi.applyAsDouble(3 * steps[0])), Math.abs(phi.applyAsDouble(0)));
        double rounding = (16 * Math.ulp(largest) + 4 * Math.ulp(x) * scale) / steps[2];
        double error = 10 * (high - low) + rounding + noise;
        if (!(error <= 1e-3 * Math.max(1, scale))) {
            return false;
        }
        assertThat(derivative).isCloseTo(quotients[1], within(error));
        return true;
    }

    /** φ′(0) from six values around it, exact for polynomials up to degree 6 (Fornberg 1988, table 1). */
    private static double difference(DoubleUnaryOperator phi, double h) {
        double near = phi.applyAsDouble(h) - phi.applyAsDouble(-h);
        double middle = phi.applyAsDouble(2 * h) - phi.applyAsDouble(-2 * h);
        double far = phi.applyAsDouble(3 * h) - phi.applyAsDouble(-3 * h);
        return (45 * near - 9 * middle + far) / (60 * h);
    }
}
