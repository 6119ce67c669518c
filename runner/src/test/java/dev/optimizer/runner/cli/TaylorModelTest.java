package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.formula.Formula;
import dev.optimizer.runner.cli.Inspection.Curvature;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Function;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TaylorModelTest {
    @Test
    void oneVariable() {
        assertThat(model(0.5, -3.3125, -13.5, -27)).isEqualTo("-3.3125 - 13.5·(x - 0.5) - 13.5·(x - 0.5)²");
        assertThat(model(-0.5, -2.3125, 7.5, -3)).isEqualTo("-2.3125 + 7.5·(x + 0.5) - 1.5·(x + 0.5)²");
        assertThat(model(2, -32, 0, 72)).isEqualTo("-32 + 36·(x - 2)²");
    }

    @Test
    void aroundZeroThereAreNoBrackets() {
        assertThat(model(0, 0, 0, -24)).isEqualTo("-12·x²");
        assertThat(model(-0.0, 1, 2, 6)).isEqualTo("1 + 2·x + 3·x²");
    }

    @Test
    void termsThatAreZeroAreLeftOut() {
        assertThat(model(3, 0, 0, 0)).isEqualTo("0");
        assertThat(model(3, -0.0, -0.0, -0.0)).isEqualTo("0");
        assertThat(model(3, 7, 0, 0)).isEqualTo("7");
        assertThat(model(3, 0, 5, 0)).isEqualTo("5·(x - 3)");
    }

    @Test
    void aFactorOfOneIsNotWritten() {
        assertThat(model(0, 1, 1, 2)).isEqualTo("1 + x + x²");
        assertThat(model(1, -1, -1, -2)).isEqualTo("-1 - (x - 1) - (x - 1)²");
    }

    @Test
    void numbersAreRoundedForPeople() {
        assertThat(model(1.0 / 3, 2.0 / 3, 1e-9, 0)).isEqualTo("0.666667 + 1e-9·(x - 0.333333)");
    }

    @Test
    void mixedTermsStandOnceWithTheWholeCoefficient() {
        assertThat(TaylorModel.of(inspection(
                        new double[] {0, 0}, 0, new double[] {0, 0}, new double[][] {{0, 1}, {1, 0}})))
                .contains("x·y");
        assertThat(TaylorModel.of(inspection(
                        new double[] {1, -2}, 5, new double[] {-1, 2}, new double[][] {{4, -3}, {-3, 6}})))
                .contains("5 - (x - 1) + 2·(y + 2) + 2·(x - 1)² - 3·(x - 1)·(y + 2) + 3·(y + 2)²");
    }

    /** x·exp(−x²−y²) at (−1, 0): e⁻¹(−1 − (x+1) + (x+1)² + y²). */
    @Test
    void theTextbooksExample() {
        double c = Math.exp(-1);
        assertThat(TaylorModel.of(inspection(new double[] {-1, 0}, -c, new double[] {-c, 0}, new double[][] {
                    {2 * c, 0}, {0, 2 * c}
                })))
                .contains("-0.367879 - 0.367879·(x + 1) + 0.367879·(x + 1)² + 0.367879·y²");
    }

    private static String model(double x, double value, double gradient, double hessian) {
        return TaylorModel.of(inspection(new double[] {x}, value, new double[] {gradient}, new double[][] {{hessian}}))
                .orElseThrow();
    }

    private static Inspection inspection(double[] x, double value, double[] gradient, double[][] hessian) {
        Formula.Builder formula = Formula.builder();
        List.of("x", "y").subList(0, x.length).forEach(formula::variable);
        Curvature curvature = new Curvature(hessian, new double[x.length], null);
        return new Inspection(
                new Function.Written(formula.parse("0")),
                Doubles.of(x),
                value,
                Doubles.of(gradient),
                Optional.of(curvature),
                Optional.empty());
    }
}
