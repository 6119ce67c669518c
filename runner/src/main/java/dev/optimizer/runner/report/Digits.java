package dev.optimizer.runner.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Numbers of plots as JSON has them: with four digits, more than can be seen, or with ten; tables have those of runs.csv. */
final class Digits {
    /** What can be seen of a number on its own. */
    private static final int FEW = 4;

    /** What is needed of coordinates and values, which are looked at where they differ little. */
    private static final int MANY = 10;

    /** The powers of ten that a double holds exactly: with them one division rounds once. */
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Digits() {}

    /** A text where JSON has no such number. */
    static Object of(double value) {
        return of(value, FEW);
    }

    private static Object of(double value, int digits) {
        if (Double.isNaN(value)) {
            return "";
        }
        return Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : (Object) rounded(value, digits);
    }

    static List<Object> of(double[] values) {
        return of(values, FEW);
    }

    /** With enough digits for numbers that differ little. */
    static List<Object> precise(double[] values) {
        return of(values, MANY);
    }

    private static List<Object> of(double[] values, int digits) {
        List<Object> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(of(value, digits));
        }
        return list;
    }

    static List<Object> wholes(double[] values) {
        List<Object> wholes = new ArrayList<>(values.length);
        for (double value : values) {
            wholes.add((long) value);
        }
        return wholes;
    }

    /** The double nearest to the decimal of so many digits that is nearest to a finite number; not beyond the largest. */
    static double rounded(double value, int digits) {
        if (value == 0) {
            return 0;
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value))) - digits + 1;
        if (Math.abs(exponent) >= POWERS.length) {
            double rounded =
                    new BigDecimal(value).round(new MathContext(digits)).doubleValue();
            return Double.isInfinite(rounded) ? value : rounded;
        }
        return exponent < 0
                ? Math.rint(value * POWERS[-exponent]) / POWERS[-exponent]
                : Math.rint(value / POWERS[exponent]) * POWERS[exponent];
    }
}
