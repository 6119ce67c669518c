package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.formula.Formula;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantFormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pi/4 | 0.7853981633974483",
                "-1 | -1",
                "2^10 - 1e-3 | 1023.999",
                "log(0) | -Infinity",
                "sqrt(-1) | NaN",
                "if(2 > 1, max(1, 7), 0) | 7"
            })
    void hasAValue(String text, double value) {
        assertThat(Double.valueOf(ConstantFormula.value(Formula.parse(text)))).isEqualTo(Double.valueOf(value));
    }

    @Test
    void usesLets() {
        assertThat(ConstantFormula.value(
                        Formula.builder().let("n", "3").let("m", "n^2").parse("m - n")))
                .isEqualTo(6);
    }

    @Test
    void canHaveNoVariable() {
        assertThatThrownBy(() -> ConstantFormula.value(Formula.parse("x + y/x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a constant formula can have no variable: [x, y]");
    }

    /** Checking a config must not pay for the start of ND4J: here its classes do not exist at all. */
    @Test
    void needsNoArrays() throws IOException, ReflectiveOperationException {
        URL classes = Formula.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            Class<?> formula = alone.loadClass(Formula.class.getName());
            Object parsed = formula.getMethod("parse", String.class).invoke(null, "max(exp(0), 0.5)^2");
            Object value = alone.loadClass(ConstantFormula.class.getName())
                    .getMethod("value", formula)
                    .invoke(null, parsed);

            assertThat(value).isEqualTo(1.0);
        }
    }
}
