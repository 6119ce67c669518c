package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.objective.SparseHessian;
import dev.optimizer.testing.Allocations;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LocalHessianTest {
    private static final String ROSENBROCK = "sum(i in 1..n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)";

    private static Formula formula(int n, String text) {
        return Formula.builder().variable("x", Shape.vector(n)).let("n", "" + n).parse(text);
    }

    private static FormulaObjective objective(int n, String text) {
        return FormulaObjective.of(formula(n, text));
    }

    @Test
    void holdsTheLowerTriangleRowByRow() {
        SparseHessian hessian = objective(3, ROSENBROCK).sparseHessian().orElseThrow();
        INDArray values = Nd4j.create(new double[5]);

        hessian.values(Nd4j.create(new double[] {1, 2, 3}), values);

        assertThat(hessian.rowStarts()).containsExactly(0, 1, 3, 5);
        assertThat(hessian.columns()).containsExactly(0, 0, 1, 1, 2);
        // 1200x² − 400y + 2, −400x, 200 + 1200y² − 400z + 2, −400y, 200
        assertThat(values.toDoubleVector()).containsExactly(402, -400, 3802, -800, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROSENBROCK,
                "sum(x.^4)",
                "sum(exp(x))*0.5 - 2*sum(i in 1..n, i*x[i]^2)",
                "sum(i in 1..n, x[i]*x[n + 1 - i])",
                "sum(i in 1..n, sum(j in 1..i, (x[i] - x[j])^4))",
                "sum(i in 1..n, sum(j in 1..n, sin(x[i]*x[j])))",
                "sum(x[2:n] .* x[1:n-1].^2) + x[1]^3*x[n]",
                "sum(i in 1..n-2, if(x[i] > x[i+1], x[i]*x[i+2]^3, cos(x[i+1])))",
                "prod(x[1:2]) + x[3]*x[4] + norm2(x - 1)^2",
                "sum(i in 1..2, x[i*i]*x[2*i])"
            })
    void agreesWithTheProducts(String text) {
        int n = 6;
        FormulaObjective objective = objective(n, text);
        Probe probe = Probe.of(objective);
        double[] x = new Random(3).doubles(n, 0.5, 2).toArray();

        double[][] hessian = probe.hessian(x);

        for (int j = 0; j < n; j++) {
            double[] column = probe.hessianVector(x, unit(n, j));
            for (int i = 0; i < n; i++) {
                // The same terms in another order: some ulps of the largest.
                assertThat(column[i]).isCloseTo(hessian[i][j], within(1e-11));
                assertThat(hessian[i][j]).isEqualTo(hessian[j][i]);
            }
        }
    }

    private static double[] unit(int n, int j) {
        return TreeEvaluator.filled(n, i -> i == j ? 1 : 0);
    }

    @Test
    void isThereForLocalTermsOnly() {
        assertThat(objective(6, "sum(x)^2").sparseHessian()).isEmpty();
        assertThat(objective(6, "norm2(x)").sparseHessian()).isEmpty();
        assertThat(objective(6, "sum(x)").sparseHessian()).isEmpty();
        assertThat(objective(6, "3*sum(x.^2)").sparseHessian()).isPresent();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void takesAMillionVariables() {
        int n = 1_000_000;
        FormulaObjective objective = objective(n, ROSENBROCK);
        INDArray ones = Nd4j.ones(DataType.DOUBLE, n);
        INDArray g = Nd4j.create(new double[n]);
        SparseHessian hessian = objective.sparseHessian().orElseThrow();
        INDArray values = Nd4j.create(new double[hessian.columns().length]);

        assertThat(objective.gradient(ones, g)).isZero();
        assertThat(g.getDouble(n / 2)).isZero();
        hessian.values(ones, values);
        assertThat(hessian.columns()).hasSize(2 * n - 1);
        assertThat(values.getDouble(hessian.rowStarts()[n / 2])).isEqualTo(-400);
        assertThat(values.getDouble(hessian.rowStarts()[n / 2] + 1)).isEqualTo(1002);
    }

    @Test
    void valuesAllocateNothing() {
        SparseHessian hessian = objective(50, ROSENBROCK).sparseHessian().orElseThrow();
        INDArray x = Nd4j.ones(DataType.DOUBLE, 50);
        INDArray values = Nd4j.create(new double[99]);

        Allocations.assertNone(30_000, () -> hessian.values(x, values));
    }
}
