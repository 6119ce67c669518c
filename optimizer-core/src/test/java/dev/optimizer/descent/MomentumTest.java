package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the textbook proves of fixed steps along −∇f, with and without momentum. */
class MomentumTest {
    /** Eigenvalues 1 and κ = 100. */
    private static final FormulaObjective QUADRATIC = FormulaObjective.of("(x^2 + 100*y^2)/2");

    /** Nesterov's worst function in the world (2004, section 2.1.2) with L = 4: tridiagonal (−1, 2, −1), so λ < 4. */
    private static final int N = 101;

    private static final FormulaObjective CHAIN = FormulaObjective.builder()
            .variable("x", N)
            .objective("(x[1]^2 + sum(i in 1..100, (x[i] - x[i+1])^2) + x[101]^2)/2 - x[1]");

    private static final double L = 4;
    private static final double CHAIN_MINIMUM = L / 8 * (-1 + 1.0 / (N + 1));

    private static List<Trace.Row> run(Direction direction, double step, FormulaObjective f, double[] x0, int steps) {
        Trace trace = new Trace(true, 1);
        new Minimizer(LineSearchSolver.of(direction, new FixedStep(), step))
                .stop(StoppingRules.defaults().withGradientNorm(0).withIterations(steps))
                .observe(trace)
                .minimize(f, Nd4j.create(x0));
        return trace.rows();
    }

    @Test
    void steepestDescentWithTheBestStepContractsByTheConditionNumber() {
        List<Trace.Row> rows = run(new SteepestDescent(), 2.0 / 101, QUADRATIC, new double[] {1, 1}, 100);

        // Both entries shrink by exactly (κ − 1)/(κ + 1), one of them changing sign; 100 roundings of each.
        assertThat(rows.get(100).x()[0]).isCloseTo(Math.pow(99.0 / 101, 100), within(1e-14));
        assertThat(rows.get(100).x()[1]).isCloseTo(Math.pow(99.0 / 101, 100), within(1e-14));
    }

    @Test
    void theHeavyBallContractsByTheRootOfTheConditionNumber() {
        double rate = (Math.sqrt(100) - 1) / (Math.sqrt(100) + 1);
        List<Trace.Row> rows =
                run(new HeavyBall(rate * rate), 4 / ((10.0 + 1) * (10 + 1)), QUADRATIC, new double[] {1, 1}, 100);

        double contraction = rows.get(100).gradientNorm() / rows.get(50).gradientNorm();
        // At both ends of the spectrum the root is double, so errors go like (a + b·k)·rateᵏ.
        assertThat(contraction / Math.pow(rate, 50)).isBetween(1.0, 2.0);
    }

    @Test
    void theHeavyBallIsPolyaks() {
        List<Trace.Row> rows = run(new HeavyBall(0.7), 0.01, QUADRATIC, new double[] {3, -2}, 20);

        for (int k = 1; k < 20; k++) {
            double[] before = rows.get(k - 1).x();
            double[] x = rows.get(k).x();
            // x − α∇f + β(x − before); a few roundings of numbers below 10.
            assertThat(rows.get(k + 1).x()[0]).isCloseTo(x[0] - 0.01 * x[0] + 0.7 * (x[0] - before[0]), within(1e-14));
            assertThat(rows.get(k + 1).x()[1])
                    .isCloseTo(x[1] - 0.01 * 100 * x[1] + 0.7 * (x[1] - before[1]), within(1e-14));
        }
    }

