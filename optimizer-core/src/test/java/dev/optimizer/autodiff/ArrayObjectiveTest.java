package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.testing.Allocations;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Sizes, depths and memory of objectives with arrays. */
class ArrayObjectiveTest {
    private static Formula.Builder declared() {
        return Formula.builder()
                .variable("x", Shape.vector(8))
                .data("A", Data.matrix(8, 8, new Random(1).doubles(64).toArray()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(i in 1..7, (x[i+1] - x[i]^2)^2) + sum(i in 1..8, sum(j in 1..i, x[i]*exp(x[j])))",
                "norm2(A*x - 1)^2 + logsumexp(A*x) + max(x) + prod(x) + norm2(x)",
                "logdet(A'*A + x*x') + sum(inv(A + x*x')) + if(x[1] > 0, sum(sqrt(x)), trace(A*A))"
            })
    void nothingIsAllocatedAfterTheFirstTime(String text) {
        FormulaObjective objective = FormulaObjective.of(declared().parse(text));
        INDArray x = Nd4j.create(new Random(2).doubles(8).toArray());
        INDArray v = Nd4j.create(new Random(3).doubles(8).toArray());
        INDArray g = Nd4j.create(new double[8]);
        INDArray h = Nd4j.create(new double[8][8]);

        Allocations.assertNone(3_000, () -> objective.value(x));
        Allocations.assertNone(3_000, () -> objective.gradient(x, g));
        Allocations.assertNone(3_000, () -> objective.hessianVector(x, v, g));
        Allocations.assertNone(1_000, () -> objective.hessian(x, h));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void takesTenMillionVariables() {
        int n = 10_000_000;
        FormulaObjective objective = FormulaObjective.of(
                Formula.builder().variable("x", Shape.vector(n)).parse("sum(x.^2) + sum(x)"));
        INDArray x = Nd4j.ones(DataType.DOUBLE, n);

        assertThat(objective.value(x)).isEqualTo(2.0 * n);
        assertThat(objective.gradient(x, x)).isEqualTo(2.0 * n);
        assertThat(x.getDouble(n - 1)).isEqualTo(3);
        assertThatThrownBy(() -> objective.hessian(x, x))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a dense matrix of 10000000×10000000 entries is too large");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void takesAThousandProductsInAChain() {
        String chain = "A*".repeat(1000) + "x";
        FormulaObjective objective = FormulaObjective.of(Formula.builder()
                .variable("x", Shape.vector(2))
                .data("A", Data.matrix(2, 2, 0, 1, 1, 0))
                .parse("dot([1, 0], " + chain + ")"));
        INDArray g = Nd4j.create(new double[2]);

        assertThat(objective.gradient(Nd4j.create(new double[] {3, 5}), g)).isEqualTo(3);
        assertThat(g.toDoubleVector()).containsExactly(1, 0);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void takesFiveThousandSums() {
        String text = IntStream.range(0, 5000).mapToObj(i -> "sum(" + i + "*x)").collect(Collectors.joining(" + "));
        Probe probe = Probe.of(declared().parse(text));

        assertThat(probe.gradient(new double[8])).containsOnly(4999.0 * 2500);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void takesLetsThatDoubleAtEachStep() {
        Formula.Builder builder = declared().let("a0", "sum(x)");
        for (int i = 1; i <= 40; i++) {
            builder.let("a" + i, "0.5*sum(a" + (i - 1) + " + 0*x)/8 + 0.5*max([a" + (i - 1) + ", a" + (i - 1) + "])");
        }
        Probe probe = Probe.of(builder.parse("a40"));

        assertThat(probe.value(1, 1, 1, 1, 1, 1, 1, 1)).isEqualTo(8);
        assertThat(probe.gradient(1, 1, 1, 1, 1, 1, 1, 1)).containsOnly(1);
    }

    @Test
    void isASumOfManySmallTermsWithSmallError() {
        int n = 1_000_000;
        FormulaObjective objective = FormulaObjective.of(
                Formula.builder().variable("x", Shape.vector(n)).parse("sum(0.1*x)"));

        // Added one by one the rounding error would be about 1e-6.
        double value = objective.value(Nd4j.ones(DataType.DOUBLE, n));
        assertThat(Math.abs(value - 100_000)).isLessThan(2e-8);
    }
}
