package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Adam, AdaGrad and RMSProp against their definitions. */
class AdaptiveDirectionsTest {
    private static final double STEP = 0.25;

    /** Slopes that differ by a factor of a million. */
    private static final String LINEAR = "1000*x + y/1000";

    private static List<Trace.Row> run(Direction direction, String formula, int steps, double... x0) {
        Trace trace = new Trace(true, 1);
        new Minimizer(LineSearchSolver.of(direction, new FixedStep(), STEP))
                .stop(StoppingRules.defaults().withGradientNorm(0).withIterations(steps))
                .observe(trace)
                .minimize(FormulaObjective.of(formula), Nd4j.create(x0));
        return trace.rows();
    }

    /** With both means corrected for their start a constant gradient gives ĝ/√ĝ² from the first step on. */
    @Test
    void adamStepsTheSameInEveryEntryWhateverTheScale() {
        List<Trace.Row> rows = run(new Adam(), LINEAR, 20, 0, 0);

        for (int k = 1; k <= 20; k++) {
            // ε = 1e-8 takes 1e-11 off each step against a slope of 1e3, 1e-5 against one of 1e-3.
            assertThat(rows.get(k).x()[0]).isCloseTo(-STEP * k, within(1.1e-11 * STEP * k));
            assertThat(rows.get(k).x()[1]).isCloseTo(-STEP * k, within(1.1e-5 * STEP * k));
        }
    }

    /** The algorithm of the paper, written down as it stands. */
    @Test
    void adamIsThePapers() {
        List<Trace.Row> rows = run(new Adam(0.8, 0.9, 1e-3), "x^4", 30, 2);

        double x = 2;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 30; t++) {
            double g = 4 * x * x * x;
            m = 0.8 * m + (1 - 0.8) * g;
            v = 0.9 * v + (1 - 0.9) * g * g;
            x -= STEP * m / (1 - Math.pow(0.8, t)) / (Math.sqrt(v / (1 - Math.pow(0.9, t))) + 1e-3);
            // Roundings, carried on through thirty steps.
            assertThat(rows.get(t).x()[0]).isCloseTo(x, within(1e-12));
        }
    }

    @Test
    void adaGradStepsShrinkLikeOneOverTheRootOfK() {
        List<Trace.Row> rows = run(new AdaGrad(), LINEAR, 50, 0, 0);

        double sum = 0;
        for (int k = 1; k <= 50; k++) {
            sum += STEP / Math.sqrt(k);
            // ε = 1e-10 against a slope of 1e-3.
            assertThat(rows.get(k).x()).containsExactly(new double[] {-sum, -sum}, within(1e-6));
        }
    }

    @Test
    void rmsPropBeginsWithLongStepsAndSettles() {
        List<Trace.Row> rows = run(new RmsProp(), LINEAR, 100, 0, 0);

        // The mean square is (1 − ρᵏ)·g²; ε = 1e-8 against a slope of 1e-3 takes some 1e-5 off.
        assertThat(rows.get(1).x()[1]).isCloseTo(-STEP / Math.sqrt(0.1), within(1e-4));
        assertThat(rows.get(2).stepNorm()).isCloseTo(STEP / Math.sqrt(1 - 0.81), within(1e-4));
        assertThat(rows.get(100).stepNorm()).isCloseTo(STEP, within(1e-4));
    }

    @Test
    void anEntryWithoutSlopeStaysWhereItIs() {
        for (Direction direction : List.of(new Adam(), new AdaGrad(), new RmsProp())) {
            double[] x = run(direction, "x^2 + 0*y", 5, 1, 7).get(5).x();
            assertThat(x[0]).isNotEqualTo(1);
            assertThat(x[1]).isEqualTo(7);
        }
    }

    @Test
    void aRunRemembersNothingOfTheOneBefore() {
        FormulaObjective f = FormulaObjective.of("(1 - x)^2 + 100*(y - x^2)^2");
        for (Direction direction :
                List.of(new Adam(), new AdaGrad(), new RmsProp(), new HeavyBall(0.5), new Nesterov())) {
            Minimizer minimizer = new Minimizer(
                            LineSearchSolver.of(direction, new FixedStep(Schedule.inverseTime(10)), 1e-4))
                    .stop(StoppingRules.defaults().withIterations(50));
            Result first = minimizer.minimize(f, Nd4j.create(new double[] {-1.2, 1}));
            minimizer.minimize(FormulaObjective.of("x^2"), Nd4j.create(new double[] {3}));

            assertThat(minimizer
                            .minimize(f, Nd4j.create(new double[] {-1.2, 1}))
                            .x())
                    .isEqualTo(first.x());
        }
    }

    /** The first step leaves the domain; the start is still the best point, and the ending says what happened. */
    @Test
    void aStepIntoAWallEndsTheRunHonestly() {
        for (Direction direction :
                List.of(new Adam(), new AdaGrad(), new RmsProp(), new HeavyBall(0.9), new Nesterov())) {
            Result result = new Minimizer(LineSearchSolver.of(direction, new FixedStep(), 10))
                    .minimize(FormulaObjective.of("x - log(x)"), Nd4j.create(new double[] {2}));

            assertThat(result.status()).isEqualTo(Status.NOT_FINITE);
            assertThat(result.x().getDouble(0)).isEqualTo(2);
        }
    }

    @Test
    void constantsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Adam(1, 0.9, 1e-8)).hasMessage("beta1 must lie in [0, 1): 1.0");
        assertThatThrownBy(() -> new Adam(0.9, -1, 1e-8)).hasMessage("beta2 must lie in [0, 1): -1.0");
        assertThatThrownBy(() -> new Adam(0.9, 0.9, 0)).hasMessage("epsilon must be greater than 0 and finite: 0.0");
        assertThatThrownBy(() -> new AdaGrad(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epsilon must be greater than 0 and finite: Infinity");
        assertThatThrownBy(() -> new RmsProp(Double.NaN, 1e-8)).hasMessage("decay must lie in [0, 1): NaN");
    }
}
