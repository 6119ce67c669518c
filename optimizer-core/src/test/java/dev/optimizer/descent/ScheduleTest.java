package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ScheduleTest {
    private static double[] factors(Schedule schedule, long... ks) {
        return LongStream.of(ks).mapToDouble(schedule::factor).toArray();
    }

    @Test
    void everyScheduleByItsFormula() {
        assertThat(factors(Schedule.constant(), 0, 1, 1_000_000)).containsExactly(1, 1, 1);
        assertThat(factors(Schedule.inverseTime(1), 0, 1, 2, 9)).containsExactly(1, 0.5, 1.0 / 3, 0.1);
        assertThat(factors(Schedule.inverseTime(100), 0, 100, 300)).containsExactly(1, 0.5, 0.25);
        assertThat(factors(Schedule.inverseSqrt(), 0, 3, 99)).containsExactly(1, 0.5, 0.1);
        assertThat(factors(Schedule.stepDecay(0.5, 10), 0, 9, 10, 29)).containsExactly(1, 1, 0.5, 0.25);
        // cos(π/2) is 6e-17 in floating point.
        assertThat(factors(Schedule.cosine(10, 0.5), 0, 5, 10, 11))
                .containsExactly(new double[] {1, 0.75, 0.5, 0.5}, within(1e-15));
    }

    @Test
    void theFirstStepIsTheWholeOne() {
        for (Schedule schedule : List.of(
                Schedule.constant(),
                Schedule.inverseTime(7),
                Schedule.inverseSqrt(),
                Schedule.stepDecay(0.9, 1),
                Schedule.cosine(3, 0))) {
            assertThat(schedule.factor(0)).isEqualTo(1);
            for (long k = 1; k < 100; k++) {
                assertThat(schedule.factor(k)).isBetween(0.0, schedule.factor(k - 1));
            }
        }
    }

    @Test
    void stepLengthsFollowTheSchedule() {
        assertThat(steps(LineSearchSolver.of(new SteepestDescent(), new FixedStep(Schedule.inverseTime(1)), 0.12)))
                .containsExactly(0.12, 0.12 / 2, 0.12 * (1.0 / 3), 0.12 / 4);
    }

    /** Without a step given it is found once, from the start: a hundredth of the size of x over that of ∇f. */
    @Test
    void aStepThatIsNotGivenIsFoundOnce() {
        double step = 0.01 * 2 / (2 * 2);

        assertThat(steps(LineSearchSolver.of(new SteepestDescent(), new FixedStep())))
                .containsExactly(step, step, step, step);
    }

    private static double[] steps(LineSearchSolver solver) {
        Trace trace = new Trace(false, 1);
        new Minimizer(solver)
                .stop(StoppingRules.defaults().withIterations(4))
                .observe(trace)
                .minimize(FormulaObjective.of("x^2"), Nd4j.create(new double[] {2}));
        return trace.rows().stream().skip(1).mapToDouble(Trace.Row::stepLength).toArray();
    }

    @Test
    void constantsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> Schedule.inverseTime(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be greater than 0: 0.0");
        assertThatThrownBy(() -> Schedule.stepDecay(1, 10)).hasMessage("factor must lie in (0, 1): 1.0");
        assertThatThrownBy(() -> Schedule.stepDecay(0.5, 0)).hasMessage("every must be at least 1: 0");
        assertThatThrownBy(() -> Schedule.cosine(Double.NaN, 0)).hasMessage("period must be greater than 0: NaN");
        assertThatThrownBy(() -> Schedule.cosine(10, 1.5)).hasMessage("last must lie in [0, 1]: 1.5");
    }
}
