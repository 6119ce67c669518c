package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.testing.Allocations;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Hessians of formulas that are not local, computed along all directions at once: more rows than a panel has, and not a
 * multiple of it, more columns than a block.
 */
class DenseHessianTest {
    private static final int M = 600;
    private static final int N = 70;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(softplus(-y .* (A*x))) + 0.1*norm2(x)^2",
                "sum(softplus(-y .* (A*x + b))) + 0.1*norm2(x)^2",
                "logsumexp(A*x + y)",
                "logsumexp(A*x)^2 + b*norm2(x)",
                "norm2(A*x - y)^2 + sum(exp(x)) + b^2",
                "x'*A'*A*x/2 + sum(i in 1..n, x[i]^4)",
                "sum(sin(A*x) .* cos(A*x*b))",
                "exp(-norm2(x)^2/n) + sum(softmax(x) .* x)",
                "(x'*x)*(y'*A*x)",
                "dot(A[1:9,:]*x, A[11:19,:]*x)",
                "sum(A*x)*sum((A*x).^2)"
            })
    void columnsAreProducts(String text) {
        Formula formula = formula(text);
        FormulaObjective objective = FormulaObjective.of(formula);
        double[][] hessian = hessian(objective, point(formula));
        double largest = Arrays.stream(hessian)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();

        INDArray x = Nd4j.createFromArray(point(formula));
        INDArray hv = Nd4j.createFromArray(new double[hessian.length]);
        for (int j = 0; j < hessian.length; j += 3) {
            double[] unit = new double[hessian.length];
            unit[j] = 1;
            objective.hessianVector(x, Nd4j.createFromArray(unit), hv);
            for (int i = 0; i < hessian.length; i++) {
                // The same terms summed in another order, 600 of them: some hundred roundings of the largest.
                assertThat(hessian[i][j]).isCloseTo(hv.getDouble(i), within(1e-12 * largest));
                assertThat(hessian[i][j]).isEqualTo(hessian[j][i]);
            }
        }
    }

    @Test
    void compiledAndInterpretedAreTwins() {
        Formula formula = formula("sum(softplus(-y .* (A*x + b))) + 0.1*norm2(x)^2");
        double[][] interpreted = hessian(FormulaObjective.of(formula, Execution.INTERPRETED), point(formula));
        double[][] compiled = hessian(FormulaObjective.of(formula, Execution.COMPILED), point(formula));

        assertThat(compiled).isDeepEqualTo(interpreted);
    }

    @Test
    void nothingIsAllocated() {
        Formula formula = formula("logsumexp(A*x + y) + norm2(A*x)^2");
        FormulaObjective objective = FormulaObjective.of(formula);
        INDArray x = Nd4j.createFromArray(point(formula));
        INDArray h = Nd4j.createFromArray(new double[N * N]);

        Allocations.assertNone(100, () -> objective.hessian(x, h));
    }

    private static Formula formula(String text) {
        Random random = new Random(1);
        double[] a = random.doubles((long) M * N, -0.2, 0.2).toArray();
        Formula.Builder builder = Formula.builder().variable("x", Shape.vector(N));
        if (text.contains("b")) {
            builder.variable("b");
        }
        return builder.data("A", Data.matrix(M, N, a))
                .data("y", Data.vector(random.doubles(M, -1, 1).toArray()))
                .parse(text.replace("1..n", "1.." + N).replace("/n", "/" + N));
    }

    private static double[] point(Formula formula) {
        return new Random(2).doubles(formula.dimension(), -1, 1).toArray();
    }

    private static double[][] hessian(FormulaObjective objective, double[] at) {
        int n = at.length;
        INDArray h = Nd4j.createFromArray(new double[n][n]);
        objective.hessian(Nd4j.createFromArray(at), h);
        return h.toDoubleMatrix();
    }
}
