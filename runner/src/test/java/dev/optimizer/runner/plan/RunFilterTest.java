package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.runner.Experiments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --only} and {@code --shard}. */
class RunFilterTest {
    private static final Plan PLAN = Plan.of(Experiments.read("""
            version: 1
            problem:
              builtin: extended-rosenbrock
              starts: {near: {fill: 1.1}, any: {random: {uniform: [0, 1], count: 2}}}
            solvers: {descent: {type: gradient-descent, step: 0.1}, newton: newton}
            repeat: 2
            sweep: {grid: {descent.step: [1e-2, 0.1], problem.params.n: [2, 4]}}
            """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solver=newton | 12",
                "solver=newton solver=descent | 36",
                "solver=newton start=near | 4",
                "start=any | 24",
                "start=any-2 | 12",
                "start=any-2 start=near | 24",
                "repeat=2 | 18",
                "problem=extended-rosenbrock | 36",
                "descent.step=0.01 | 12",
                "solvers.descent.step=1e-2 | 12",
                "problem.params.n=2 | 18",
                "extended-rosenbrock.params.n=2 | 18",
                "descent.step=0.1 repeat=1 start=near problem.params.n=4 | 1"
            })
    void valuesOfOneKeyAddUpAndKeysNarrowDown(String only, int runs) {
        assertThat(new RunFilter(List.of(only.split(" ")), Optional.empty()).apply(List.of(PLAN)))
                .singleElement()
                .satisfies(plan -> assertThat(plan.runs()).hasSize(runs));
    }

    @Test
    void anIdIsOneRun() {
        PlannedRun run = PLAN.runs().get(7);
        Plan plan = new RunFilter(List.of("id=" + run.id()), Optional.empty())
                .apply(List.of(PLAN))
                .get(0);
        assertThat(plan.runs()).containsExactly(run);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solver=newtn | --only solver=newtn: no run has this solver; did you mean 'newton'?",
                "solver=bfgs | --only solver=bfgs: no run has this solver; there are descent, newton",
                "sovler=newton | --only sovler=newton: there is no key 'sovler'; did you mean 'solver'?",
                "weather=fine | --only weather=fine: there is no key 'weather'; there are problem, start, solver, repeat, id, descent.step, problem.params.n",
                "descent.step=3 | --only descent.step=3: no run has this descent.step; there are 1e-2, 0.1",
                "solver=newton descent.step=0.1 | no run is all of solver=newton, descent.step=0.1",
                "newton | --only needs key=value: newton"
            })
    void whatMatchesNothingIsAnErrorThatNamesWhatThereIs(String only, String message) {
        RunFilter filter = new RunFilter(List.of(only.split(" ")), Optional.empty());
        assertThatThrownBy(() -> filter.apply(List.of(PLAN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void anExperimentWithoutASelectedRunIsLeftOut() {
        Plan quartic = Plan.of(Experiments.read(Experiments.QUARTIC));
        RunFilter filter = new RunFilter(List.of("problem=quartic"), Optional.empty());
        assertThat(filter.apply(List.of(PLAN, quartic)))
                .extracting(plan -> plan.experiment().name())
                .containsExactly("quartic");
    }

    /** More shards than runs are no mistake: the number of machines is fixed somewhere else. */
    @Test
    void aShardMayBeEmpty() {
        Plan quartic = Plan.of(Experiments.read(Experiments.QUARTIC));
        assertThat(new RunFilter(List.of(), Optional.of(Shard.of("9/9"))).apply(List.of(quartic)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/2", "3/2", "1/0", "1", "a/b", "-1/2", "1/2/3", "1/9999999", ""})
    void shardsThatAreNone(String text) {
        assertThatThrownBy(() -> Shard.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be I/N with I from 1 to N: " + text);
    }
}
