package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.formula.FormulaException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FormulaObjectiveTest {
    private final FormulaObjective objective = FormulaObjective.of("x^2*y + y");
    private final INDArray two = Nd4j.create(new double[] {1, 2});
    private final INDArray three = Nd4j.create(new double[3]);

    @Test
    void hasTheVariablesOfItsFormula() {
        assertThat(objective.variables()).containsExactly("x", "y");
        assertThat(objective.dimension()).isEqualTo(2);
        assertThat(objective.formula().text()).isEqualTo("x^2*y + y");
    }

    @Test
    void refusesWhatIsNoObjective() {
        assertThatThrownBy(() -> FormulaObjective.of("pi/4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the formula has no variable: pi/4");
        assertThatThrownBy(() -> FormulaObjective.of("x +")).isInstanceOf(FormulaException.class);
    }

    @Test
    void refusesArraysOfTheWrongLengthByName() {
        assertThatThrownBy(() -> objective.value(three)).hasMessage("x must have 2 elements: [3]");
        assertThatThrownBy(() -> objective.gradient(three, two)).hasMessage("x must have 2 elements: [3]");
        assertThatThrownBy(() -> objective.gradient(two, three)).hasMessage("g must have 2 elements: [3]");
        assertThatThrownBy(() -> objective.hessian(two, two)).hasMessage("h must have 4 elements: [2]");
        assertThatThrownBy(() -> objective.hessianVector(two, three, two)).hasMessage("v must have 2 elements: [3]");
        assertThatThrownBy(() -> objective.hessianVector(two, two, three)).hasMessage("hv must have 2 elements: [3]");
    }

    @Test
    void refusesArraysOfTheWrongType() {
        INDArray floats = Nd4j.create(DataType.FLOAT, 2);

        assertThatThrownBy(() -> objective.value(floats))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x must hold doubles");
    }

    @Test
    void readsAndWritesViews() {
        INDArray columns = Nd4j.create(new double[][] {{9, 3, 9}, {9, 5, 9}});
        INDArray results = Nd4j.create(new double[2][3]);

        objective.gradient(columns.getColumn(1), results.getColumn(2));

        assertThat(results.toDoubleMatrix()).isDeepEqualTo(new double[][] {{0, 0, 30}, {0, 0, 10}});
    }

    @Test
    void mayWriteItsResultOverItsInput() {
        INDArray array = Nd4j.create(new double[] {3, 5});

        assertThat(objective.gradient(array, array)).isEqualTo(50);
        assertThat(array.toDoubleVector()).containsExactly(30, 10);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void takesASumOfOneHundredThousandTerms() {
        String text = IntStream.range(0, 50_000)
                .mapToObj(i -> "(x - " + i + ")^2 + " + i + "*y")
                .collect(Collectors.joining(" + "));
        Probe probe = Probe.of(text);

        assertThat(probe.gradient(0, 0)).containsExactly(-49_999.0 * 50_000, 49_999.0 * 25_000);
        assertThat(probe.hessian(0, 0)).isDeepEqualTo(new double[][] {{100_000, 0}, {0, 0}});
        assertThat(probe.hessianVector(new double[] {0, 0}, new double[] {1, 1}))
                .containsExactly(100_000, 0);
    }

    @Test
    void takesNineHundredLevels() {
        Probe probe = Probe.of("(1 + ".repeat(900) + "x" + ")".repeat(900));

        assertThat(probe.value(0.5)).isEqualTo(900.5);
        assertThat(probe.gradient(0.5)).containsExactly(1);
    }

    @Test
    void takesOneHundredVariables() {
        String text = IntStream.range(1, 101)
                .mapToObj(i -> "x" + i + "^2*x" + (i % 100 + 1))
                .collect(Collectors.joining(" + "));
        Probe probe = Probe.of(text);
        double[] ones = IntStream.range(0, 100).mapToDouble(i -> 1).toArray();

        assertThat(probe.gradient(ones)).containsOnly(3);
        assertThat(probe.hessian(ones)[7]).startsWith(0, 0, 0, 0, 0, 0, 2, 2, 2, 0);
        assertThat(probe.hessianVector(ones, ones)).containsOnly(6);
    }
}
