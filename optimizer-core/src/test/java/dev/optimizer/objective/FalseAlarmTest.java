package dev.optimizer.objective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeAudit.Outcome;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit does not cry wolf: not at bad scales, kinks, edges of domains, or in noise. */
class FalseAlarmTest {
    static Stream<Arguments> catalogue() {
        List<Arguments> all = new ArrayList<>();
        for (String name : Problems.names()) {
            Problem problem = Problems.named(name).orElseThrow();
            problem.starts().forEach((start, x) -> all.add(Arguments.of(name, start, x)));
            all.removeIf(FalseAlarmTest::isTooCloseToAWall);
            problem.stationaryPoints().stream()
                    .filter(point -> !point.at().isEmpty())
                    .forEach(point -> all.add(Arguments.of(name, point.name(), point.at())));
        }
        return all.stream();
    }

    /** A known false alarm: at 1e-12 from a wall the Hessian is 1e24, and no difference is short enough. */
    private static boolean isTooCloseToAWall(Arguments arguments) {
        return arguments.get()[0].equals("pathological-wall") && arguments.get()[1].equals("at-the-wall");
    }

    /** At starts, and at stationary points, where a failed line search would have it made again. */
    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("catalogue")
    void rightDerivativesPass(String problem, String name, List<Double> at) {
        Objective objective = Problems.named(problem).orElseThrow().objective();
        Vector x = Vector.of(at.stream().mapToDouble(Double::doubleValue).toArray());

        DerivativeAudit audit = DerivativeAudit.at(objective, x);

        // Outside its domain, where some problems begin, there is nothing to audit.
        Vector gradient = Vector.zeros(x.length());
        if (Double.isFinite(objective.gradient(x.array(), gradient.array())) && gradient.isFinite()) {
            assertThat(audit).as("%s at %s", problem, name).isEqualTo(DerivativeAudit.PASSED);
        } else {
            assertThat(audit.failed()).isFalse();
        }
    }

    /** (x₁ − 10⁶)² + (x₂ − 2·10⁻⁶)² + (x₁x₂ − 2)²: Moré, Garbow and Hillstrom (1981), problem 4. */
    private static ByHand brownBadlyScaled() {
        return new ByHand(
                2,
                x -> {
                    double a = x[0] - 1e6;
                    double b = x[1] - 2e-6;
                    double c = x[0] * x[1] - 2;
                    return a * a + b * b + c * c;
                },
                (x, g) -> {
                    double c = x[0] * x[1] - 2;
                    g[0] = 2 * (x[0] - 1e6) + 2 * c * x[1];
                    g[1] = 2 * (x[1] - 2e-6) + 2 * c * x[0];
                },
                (x, h) -> {
                    h[0][0] = 2 + 2 * x[1] * x[1];
                    h[1][1] = 2 + 2 * x[0] * x[0];
                    h[0][1] = 4 * x[0] * x[1] - 4;
                    h[1][0] = h[0][1];
                });
    }

    /** (10⁴x₁x₂ − 1)² + (e^−x₁ + e^−x₂ − 1.0001)²: Moré, Garbow and Hillstrom (1981), problem 3. */
    private static ByHand powellBadlyScaled() {
        return new ByHand(
                2,
                x -> {
                    double a = 1e4 * x[0] * x[1] - 1;
                    double b = Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001;
                    return a * a + b * b;
                },
                (x, g) -> {
                    double a = 1e4 * x[0] * x[1] - 1;
                    double b = Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001;
                    g[0] = 2e4 * a * x[1] - 2 * b * Math.exp(-x[0]);
                    g[1] = 2e4 * a * x[0] - 2 * b * Math.exp(-x[1]);
                },
                (x, h) -> {
                    double b = Math.exp(-x[0]) + Math.exp(-x[1]) - 1.0001;
                    h[0][0] = 2e8 * x[1] * x[1] + 2 * Math.exp(-2 * x[0]) + 2 * b * Math.exp(-x[0]);
                    h[1][1] = 2e8 * x[0] * x[0] + 2 * Math.exp(-2 * x[1]) + 2 * b * Math.exp(-x[1]);
                    h[0][1] = 4e8 * x[0] * x[1] - 2e4 + 2 * Math.exp(-x[0] - x[1]);
                    h[1][0] = h[0][1];
                });
    }

    @Test
    void badlyScaledProblemsPass() {
        assertThat(DerivativeAudit.at(brownBadlyScaled(), Vector.of(1, 1))).isEqualTo(DerivativeAudit.PASSED);
        assertThat(DerivativeAudit.at(brownBadlyScaled(), Vector.of(1e6, 2e-6))).isEqualTo(DerivativeAudit.PASSED);
        assertThat(DerivativeAudit.at(powellBadlyScaled(), Vector.of(0, 1))).isEqualTo(DerivativeAudit.PASSED);
        assertThat(DerivativeAudit.at(powellBadlyScaled(), Vector.of(1.098159e-5, 9.106146)))
                .isEqualTo(DerivativeAudit.PASSED);
    }

