package dev.optimizer.autodiff;

import static dev.optimizer.autodiff.Differences.agrees;
import static dev.optimizer.autodiff.Differences.moved;
import static dev.optimizer.autodiff.Differences.noise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.formula.Formula;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Properties that hold for every formula, checked on random ones.
 *
 * <p>The seed is fixed, so that the build says the same twice. With other seeds about one try in 20,000 fails though the
 * derivatives are right: a jump or an essential singularity so close by that all three differences agree on something
 * else, or a cancellation that shaking x by some ulps happens to miss.
 */
class RandomFormulasTest {
    private static final String SEED = "20261123";

    @Provide
    Arbitrary<String> formulas() {
        return RandomFormulas.texts();
    }

    @Provide
    Arbitrary<double[]> points() {
        return RandomFormulas.points();
    }

    @Property(seed = SEED, tries = 2000, maxDiscardRatio = 20)
    void gradientAgreesWithDifferencesOfTheValue(@ForAll("formulas") String text, @ForAll("points") double[] point) {
        Probe probe = probe(text);
        double[] x = Arrays.copyOf(point, probe.dimension());
        double[] gradient = probe.gradient(x);
        int checked = 0;
        for (int i = 0; i < x.length; i++) {
            int at = i;
            double noise = noise(x, y -> probe.gradient(y)[at]);
            checked += agrees(gradient[i], noise, x[i], t -> probe.value(moved(x, at, t))) ? 1 : 0;
        }
        Assume.that(checked > 0);
    }

    @Property(seed = SEED, tries = 1000, maxDiscardRatio = 20)
    void hessianAgreesWithDifferencesOfTheGradient(@ForAll("formulas") String text, @ForAll("points") double[] point) {
        Probe probe = probe(text);
        double[] x = Arrays.copyOf(point, probe.dimension());
        double[][] hessian = probe.hessian(x);
        int checked = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                int row = i;
                int column = j;
                double noise = noise(x, y -> probe.hessian(y)[row][column]);
                checked += agrees(hessian[i][j], noise, x[j], t -> probe.gradient(moved(x, column, t))[row]) ? 1 : 0;
            }
        }
        Assume.that(checked > 0);
    }

    @Property(seed = SEED, tries = 1000)
    void hessianVectorProductIsTheHessianTimesTheVector(
            @ForAll("formulas") String text, @ForAll("points") double[] point, @ForAll("points") double[] direction) {
        Probe probe = probe(text);
        double[] x = Arrays.copyOf(point, probe.dimension());
        double[] v = Arrays.copyOf(direction, probe.dimension());
        double[] product = probe.hessianVector(x, v);

        // Both routes carry the same terms in another order: rounding alone tells them apart. Where terms cancel to
        // nothing in one route by luck, the other shows how far rounding goes.
        double[] sum = times(probe.hessian(x), v);
        double[] sizes = times(
                absolute(probe.hessian(x)), Arrays.stream(v).map(Math::abs).toArray());
        for (int i = 0; i < x.length; i++) {
            int at = i;
            double noise = noise(x, y -> times(probe.hessian(y), v)[at]);
            double error = 1e-12 * sizes[i] + noise + noise(x, y -> probe.hessianVector(y, v)[at]);
            if (Double.isFinite(error)) {
                assertThat(product[i]).isCloseTo(sum[i], within(error));
            }
        }
    }

    @Property(seed = SEED, tries = 1000)
    void hessianIsSymmetricToTheLastBit(@ForAll("formulas") String text, @ForAll("points") double[] point) {
        Probe probe = probe(text);
        double[][] hessian = probe.hessian(Arrays.copyOf(point, probe.dimension()));

        for (int i = 0; i < hessian.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(bits(hessian[i][j])).isEqualTo(bits(hessian[j][i]));
            }
        }
    }

    @Property(seed = SEED, tries = 2000)
    void valueIsThatOfTheTreeAndThatOfTheGradientBitForBit(
            @ForAll("formulas") String text, @ForAll("points") double[] point) {
        Probe probe = probe(text);
        double[] x = Arrays.copyOf(point, probe.dimension());

        long value = bits(probe.value(x));

        assertThat(value).isEqualTo(bits(TreeEvaluator.value(Formula.parse(text), x)));
        assertThat(bits(probe.valueOfGradient(x))).isEqualTo(value);
    }

    @Property(seed = SEED, tries = 500)
    void derivativesOfABranchAreThoseOfTheFormulaAlone(
            @ForAll("formulas") String taken, @ForAll("formulas") String other, @ForAll("points") double[] x) {
        Probe alone = Probe.of(declared().parse(taken));
        Probe first = Probe.of(declared().parse("if(x1 > -3, " + taken + ", " + other + ")"));
        Probe second = Probe.of(declared().parse("if(x1 < -3, " + other + ", " + taken + ")"));

        for (Probe branch : new Probe[] {first, second}) {
            assertThat(bits(branch.value(x))).isEqualTo(bits(alone.value(x)));
            for (int i = 0; i < x.length; i++) {
                int row = i;
                assertEqualButForRounding(
                        branch, alone, x, probe -> probe.gradient(x)[row], y -> alone.gradient(y)[row]);
                for (int j = 0; j < x.length; j++) {
                    int column = j;
                    assertEqualButForRounding(
                            branch,
                            alone,
                            x,
                            probe -> probe.hessian(x)[row][column],
                            y -> alone.hessian(y)[row][column]);
                }
            }
        }
    }

    /** Sharing with the other branch may change the order of a sum; nothing else. Where alone is finite, so is it here. */
    private static void assertEqualButForRounding(
            Probe branch,
            Probe alone,
            double[] x,
            ToDoubleFunction<Probe> derivative,
            ToDoubleFunction<double[]> moving) {
        double expected = derivative.applyAsDouble(alone);
        double error = 1e-13 * Math.abs(expected) + noise(x, moving);
        if (Double.isFinite(error)) {
            assertThat(derivative.applyAsDouble(branch)).isCloseTo(expected, within(error));
        }
    }

    private static Probe probe(String text) {
        Formula formula = Formula.parse(text);
        Assume.that(!formula.variables().isEmpty());
        return Probe.of(formula);
    }

    private static Formula.Builder declared() {
        return Formula.builder().variable("x1").variable("x2").variable("x3").variable("x4");
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value);
    }

    private static double[] times(double[][] matrix, double[] v) {
        double[] product = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i] += matrix[i][j] * v[j];
            }
        }
        return product;
    }

    private static double[][] absolute(double[][] matrix) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                .toArray(double[][]::new);
    }
}
