package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.formula.FormulaException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FormulaBuilderTest {
    private final INDArray a = Nd4j.create(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    private final INDArray b = Nd4j.create(new double[] {1, 1, 1});
    private final INDArray x = Nd4j.create(new double[] {1, -1});

    @Test
    void bindsArraysInOneLine() {
        FormulaObjective objective = FormulaObjective.builder()
                .variable("x", 2)
                .data("A", a)
                .data("b", b)
                .let("r", "A*x - b")
                .objective("norm2(r)^2");
        INDArray g = Nd4j.create(new double[2]);

        // r = (−2, −2, −2), the gradient is 2·Aᵀr.
        assertThat(objective.gradient(x, g)).isEqualTo(12);
        assertThat(g.toDoubleVector()).containsExactly(-36, -48);
    }

    @Test
    void takesViewsInRowMajorOrder() {
        FormulaObjective objective = FormulaObjective.builder()
                .variable("x", 2)
                .data("A", a.transpose())
                .objective("sum(A[:, 3])*x[1]*x[2]");

        assertThat(objective.value(x)).isEqualTo(-11);
    }

    @Test
    void makesLeastSquaresProblems() {
        FormulaLeastSquares problem =
                FormulaObjective.builder().variable("x", 2).data("A", a).residuals("A*x");
        INDArray jacobian = Nd4j.create(new double[3][2]);

        problem.jacobian(x, jacobian);

        assertThat(jacobian.toDoubleMatrix()).isDeepEqualTo(a.toDoubleMatrix());
    }

    @Test
    void takesNumbersVectorsAndMatrices() {
        FormulaObjective objective = FormulaObjective.builder()
                .variable("s")
                .variable("U", 2, 3)
                .data("c", Nd4j.scalar(2.0))
                .objective("c*s + sum(U)");

        assertThat(objective.dimension()).isEqualTo(7);
    }

    @Test
    void refusesWhatFitsNoFormula() {
        FormulaBuilder builder = FormulaObjective.builder();

        assertThatThrownBy(() -> builder.variable("x", 2, 3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x must have at most two dimensions: [2, 3, 4]");
        assertThatThrownBy(() -> builder.data("f", Nd4j.create(DataType.FLOAT, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("f must hold doubles");
        assertThatThrownBy(() ->
                        FormulaObjective.builder().variable("x", 3).data("A", a).objective("sum(A*x)"))
                .isInstanceOf(FormulaException.class);
    }
}