    @Test
    void polynomialsOfLowDegreePass() {
        assertPassed(1, x -> 7, (x, g) -> g[0] = 0, 3);
        assertPassed(1, x -> 0.1 * x[0], (x, g) -> g[0] = 0.1, 3);
        assertPassed(1, x -> x[0] * x[0], (x, g) -> g[0] = 2 * x[0], 0);
        assertPassed(1, x -> 1e9 + x[0] * x[0], (x, g) -> g[0] = 2 * x[0], 0.3);
        assertPassed(1, x -> 1e-30 * x[0] * x[0], (x, g) -> g[0] = 2e-30 * x[0], 0.3);
    }

    /** A kink at the point: any slope between those of the two sides is as good as the others; one outside is not. */
    @Test
    void aKinkIsNoError() {
        for (double slope : new double[] {-1, -0.5, 0, 1}) {
            Objective absolute = ByHand.firstOrder(1, x -> Math.abs(x[0]), (x, g) -> g[0] = slope);
            assertThat(DerivativeAudit.at(absolute, Vector.of(0)).failed())
                    .as("%s", slope)
                    .isFalse();
        }
        Objective outside = ByHand.firstOrder(1, x -> Math.abs(x[0]), (x, g) -> g[0] = 1.5);
        assertThat(DerivativeAudit.at(outside, Vector.of(0)).failed()).isTrue();
    }

    /** Kinks at every distance from the point. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-2, 1e-3, 1e-5, 1e-7, 1e-9, 1e-12, 0})
    void aKinkNearbyIsNoError(double distance) {
        Objective hinge = ByHand.firstOrder(2, x -> Math.max(0, x[0]) + x[1] * x[1], (x, g) -> {
            g[0] = x[0] > 0 ? 1 : 0;
            g[1] = 2 * x[1];
        });

        assertThat(DerivativeAudit.at(hinge, Vector.of(distance, 0.5)).failed()).isFalse();
        assertThat(DerivativeAudit.at(hinge, Vector.of(-distance, 0.5)).failed())
                .isFalse();
    }

    @Test
    void outsideTheDomainItCannotBeTold() {
        Objective log = ByHand.firstOrder(1, x -> Math.log(x[0]), (x, g) -> g[0] = 1 / x[0]);

        assertThat(DerivativeAudit.at(log, Vector.of(-1)))
                .hasToString(
                        "whether the derivatives belong to the value cannot be told: f or ∇f is not finite at the point");
        assertThat(DerivativeAudit.at(log, Vector.of(1e-9)).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(DerivativeAudit.at(log, Vector.of(1e-4)).outcome()).isEqualTo(Outcome.PASSED);
    }

    /** f with errors that look random but repeat, as of a simulation, of a size that no one told the audit about. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-9, 1e-6, 1e-3, 1})
    void noiseIsNoError(double size) {
        for (int seed = 0; seed < 1000; seed++) {
            long salt = seed;
            Objective noisy = ByHand.firstOrder(
                    3,
                    x -> ByHand.chainValue(x) + size * new Random(Arrays.hashCode(x) * 1000L + salt).nextGaussian(),
                    ByHand::chainGradient);
            assertThat(DerivativeAudit.at(noisy, Vector.of(0.3, -1.2, 0.8)).failed())
                    .as("seed %s", seed)
                    .isFalse();
        }
    }

    @Test
    void aValueThatDiffersFromCallToCallCannotBeAudited() {
        Random random = new Random(1);
        Objective noisy = ByHand.firstOrder(1, x -> x[0] + random.nextGaussian(), (x, g) -> g[0] = 1);

        assertThat(DerivativeAudit.at(noisy, Vector.of(1)))
                .hasToString(
                        "whether the derivatives belong to the value cannot be told: f is not the same when computed"
                                + " twice");
    }

    @Test
    void whatTheObjectiveThrowsIsForTheRun() {
        Objective throwing = ByHand.firstOrder(
                1,
                x -> {
                    throw new IllegalStateException("no");
                },
                (x, g) -> g[0] = 1);

        assertThat(DerivativeAudit.at(throwing, Vector.of(1)))
                .hasToString("whether the derivatives belong to the value cannot be told: the objective threw"
                        + " java.lang.IllegalStateException: no");
    }

    private static void assertPassed(int n, ToDoubleFunction<double[]> value, ByHand.First gradient, double... at) {
        assertThat(DerivativeAudit.at(ByHand.firstOrder(n, value, gradient), Vector.of(at)))
                .isEqualTo(DerivativeAudit.PASSED);
    }
}
