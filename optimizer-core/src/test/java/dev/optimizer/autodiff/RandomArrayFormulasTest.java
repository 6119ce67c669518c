package dev.optimizer.autodiff;

import static dev.optimizer.autodiff.Differences.agrees;
import static dev.optimizer.autodiff.Differences.moved;
import static dev.optimizer.autodiff.Differences.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.formula.Formula;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What {@link RandomFormulasTest} says of numbers, for formulas with arrays and loops. The seed is fixed likewise. */
class RandomArrayFormulasTest {
    private static final String SEED = "20261124";

    /** Of the 25 entries of x a few are checked for each formula, others for the next. */
    private static final int STRIDE = 4;

    /** Before it are s, t and v. */
    private static final int FIRST_OF_W = 5;

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }

    @Property(seed = SEED, tries = 2000)
    void valueIsThatOfTheTree(@ForAll("seeds") long seed) {
        Formula formula = RandomArrayFormulas.formula(seed, 4);
        Probe probe = Probe.of(formula);
        double[] x = RandomArrayFormulas.point(seed);

        double expected = TreeEvaluator.value(formula, x);
        double value = probe.value(x);

        assertThat(Double.doubleToLongBits(probe.valueOfGradient(x))).isEqualTo(Double.doubleToLongBits(value));
        // Sums are taken in another order, so rounding tells the two apart where terms cancel.
        double error = 1e-13 * Math.abs(expected) + noise(x, y -> TreeEvaluator.value(formula, y));
        if (Double.isFinite(error)) {
            assertThat(value).as(formula.text()).isCloseTo(expected, within(error));
        }
    }

    @Property(seed = SEED, tries = 1000, maxDiscardRatio = 20)
    void gradientAgreesWithDifferencesOfTheValue(@ForAll("seeds") long seed) {
        Formula formula = RandomArrayFormulas.formula(seed, 3);
        Probe probe = Probe.of(formula);
        double[] x = RandomArrayFormulas.point(seed);
        double[] gradient = probe.gradient(x);
        int checked = 0;
        for (int i = some(seed); i < x.length; i += STRIDE) {
            int at = i;
            double noise = noise(x, y -> probe.gradient(y)[at]);
            checked += agrees(gradient[i], noise, x[i], t -> probe.value(moved(x, at, t))) ? 1 : 0;
        }
        Assume.that(checked > 0);
    }

    @Property(seed = SEED, tries = 500, maxDiscardRatio = 20)
    void hessianVectorProductAgreesWithDifferencesOfTheGradient(@ForAll("seeds") long seed) {
        Formula formula = RandomArrayFormulas.formula(seed, 3);
        Probe probe = Probe.of(formula);
        double[] x = RandomArrayFormulas.point(seed);
        double[] v = RandomArrayFormulas.point(~seed);
        double[] product = probe.hessianVector(x, v);
        int checked = 0;
        for (int i = some(seed); i < x.length; i += STRIDE) {
            int at = i;
            double noise = noise(x, y -> probe.hessianVector(y, v)[at]);
            checked += agrees(product[i], noise, 1, t -> probe.gradient(along(x, v, t))[at]) ? 1 : 0;
        }
        Assume.that(checked > 0);
    }

    @Property(seed = SEED, tries = 300)
    void hessianIsSymmetricAndItsColumnsAreProducts(@ForAll("seeds") long seed) {
        Formula formula = RandomArrayFormulas.formula(seed, 3);
        Probe probe = Probe.of(formula);
        double[] x = RandomArrayFormulas.point(seed);
        double[][] hessian = probe.hessian(x);
        double largest = Arrays.stream(hessian)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int j = 0; j < x.length; j++) {
            double[] unit = new double[x.length];
            unit[j] = 1;
            double[] column = probe.hessianVector(x, unit);
            for (int i = 0; i < x.length; i++) {
                assertThat(Double.doubleToLongBits(hessian[i][j])).isEqualTo(Double.doubleToLongBits(hessian[j][i]));
                if (!Double.isFinite(largest)) {
                    continue;
                }
                assertThat(column[i]).as(formula.text()).isFinite();
                // Noise takes a dozen Hessians, so it is asked for only where it decides.
                if (Math.abs(column[i] - hessian[i][j]) > 1e-11 * largest) {
                    assertClose(probe, formula, x, i, j, column[i], 1e-11 * largest);
                }
            }
        }
    }

    /** Whatever stands there, at points where it is NaN or infinite as a rule; what the other one uses is finite. */
    @Property(seed = SEED, tries = 1000)
    void untakenBranchesHaveNoSayInDerivatives(@ForAll("seeds") long seed) {
        Formula formula = RandomArrayFormulas.untaken(seed, 4);
        Probe probe = Probe.of(formula);
        double[] values = {0, -1, 1, Double.NaN, Double.POSITIVE_INFINITY, -1e200};
        Random random = new Random(seed);
        double[] x = TreeEvaluator.filled(RandomArrayFormulas.ENTRIES, i -> values[random.nextInt(values.length)]);
        x[0] = 1;
        double[] slope = new double[x.length];
        double[] ones = TreeEvaluator.filled(x.length, i -> 1);
        double[] curvature = new double[x.length];
        for (int i = FIRST_OF_W; i < FIRST_OF_W + 5; i++) {
            x[i] = random.nextInt(-2, 3);
            slope[i] = 2 * x[i];
            curvature[i] = 2;
        }

        assertThat(plus0(probe.gradient(x))).as(formula.text()).containsExactly(slope);
        assertThat(plus0(probe.hessianVector(x, ones))).as(formula.text()).containsExactly(curvature);
    }

    /** A derivative that is zero may have either sign: adding 0 makes it positive. */
    private static double[] plus0(double[] values) {
        return TreeEvaluator.filled(values.length, i -> values[i] + 0.0);
    }

    /**
     * The two are sums of the same terms in another order. An error is relative to the terms, which in random formulas are
     * up to some thousand times as large as the largest entry that is left of them; a wrong rule is off by all of it.
     */
    private static void assertClose(
            Probe probe, Formula formula, double[] x, int i, int j, double product, double error) {
        double[] unit = TreeEvaluator.filled(x.length, k -> k == j ? 1 : 0);
        double noise = noise(x, y -> probe.hessian(y)[i][j]) + noise(x, y -> probe.hessianVector(y, unit)[i]);
        if (Double.isFinite(noise)) {
            assertThat(product).as(formula.text()).isCloseTo(probe.hessian(x)[i][j], within(error + noise));
        }
    }

    private static int some(long seed) {
        return Math.floorMod(seed, STRIDE);
    }

    private static double[] along(double[] x, double[] direction, double t) {
        return TreeEvaluator.filled(x.length, i -> x[i] + t * direction[i]);
    }
}