    /**
     * Below the bound for his method; and, after k = 50 steps, above the one for any method on the chain of 2k + 1 (Nesterov
     * 2004, theorem 2.1.7).
     */
    @Test
    void nesterovIsWithinAConstantOfWhatAnyMethodCanDo() {
        List<Trace.Row> rows = run(new Nesterov(), 1 / L, CHAIN, new double[N], 300);

        double distance2 = 0;
        for (int i = 1; i <= N; i++) {
            distance2 += Math.pow(1 - i / (N + 1.0), 2);
        }
        for (int k = 1; k <= 300; k++) {
            double gap = afterGradientStep(rows.get(k - 1).x()) - CHAIN_MINIMUM;
            assertThat(gap).as("k = %d", k).isLessThanOrEqualTo(2 * L * distance2 / ((k + 1.0) * (k + 1)));
            if (N == 2 * k + 1) {
                assertThat(gap).isGreaterThanOrEqualTo(3 * L * distance2 / (32 * (k + 1.0) * (k + 1)));
            }
        }
    }

    /** f at x = y − ∇f(y)/L, where the bound holds. */
    private static double afterGradientStep(double[] y) {
        INDArray gradient = Nd4j.create(new double[y.length]);
        CHAIN.gradient(Nd4j.create(y), gradient);
        return CHAIN.value(Nd4j.create(y).sub(gradient.div(L)));
    }

    /** The two sequences of Beck and Teboulle, written down as they stand. */
    @Test
    void theIteratesAreThePointsWhereGradientsAreTaken() {
        List<Trace.Row> rows = run(new Nesterov(), 0.005, QUADRATIC, new double[] {3, -2}, 50);

        double[] y = {3, -2};
        double[] x = y.clone();
        double t = 1;
        for (int k = 0; k <= 50; k++) {
            // Fifty steps of a stable recurrence.
            assertThat(rows.get(k).x()).containsExactly(y, within(1e-13));
            double next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
            for (int i = 0; i < 2; i++) {
                double moved = y[i] - 0.005 * (i == 0 ? 1 : 100) * y[i];
                y[i] = moved + (t - 1) / next * (moved - x[i]);
                x[i] = moved;
            }
            t = next;
        }
    }

    @Test
    void aGradientEachStepAndNoMore() {
        for (Direction direction : List.of(new HeavyBall(0.9), new Nesterov(), new Nesterov(0.9))) {
            Result result = new Minimizer(LineSearchSolver.of(direction, new FixedStep(), 0.005))
                    .stop(StoppingRules.defaults().withIterations(17))
                    .minimize(QUADRATIC, Nd4j.create(new double[] {1, 1}));

            assertThat(result.evaluations()).hasToString("18 f, 18 ∇f, 0 ∇²f, 0 ∇²f·v");
        }
    }

    @Test
    void noMomentumIsSteepestDescent() {
        double[] plain = run(new SteepestDescent(), 0.01, QUADRATIC, new double[] {1, 2}, 30)
                .get(30)
                .x();

        assertThat(run(new HeavyBall(0), 0.01, QUADRATIC, new double[] {1, 2}, 30)
                        .get(30)
                        .x())
                .isEqualTo(plain);
        assertThat(run(new Nesterov(0), 0.01, QUADRATIC, new double[] {1, 2}, 30)
                        .get(30)
                        .x())
                .isEqualTo(plain);
    }

    /** f = Σx⁴ is not strongly convex: x′ = −4x³ has x ≈ (8t)^(−1/2), so f falls like k⁻². */
    @Test
    void onAQuarticGradientDescentIsSublinear() {
        FormulaObjective quartic = FormulaObjective.of("x^4 + y^4");
        List<Trace.Row> rows = run(new SteepestDescent(), 0.01, quartic, new double[] {1, 0.5}, 40_000);

        // Where f starts is forgotten like 1/k: 1/x₀² is 1 and 4, against 8αk = 1600.
        assertThat(rows.get(40_000).value() / rows.get(20_000).value()).isCloseTo(0.25, within(0.002));
    }

    @Test
    void momentumOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new HeavyBall(1)).hasMessage("momentum must lie in [0, 1): 1.0");
        assertThatThrownBy(() -> new Nesterov(-0.1)).hasMessage("momentum must lie in [0, 1): -0.1");
        assertThatThrownBy(() -> new Nesterov(Double.NaN)).hasMessage("momentum must lie in [0, 1): NaN");
    }
}
