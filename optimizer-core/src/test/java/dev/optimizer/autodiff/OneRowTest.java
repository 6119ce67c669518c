package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeCheck;
import dev.optimizer.objective.Objective;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrices of one row or one column: values and derivatives are those of the same formula with more. */
class OneRowTest {
    private static final double[] X = {0.5, -1.25, 2, 0.75};

    /** C has one row, D one column. */
    private static Formula.Builder declared() {
        return Formula.builder()
                .variable("x", Shape.vector(3))
                .variable("y", Shape.vector(1))
                .data("C", Data.matrix(1, 3, 1, 2, 3))
                .data("D", Data.matrix(3, 1, 3, -1, 0.5))
                .data("d", Data.vector(0.25));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "norm2(C*x - d)^2",
                "sum((C*x).^3)",
                "(C*x)[1]^2",
                "max(C*x)*x[1]",
                "trace(C*x*x'*C')",
                "logdet(C*x*x'*C')",
                "sum(C'*y)*x[2]",
                "d'*C*x*x[3]",
                "(C*x)'*(C*x)",
                "sum(softmax(C*x))*x[1]",
                "sum(D*y.*x)",
                "x'*D*y",
                "norm2(y*x')",
                "sum(inv(y*y' + 1)*(C*x))",
                "sum(i in 1..3, (C*x)[1]*x[i])",
                "sum(i in 1..1, sum(j in 1..3, (y*x')[i,j]^2))",
                "sum([C*x, y, d])*x[1]",
                "(x' + C)[1,2]*x[1]"
            })
    void valuesAndDerivativesAreThoseOfTheTree(String text) {
        Formula formula = declared().parse(text);

        agrees(formula, FormulaObjective.of(formula), TreeEvaluator.value(formula, X));
    }

    private static void agrees(Formula formula, Objective objective, double expected) {
        INDArray x = Nd4j.create(X);

        // A handful of operations on numbers of size 10.
        assertThat(objective.value(x)).as(formula.text()).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
        DerivativeCheck check = DerivativeCheck.at(objective, Vector.of(X));
        assertThat(check.passed()).as("%s: %s", formula, check).isTrue();
    }

    @Test
    void residualsMayBeOne() {
        Formula formula = declared().parse("C*x - d");
        FormulaLeastSquares problem = FormulaLeastSquares.of(formula);
        INDArray r = Nd4j.create(new double[1]);
        INDArray jacobian = Nd4j.create(new double[1][4]);
        problem.residuals(Nd4j.create(X), r);
        problem.jacobian(Nd4j.create(X), jacobian);

        assertThat(r.toDoubleVector()).containsExactly(3.75);
        assertThat(Arrays.stream(jacobian.toDoubleMatrix()).flatMapToDouble(Arrays::stream))
                .containsExactly(1.0, 2.0, 3.0, 0.0);
        agrees(formula, problem, 0.5 * 3.75 * 3.75);
    }
}
