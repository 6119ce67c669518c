package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.objective.SparseHessian;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The twins: compiled and interpreted code give the same bits. */
class ExecutionTest {
    private static final String SEED = "20261124";

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(seed = SEED, tries = 1000)
    void randomArrayFormulas(@ForAll("seeds") long seed) {
        Formula formula = RandomArrayFormulas.formula(seed, 3);
        assertTwins(formula, RandomArrayFormulas.point(seed));
    }

    @Provide
    Arbitrary<String> texts() {
        return RandomFormulas.texts();
    }

    @Provide
    Arbitrary<double[]> points() {
        return RandomFormulas.points();
    }

    @Property(seed = SEED, tries = 1000)
    void randomScalarFormulas(@ForAll("texts") String text, @ForAll("points") double[] at) {
        Formula formula = Formula.parse("0*(x1 + x2 + x3 + x4) + " + text);
        assertTwins(formula, at);
    }

    /** Loops whose lengths are not multiples of a piece or of the lanes, ragged ones, and none at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sum(x)",
                "sum(i in 1..n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)",
                "sum(i in 1..n, sum(j in 1..i, x[i]*exp(x[j])))",
                "sum(i in 1..n, sum(j in 1..i-1, sum(k in j..i, x[i]*x[j]*x[k])))",
                "sum(i in 1..n, i*x[i]^3*prod(j in 1..i, x[j]))",
                "sum((x*x').^2) + norm2(x) + logsumexp(x) + max(x)",
                "sum(vector(i in 1..n, x[n+1-i]*x[i]) .* x)",
                "sum(i in 1..0, x[i+5])^2 + x[1]"
            })
    void loops(String text) {
        for (int n : new int[] {1, 2, 3, 5, 127, 128, 129, 131, 260}) {
            int size = text.contains("*x[k]") ? Math.min(n, 40) : n;
            if (size > 5 || !text.contains("i+5")) {
                assertTwins(
                        vector(size, text), new Random(n).doubles(size, -1, 1).toArray());
            }
        }
    }

    @Test
    void codeThatTakesSeveralMethods() {
        String text = IntStream.rangeClosed(1, 3_000)
                .mapToObj(i -> "sin(" + i + "*x + y)*(y - " + i + ")^" + i % 7)
                .collect(Collectors.joining(" + "));
        assertTwins(Formula.parse(text), new double[] {0.3, -0.7});
    }

    @Test
    void bodiesTooLargeForOneMethod() {
        String term = IntStream.rangeClosed(1, 400)
                .mapToObj(i -> "cos(" + i + "*x[i])")
                .collect(Collectors.joining("*x[i+1] + "));
        assertTwins(
                vector(300, "sum(i in 1..n-1, " + term + ")"),
                new Random(1).doubles(300).toArray());
    }

    @Test
    void strangeNumbers() {
        double[] strange = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e-320, -1e308, 5
        };
        String text = "sum(i in 1..n, x[i]^-3 + x[i]^65 + x[i]^0.5 + max(x[i], 0) + min(x[i], -0) + abs(x[i])"
                + " + sigmoid(x[i]) + softplus(x[i]) + if(x[i] < 1, x[i]^2, log(x[i])) + asin(x[i])*tanh(x[i]))";
        for (double a : strange) {
            for (double b : strange) {
                assertTwins(vector(2, text), new double[] {a, b});
            }
        }
    }

    private static Formula vector(int n, String text) {
        return Formula.builder()
                .variable("x", Shape.vector(n))
                .data("n", new Data(Shape.scalar(), new double[] {n}))
                .parse(text.replaceAll("\\bn\\b", String.valueOf(n)));
    }

    private static void assertTwins(Formula formula, double[] at) {
        FormulaObjective interpreted = FormulaObjective.of(formula, Execution.INTERPRETED);
        FormulaObjective compiled = FormulaObjective.of(formula, Execution.COMPILED);
        assertThat(all(compiled, at)).as(formula.text()).isEqualTo(all(interpreted, at));
    }

    /** The bits of all that an objective offers; all NaNs are one. */
    private static long[] all(FormulaObjective objective, double[] at) {
        int n = at.length;
        INDArray x = Nd4j.createFromArray(at);
        INDArray v = Nd4j.createFromArray(new Random(n).doubles(n, -1, 1).toArray());
        INDArray g = Nd4j.createFromArray(new double[n]);
        INDArray hv = Nd4j.createFromArray(new double[n]);
        double[] results = {objective.value(x), objective.gradient(x, g)};
        objective.hessianVector(x, v, hv);
        results = join(results, g.toDoubleVector(), hv.toDoubleVector());
        if (n <= 40) {
            INDArray h = Nd4j.createFromArray(new double[n * n]);
            objective.hessian(x, h);
            results = join(results, h.toDoubleVector());
        }
        Optional<SparseHessian> sparse = objective.sparseHessian();
        if (sparse.isPresent()) {
            INDArray values = Nd4j.createFromArray(new double[sparse.get().columns().length]);
            sparse.get().values(x, values);
            results = join(results, values.toDoubleVector());
        }
        return Arrays.stream(results).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static double[] join(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }
}
