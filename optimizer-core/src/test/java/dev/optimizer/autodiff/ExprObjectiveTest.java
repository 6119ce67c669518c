package dev.optimizer.autodiff;

import static dev.optimizer.formula.Functions.array;
import static dev.optimizer.formula.Functions.norm2;
import static dev.optimizer.formula.Functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.formula.Expr;
import dev.optimizer.formula.FormulaException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Objectives of formulas that are written in Java. */
class ExprObjectiveTest {
    private final INDArray matrix = Nd4j.create(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    private final Expr x = Expr.variable("x", 2);
    private final Expr a = FormulaObjective.data("A", matrix);
    private final Expr b = FormulaObjective.data("b", Nd4j.create(new double[] {1, 1, 1}));

    @Test
    void areThoseOfTheText() {
        Probe probe = Probe.of(FormulaObjective.of(norm2(a.times(x).minus(b)).squared()));

        // r = (−2, −2, −2), the gradient is 2·Aᵀr.
        assertThat(probe.value(1, -1)).isEqualTo(12);
        assertThat(probe.gradient(1, -1)).containsExactly(-36, -48);
    }

    @Test
    void areLeastSquaresIfTheValueIsAVector() {
        FormulaLeastSquares problem = FormulaLeastSquares.of(a.times(x).minus(b));
        INDArray jacobian = Nd4j.create(new double[3][2]);

        problem.jacobian(Nd4j.create(new double[] {1, -1}), jacobian);

        assertThat(jacobian.toDoubleMatrix()).isDeepEqualTo(matrix.toDoubleMatrix());
    }

    /** Rosenbrock's function of many variables; its Hessian stays sparse. */
    @Test
    void ofLoopsKeepTheirStructure() {
        int n = 1000;
        Expr y = Expr.variable("y", n);
        FormulaObjective chain = FormulaObjective.of(sum(1, n - 1, i -> {
            Expr gap = y.at(i.plus(1)).minus(y.at(i).squared());
            return gap.squared().times(100).plus(Expr.number(1).minus(y.at(i)).squared());
        }));

        assertThat(chain.value(Nd4j.ones(DataType.DOUBLE, n))).isZero();
        assertThat(chain.sparseHessian()).isPresent();
    }

    /** x^(2^60): 2⁶⁰ factors if it were written out. */
    @Test
    void ofSharedPartsCostWhatTheyCostOnce() {
        Expr t = Expr.variable("s");
        for (int i = 0; i < 60; i++) {
            t = t.times(t);
        }
        Probe probe = Probe.of(FormulaObjective.of(t));

        assertThat(probe.value(1)).isEqualTo(1);
        assertThat(probe.gradient(1)).containsExactly(0x1p60);
    }

    @Test
    void areRefusedIfTheyAreNone() {
        assertThatThrownBy(() -> FormulaObjective.of(a.times(x)))
                .isInstanceOf(FormulaException.class)
                .hasMessage(
                        "the objective must be a scalar, but this is a vector of 3; reduce it to one number, for example"
                                + " with sum(...) or norm2(...)^2\n  A*x\n  ^^^");
        assertThatThrownBy(() -> FormulaObjective.of(sum(array(Expr.number(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the formula has no variable: sum([1])");
        assertThatThrownBy(() -> FormulaObjective.data("f", Nd4j.create(DataType.FLOAT, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("f must hold doubles");
    }
}
