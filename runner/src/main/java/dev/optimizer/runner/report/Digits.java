package dev.optimizer.runner.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Numbers of plots as JSON has them: with four digits, more than can be seen; tables have those of runs.csv. */
final class Digits {
    private static final int DIGITS = 4;

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
        if (Double.isNaN(value)) {
            return "";
        }
        return Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : (Object) rounded(value);
    }

    static List<Object> of(double[] values) {
        List<Object> digits = new ArrayList<>(values.length);
        for (double value : values) {
            digits.add(of(value));
        }
        return digits;
    }

    static List<Object> wholes(double[] values) {
        List<Object> wholes = new ArrayList<>(values.length);
        for (double value : values) {
            wholes.add((long) value);
        }
        return wholes;
    }

    /** The double nearest to the decimal of four digits that is nearest to a finite number. */
    static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        int exponent = (int) Math.floor(Math.log10(Math.abs(value))) - DIGITS + 1;
        if (Math.abs(exponent) >= POWERS.length) {
            return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
        }
        return exponent < 0
                ? Math.rint(value * POWERS[-exponent]) / POWERS[-exponent]
                : Math.rint(value / POWERS[exponent]) * POWERS[exponent];
    }
}
