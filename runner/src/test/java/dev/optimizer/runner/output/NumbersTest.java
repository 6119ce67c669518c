package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    /** 2⁻⁴⁴, for which Double.toString of JDK 17 writes a digit too many (JDK-4511638, repaired in 19). */
    private static final double TWO_TO_MINUS_44 = 0x1p-44;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "-32, -32",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "0.001, 0.001",
        "0.00099, 9.9e-4",
        "1e-9, 1e-9",
        "9999999, 9999999",
        "1e7, 1e7",
        "12345678, 1.2345678e7",
        "1e21, 1e21",
        "1e23, 1e23",
        "2e23, 2e23",
        "8.41e21, 8.41e21",
        "0.30000000000000004, 0.30000000000000004",
        "5e-324, 4.9e-324",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "1.7976931348623157E308, 1.7976931348623157e308",
        "NaN, NaN",
        "Infinity, Infinity",
        "-Infinity, -Infinity"
    })
    void shortestDigits(double value, String text) {
        assertThat(Numbers.shortest(value)).isEqualTo(text);
    }

    @Test
    void shortestDigitsDoNotDependOnTheJdk() {
        assertThat(Numbers.shortest(TWO_TO_MINUS_44)).isEqualTo("5.684341886080802e-14");
    }

    /** The reason not to use Double.toString. When this no longer runs anywhere, Numbers may become simpler. */
    @Test
    @EnabledForJreRange(max = JRE.JAVA_18)
    void theJdkItselfWritesTooManyDigits() {
        assertThat(Double.toString(TWO_TO_MINUS_44)).isEqualTo("5.6843418860808015E-14");
        assertThat(5.684341886080802E-14).isEqualTo(TWO_TO_MINUS_44);
    }

    @Property
    void readsBackToTheSameDouble(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        // As bits, so that -0 differs from 0; doubleToLongBits has one NaN only.
        assertThat(Double.doubleToLongBits(Double.parseDouble(Numbers.shortest(value))))
                .isEqualTo(Double.doubleToLongBits(value));
    }

    @Property
    void noDigitCanBeLeftOut(@ForAll double value) {
        String text = Numbers.shortest(value);
        int end = text.contains("e") ? text.indexOf('e') : text.length();
        int digits = text.substring(0, end)
                .replaceAll("[-.]", "")
                .replaceAll("^0+", "")
                .length();
        // Two digits are always allowed: Schubfach writes at least d.d, of which a last 0 is dropped.
        if (digits > 2 && text.contains(".")) {
            String shorter = String.format(Locale.ROOT, "%." + (digits - 2) + "e", value);
            assertThat(Double.parseDouble(shorter)).isNotEqualTo(value);
        }
    }

    @Test
    void theLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[] {"de", "tr", "ar", "hi"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(Numbers.shortest(-1234.5e-10)).isEqualTo("-1.2345e-7");
                assertThat(Numbers.rounded(1234.5678)).isEqualTo("1234.57");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFigureThatIsNotKnownIsNothing() {
        assertThat(Numbers.orEmpty(Double.NaN)).isEmpty();
        assertThat(Numbers.orEmpty(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
        assertThat(Numbers.orEmpty(0.5)).isEqualTo("0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.3333333333333333, 0.333333",
        "-31.999999999999996, -32",
        "123456.5, 123457",
        "-123456.5, -123457",
        "1234567, 1234570",
        "2.482174465967546e-10, 2.48217e-10",
        "4.9e-324, 4.9e-324",
        "1.7976931348623157e308, 1.79769e308",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void roundsToSixDigitsForPeople(double value, String text) {
        assertThat(Numbers.rounded(value)).isEqualTo(text);
    }
}
