package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.FormulaException;
import dev.optimizer.formula.Shape;
import dev.optimizer.testing.Allocations;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FormulaLeastSquaresTest {
    private static Formula.Builder declared() {
        return Formula.builder()
                .variable("x", Shape.vector(4))
                .data("A", Data.matrix(3, 4, new Random(1).doubles(12).toArray()))
                .data("B", Data.matrix(6, 4, new Random(2).doubles(24).toArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[10*(x[2] - x[1]^2), 1 - x[1], x[3]*x[4]]",
                "vector(i in 1..3, exp(x[i])*x[i+1] - i)",
                "vector(i in 1..6, sum(j in 1..4, B[i,j]*x[j]^2))",
                "A*x - 1",
                "sin(B*x)",
                "tanh(A*(x.^2))./(1 + dot(x, x))",
                "x",
                "[1, 2]"
            })
    void jacobianAndHessianAreThoseOfTheResiduals(String text) {
        FormulaLeastSquares problem = FormulaLeastSquares.of(declared().parse(text));
        int m = problem.residualCount();
        INDArray x = Nd4j.create(new double[] {0.5, -1, 2, 0.25});
        INDArray r = Nd4j.create(new double[m]);
        INDArray jacobian = Nd4j.create(new double[m][4]);
        INDArray g = Nd4j.create(new double[4]);
        problem.residuals(x, r);
        problem.jacobian(x, jacobian);

        // A wrong sign or factor would show in the first digit; roundings of numbers of size 100 are below.
        assertThat(problem.gradient(x, g))
                .isCloseTo(0.5 * r.norm2Number().doubleValue() * r.norm2Number().doubleValue(), within(1e-11));
        for (int j = 0; j < 4; j++) {
            double product = 0;
            for (int i = 0; i < m; i++) {
                product += jacobian.getDouble(i, j) * r.getDouble(i);
                assertThat(jacobian.getDouble(i, j)).isCloseTo(difference(problem, x, i, j), within(1e-6));
            }
            assertThat(g.getDouble(j)).isCloseTo(product, within(1e-11));
        }
    }

    /** ∂rᵢ/∂xⱼ by central differences, which are off by some 1e-9 for functions of this size. */
    private static double difference(FormulaLeastSquares problem, INDArray x, int i, int j) {
        double h = 1e-5;
        INDArray r = Nd4j.create(new double[problem.residualCount()]);
        INDArray moved = x.dup();
        moved.putScalar(j, x.getDouble(j) + h);
        problem.residuals(moved, r);
        double above = r.getDouble(i);
        moved.putScalar(j, x.getDouble(j) - h);
        problem.residuals(moved, r);
        return (above - r.getDouble(i)) / (2 * h);
    }

    @Test
    void hessianHoldsTheCurvatureOfTheResidualsToo() {
        FormulaLeastSquares problem = FormulaLeastSquares.of(
                Formula.builder().variable("x", Shape.vector(2)).parse("[10*(x[2] - x[1]^2), 1 - x[1]]"));
        INDArray h = Nd4j.create(new double[2][2]);

        problem.hessian(Nd4j.create(new double[] {-1.5, 1}), h);

        // ½(100(y − x²)² + (1 − x)²)
        assertThat(h.toDoubleMatrix()).isDeepEqualTo(new double[][] {{600 * 2.25 - 200 + 1, 300}, {300, 100}});
        assertThat(problem.residualCount()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoVector() {
        assertThatThrownBy(() -> FormulaLeastSquares.of(declared().parse("sum(x)")))
                .isInstanceOf(FormulaException.class)
                .hasMessageContaining("residuals must be a vector");
    }

    @Test
    void allocatesNothing() {
        FormulaLeastSquares problem = FormulaLeastSquares.of(declared().parse("sin(B*x)"));
        INDArray x = Nd4j.create(new double[4]);
        INDArray r = Nd4j.create(new double[6]);
        INDArray jacobian = Nd4j.create(new double[6][4]);

        Allocations.assertNone(10_000, () -> problem.residuals(x, r));
        Allocations.assertNone(10_000, () -> problem.jacobian(x, jacobian));
    }
}
