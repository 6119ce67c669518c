package dev.optimizer.runner.output;

import com.fasterxml.jackson.core.io.schubfach.DoubleToDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/**
 * Numbers as text, the same on every JDK and in every locale: the shortest digits that read back to the same double
 * (Giulietti's Schubfach algorithm, as in JDK 19 and later; {@link Double#toString} of JDK 17 sometimes writes more).
 */
public final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d++(?:\\.\\d++)?(?:e-?\\d++)?|Infinity)|NaN");
    /** From here on digits are followed by a power of ten. */
    private static final long MOST_PLAIN = 10_000_000;

    private Numbers() {}

    /** Shortest form: {@code -32}, {@code 0.1}, {@code 1e-9}, {@code NaN}, {@code Infinity}. */
    public static String shortest(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) < MOST_PLAIN && whole != 0) {
            return Long.toString(whole);
        }
        String digits = DoubleToDecimal.toString(value);
        int exponent = digits.indexOf('E');
        String mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        String power = exponent < 0 ? "" : "e" + digits.substring(exponent + 1);
        return (mantissa.endsWith(".0") ? mantissa.substring(0, mantissa.length() - 2) : mantissa) + power;
    }

    /** Whether a text is a number as {@link #shortest} writes them. */
    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** {@link #shortest}, but nothing for NaN: a figure that the points do not support. */
    public static String orEmpty(double value) {
        return Double.isNaN(value) ? "" : shortest(value);
    }

    /** At most six significant digits, for people. */
    public static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return shortest(value);
        }
        if (value == 0) {
            return "0";
        }
        return shortest(new BigDecimal(value).round(new MathContext(6)).doubleValue());
    }
}
