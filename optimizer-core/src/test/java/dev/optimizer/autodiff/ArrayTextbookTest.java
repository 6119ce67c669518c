package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What textbooks say of gradients and Hessians with respect to vectors and matrices. */
class ArrayTextbookTest {
    /** A few roundings of sums with a handful of terms of size 10: far below this, and any wrong term far above. */
    private static final double ROUNDING = 1e-13;

    private static final double[] X = {0.5, -1, 2};

    private static Formula.Builder vector(int n) {
        return Formula.builder().variable("x", Shape.vector(n));
    }

    @Test
    void gradientOfALinearFunctionIsItsCoefficients() {
        Probe probe = Probe.of(vector(3).data("beta", Data.vector(3, -1, 0.25)).parse("beta'*x"));

        assertThat(probe.value(X)).isEqualTo(3);
        assertThat(probe.gradient(X)).containsExactly(3, -1, 0.25);
        assertThat(probe.hessian(X)).isDeepEqualTo(new double[3][3]);
        assertThat(probe.hessianVector(X, X)).containsOnly(0);
    }

    @Test
    void gradientOfAQuadraticFormIsTheSymmetrisedMatrixTimesX() {
        Data a = Data.matrix(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 10);
        Probe probe = Probe.of(vector(3).data("A", a).parse("x'*A*x"));

        // (A + Aᵀ)·x and A + Aᵀ, in numbers that are exact.
        assertThat(probe.gradient(X)).containsExactly(15, 21, 31);
        assertThat(probe.hessian(X)).isDeepEqualTo(new double[][] {{2, 6, 10}, {6, 10, 14}, {10, 14, 20}});
        assertThat(probe.hessianVector(X, X)).containsExactly(15, 21, 31);
    }

    @Test
    void gradientOfAMatrixFactorisationIsThatOfTheBook() {
        Random random = new Random(1);
        double[] target = random.doubles(12).toArray();
        double[] x = random.doubles(4 * 2 + 2 * 3).toArray();
        double[] u = Arrays.copyOf(x, 8);
        double[] v = Arrays.copyOfRange(x, 8, 14);
        Formula formula = Formula.builder()
                .variable("U", Shape.matrix(4, 2))
                .variable("V", Shape.matrix(2, 3))
                .data("X", Data.matrix(4, 3, target))
                .parse("norm2(X - U*V)^2");

        double[] residual = TreeEvaluator.each(target, TreeEvaluator.product(u, v, 2, 3), (a, b) -> -2 * (a - b));
        double[] byU = TreeEvaluator.product(residual, TreeEvaluator.transposed(v, 2, 3), 3, 2);
        double[] byV = TreeEvaluator.product(TreeEvaluator.transposed(u, 4, 2), residual, 4, 3);
        double[] gradient = Probe.of(formula).gradient(x);
        assertThat(Arrays.copyOf(gradient, 8)).containsExactly(byU, within(ROUNDING));
        assertThat(Arrays.copyOfRange(gradient, 8, 14)).containsExactly(byV, within(ROUNDING));
    }

    @Test
    void gradientOfLogSumExpIsSoftmaxAndSumsToOne() {
        Probe probe = Probe.of(vector(3).parse("logsumexp(x)"));
        // So large and far apart that plain exponentials overflow and vanish.
        double[] far = {1000, 999, -1000};

        assertThat(probe.value(far)).isCloseTo(1000 + Math.log1p(Math.exp(-1)), within(1e-12));
        assertThat(Arrays.stream(probe.gradient(far)).sum()).isCloseTo(1, within(ROUNDING));
        assertThat(probe.gradient(far)[0]).isCloseTo(1 / (1 + Math.exp(-1)), within(ROUNDING));
        assertThat(probe.value(0, Math.log(2), Double.NEGATIVE_INFINITY)).isCloseTo(Math.log(3), within(ROUNDING));
        double[] rows = Arrays.stream(probe.hessian(X))
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        assertThat(rows).containsExactly(new double[3], within(ROUNDING));
    }

