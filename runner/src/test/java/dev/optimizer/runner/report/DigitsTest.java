package dev.optimizer.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DigitsTest {
    @Property(tries = 2_000)
    void fourDigitsAreKept(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (!Double.isFinite(value)) {
            return;
        }
        double rounded = Digits.rounded(value, 4);

        BigDecimal exact = new BigDecimal(value);
        BigDecimal error = exact.subtract(new BigDecimal(rounded)).abs();
        // Half of the fourth digit is at most 5e-4 of the number; the decimal itself is a double only up to 2⁻⁵³, and
        // tiny ones are
        // whole multiples of the least double.
        assertThat(error)
                .isLessThanOrEqualTo(
                        exact.abs().multiply(new BigDecimal("5.000001e-4")).add(new BigDecimal(Double.MIN_VALUE)));
        if (Math.abs(value) > 1e-300) {
            String digits = new BigDecimal(rounded)
                    .round(new MathContext(15))
                    .stripTrailingZeros()
                    .unscaledValue()
                    .abs()
                    .toString();
            assertThat(digits).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void decimalsAreTheDoublesNearestToThem() {
        assertThat(Digits.rounded(0.123456, 4)).isEqualTo(0.1235);
        assertThat(Digits.rounded(-98765.4, 4)).isEqualTo(-98770);
        assertThat(Digits.rounded(9.9999e-9, 4)).isEqualTo(1e-8);
        assertThat(Digits.rounded(6.02214076e23, 4)).isEqualTo(6.022e23);
        assertThat(Digits.rounded(1.23456e-300, 4)).isEqualTo(1.235e-300);
        assertThat(Digits.rounded(0, 4)).isZero();
        assertThat(Digits.rounded(1000000.123456, 10)).isEqualTo(1000000.123);
        assertThat(Digits.rounded(Double.MAX_VALUE, 4)).as("not beyond it").isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void whatJsonHasNoNumberForIsText() {
        assertThat(Digits.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1}))
                .containsExactly("", "Infinity", "-Infinity", 1.0);
    }
}
