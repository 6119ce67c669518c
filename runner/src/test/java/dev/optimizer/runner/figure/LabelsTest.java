package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    @ParameterizedTest
    @CsvSource({"0, 10⁰", "1, 10¹", "-3, 10⁻³", "308, 10³⁰⁸", "-323, 10⁻³²³"})
    void powers(int exponent, String label) {
        assertThat(Labels.power(exponent)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "0.02, 0.01, 0.02",
        "-1.5, 0.5, −1.5",
        "1e-17, 0.1, 0",
        "0.30000000000000004, 0.1, 0.3",
        "99999, 1, 99999",
        "120000, 10000, 1.2·10⁵",
        "-100000, 50000, −10⁵",
        "0.0005, 0.0001, 5·10⁻⁴",
        "1e-300, 1e-301, 10⁻³⁰⁰",
        "1.5e308, 5e307, 1.5·10³⁰⁸"
    })
    void numbers(double value, double step, String label) {
        assertThat(Labels.number(value, step)).isEqualTo(label);
    }
}