    @Test
    void softmaxIsAsStable() {
        Probe probe = Probe.of(vector(3).parse("softmax(x)[1]"));

        assertThat(probe.value(1000, 1000, -1000)).isEqualTo(0.5);
        assertThat(probe.gradient(1000, 1000, -1000)).containsExactly(0.25, -0.25, 0);
    }

    @Test
    void gradientOfTheNormIsTheUnitVector() {
        Probe probe = Probe.of(vector(2).parse("norm2(x)"));

        assertThat(probe.value(3e200, -4e200)).isCloseTo(5e200, within(1e187));
        assertThat(probe.gradient(3e200, -4e200)).containsExactly(new double[] {0.6, -0.8}, within(ROUNDING));
        assertThat(probe.value(3e-200, 4e-200)).isCloseTo(5e-200, within(1e-213));
        assertThat(probe.gradient(0.3, -0.4)).containsExactly(new double[] {0.6, -0.8}, within(ROUNDING));
        // I/‖x‖ − x·xᵀ/‖x‖³
        assertThat(probe.hessian(3, 4)[0]).containsExactly(new double[] {0.128, -0.096}, within(ROUNDING));
    }

    @Test
    void normHasNoSlopeAtZeroButItsSquareHas() {
        Probe norm = Probe.of(vector(2).parse("norm2(x)"));
        Probe square = Probe.of(vector(2).parse("norm2(x)^2"));

        assertThat(norm.value(0, 0)).isZero();
        assertThat(norm.gradient(0, 0)).containsOnly(Double.NaN);
        assertThat(norm.value(Double.POSITIVE_INFINITY, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(norm.value(Double.NaN, 1)).isNaN();
        assertThat(square.gradient(0, 0)).containsOnly(0);
        assertThat(square.hessian(0, 0)).isDeepEqualTo(new double[][] {{2, 0}, {0, 2}});
    }

    @Test
    void productHasTheRightDerivativesWhateverEntriesAreZero() {
        Probe probe = Probe.of(vector(4).parse("prod(x)"));

        assertThat(probe.gradient(2, 3, 5, 7)).containsExactly(105, 70, 42, 30);
        assertThat(probe.gradient(2, 0, 5, 7)).containsExactly(0, 70, 0, 0);
        assertThat(probe.gradient(2, 0, 5, 0)).containsOnly(0);
        assertThat(probe.hessian(2, 0, 5, 0))
                .isDeepEqualTo(new double[][] {{0, 0, 0, 0}, {0, 0, 0, 10}, {0, 0, 0, 0}, {0, 10, 0, 0}});
        assertThat(probe.hessianVector(new double[] {2, 0, 5, 7}, new double[] {1, 1, 1, 1}))
                .containsExactly(35, 35 + 14 + 10, 14, 10);
    }

    @Test
    void extremesHaveTheSlopeOfTheFirstEntryThatAttainsThem() {
        Probe largest = Probe.of(vector(3).parse("max(x)"));
        Probe smallest = Probe.of(vector(3).parse("min(x)"));

        assertThat(largest.gradient(1, 4, 4)).containsExactly(0, 1, 0);
        assertThat(smallest.gradient(4, 1, 1)).containsExactly(0, 1, 0);
        assertThat(largest.value(1, Double.NaN, 4)).isNaN();
        assertThat(largest.value(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void gradientOfTheLogDeterminantIsTheTransposedInverse() {
        Formula formula = Formula.builder().variable("A", Shape.matrix(2, 2)).parse("logdet(A)");
        Probe probe = Probe.of(formula);

        assertThat(probe.value(4, 1, 2, 3)).isCloseTo(Math.log(10), within(ROUNDING));
        assertThat(probe.gradient(4, 1, 2, 3)).containsExactly(new double[] {0.3, -0.2, -0.1, 0.4}, within(ROUNDING));
        assertThat(probe.value(1, 2, 2, 4)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(probe.value(0, 1, 1, 0)).isNaN();
        assertThat(probe.value(Double.NaN, 1, 1, 0)).isNaN();
        assertThat(probe.gradient(1, 2, 2, 4)).containsOnly(Double.NaN);
    }

    @Test
    void derivativeOfTheInverseIsMinusItsSquareForNumbers() {
        Formula formula = Formula.builder().variable("A", Shape.matrix(1, 1)).parse("sum(inv(A))");
        Probe probe = Probe.of(formula);

        assertThat(probe.gradient(4)).containsExactly(-1 / 16.0);
        assertThat(probe.hessian(4)).isDeepEqualTo(new double[][] {{2 / 64.0}});
        assertThat(probe.value(0)).isNaN();
    }

    @Test
    void raggedLoopsRunAsWritten() {
        Probe probe = Probe.of(vector(3).parse("sum(i in 1..3, sum(j in i+1..3, x[i]*x[j])) + prod(i in 2..1, x[1])"));

        // The second elementary symmetric polynomial, and the empty product.
        assertThat(probe.value(2, 3, 5)).isEqualTo(32);
        assertThat(probe.gradient(2, 3, 5)).containsExactly(8, 7, 5);
        assertThat(probe.hessian(2, 3, 5)).isDeepEqualTo(new double[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}});
    }

    @Test
    void subscriptsFromDataNeedOnlyTheLoopsThatTheyName() {
        Probe probe = Probe.of(vector(3)
                .data("k", Data.vector(2, 3, 1))
                .parse("sum(i in 1..3, prod(j in 1..i, sum(l in 1..3, x[k[l]]*x[k[i]])))"));

        // With s = x₁ + x₂ + x₃: s·x₂ + (s·x₃)² + (s·x₁)³.
        assertThat(probe.value(1, 2, 3)).isEqualTo(12 + 18 * 18 + 6 * 6 * 6);
    }

    @Test
    void untakenBranchesDoNotLeakThroughSums() {
        Formula formula = Formula.builder()
                .variable("s")
                .variable("x", Shape.vector(2))
                .parse("if(s > 0, sum(sqrt(x)) + norm2(x)^0.5, s^2)");
        Probe probe = Probe.of(formula);

        assertThat(probe.gradient(-1, 0, 0)).containsExactly(-2, 0, 0);
        assertThat(probe.hessian(-1, 0, 0)).isDeepEqualTo(new double[][] {{2, 0, 0}, {0, 0, 0}, {0, 0, 0}});
        // 1/(2√4), and 1/(2·√‖x‖).
        assertThat(probe.gradient(1, 4, 0)[1]).isCloseTo(0.25 + 0.25, within(ROUNDING));
    }

    @Test
    void entriesThatAreNotUsedHaveNoSlope() {
        // √0 has an infinite slope, which the third entry of u must not multiply by zero.
        Probe probe = Probe.of(vector(3).let("u", "sqrt(x) + exp(x)").parse("sum(u[1:2]) + dot(u[1:2], u[1:2])"));

        assertThat(probe.gradient(1, 1, 0)[2]).isZero();
    }

    @Test
    void logisticRegressionHasTheGradientOfTheBook() {
        Random random = new Random(2);
        double[] data = random.doubles(20 * 3, -1, 1).toArray();
        double[] labels = random.doubles(20).map(u -> u < 0.5 ? -1 : 1).toArray();
        Probe probe = Probe.of(vector(3)
                .data("A", Data.matrix(20, 3, data))
                .data("y", Data.vector(labels))
                .parse("sum(softplus(-y .* (A*x))) + 0.5*dot(x, x)"));

        // ∇ = −Aᵀ(y ⊙ σ(−y ⊙ Ax)) + x
        double[] margins = TreeEvaluator.each(labels, TreeEvaluator.product(data, X, 3, 1), (y, z) -> y * z);
        double[] weights = TreeEvaluator.each(labels, margins, (y, z) -> -y / (1 + Math.exp(z)));
        double[] expected = TreeEvaluator.each(
                TreeEvaluator.product(TreeEvaluator.transposed(data, 20, 3), weights, 20, 1), X, Double::sum);
        assertThat(probe.gradient(X)).containsExactly(expected, within(ROUNDING));
    }
}
