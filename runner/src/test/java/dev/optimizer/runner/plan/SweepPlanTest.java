package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sweep makes of problems × starts × solvers. */
class SweepPlanTest {
    private static final String YAML = """
            version: 1
            name: quartic
            problem: {formula: x^4 - x^2, starts: {left: -1, mid: 0.1, right: 1}}
            solvers:
              descent: {type: gradient-descent, step: 0.01}
              newton: newton
            """;

    @Test
    void anAxisOfOneSolverMultipliesOnlyThatSolver() {
        Plan plan = plan("sweep: {grid: {descent.step: [0.1, 0.2, 0.3, 0.4, 0.5]}}");
        assertThat(plan.summary()).isEqualTo("18 runs = 1 problem x 3 starts x (descent 5 + newton 1)");
        assertThat(plan.runs())
                .filteredOn(run -> run.solver().name().equals("newton"))
                .hasSize(3);
        assertThat(plan.runs().get(1).parameters()).isEqualTo(Map.of("descent.step", "0.2"));
        assertThat(plan.runs().get(1).solver().method().options()).containsEntry("step", 0.2);
        assertThat(plan.runs().get(1).id()).matches("quartic-left-descent-step-0\\.2-[0-9a-f]{6}");
        assertThat(plan.runs().get(5).id()).isEqualTo(plan("").runs().get(1).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grid: {descent.step: [1, 2], descent.line_search: [fixed, {type: armijo, c1: 0.1}]} | 15 runs = 1 problem x 3 starts x (descent 4 + newton 1)",
                "grid: {stop.iterations: [1, 2], seed: [1, 2]} | 24 runs = 1 problem x 3 starts x 2 solvers x 4 settings",
                "grid: {problem.formula: [x^2, x^4]} | 12 runs = (quartic 2) x 3 starts x 2 solvers",
                "grid: {problem.starts.mid: [1, 2, 3]} | 18 runs = (quartic 3) x 3 starts x 2 solvers",
                "'grid: {problem.starts: [{a: 1}, {b: 1, c: 2}]}' | 6 runs = 3 starts of (quartic 2) x 2 solvers",
                "'zip: {z: {descent.step: [1, 2], newton.modification: [none, flip]}}' | 12 runs = 1 problem x 3 starts x (descent 2 + newton 2)",
                "'zip: {z: {descent.step: [1, 2], stop.iterations: [5, 6]}}' | 12 runs of 1 problem and 2 solvers with the values of z",
                "'zip: {z: {descent.step: [1, 2], problem.starts.mid: [5, 6]}}' | 12 runs of 1 problem and 2 solvers with the values of z",
                "grid: {descent: [newton, {type: bfgs}]} | 9 runs = 1 problem x 3 starts x (descent 2 + newton 1)"
            })
    void summaries(String sweep, String summary) {
        Plan plan = plan("sweep: {" + sweep + "}");
        assertThat(plan.summary()).isEqualTo(summary).isEqualTo(Plan.summary(plan.experiment()));
        assertThat(summary).startsWith(plan.runs().size() + " runs");
        assertThat(plan.runs()).extracting(PlannedRun::id).doesNotHaveDuplicates();
    }

    /** Two variants go together if they agree on the axis that both have. */
    @Test
    void aZipTiesASolverToAStoppingRule() {
        Plan plan = plan("sweep: {zip: {z: {descent.step: [1, 2], stop.iterations: [5, 6]}}}");
        assertThat(plan.runs())
                .filteredOn(run -> run.start().name().equals("left"))
                .extracting(run ->
                        run.solver().name() + run.parameters() + run.stop().iterations())
                .containsExactly(
                        "descent{descent.step=1, stop.iterations=5}5",
                        "descent{descent.step=2, stop.iterations=6}6",
                        "newton{stop.iterations=5}5",
                        "newton{stop.iterations=6}6");
    }

    @Test
    void everyRepetitionBeginsAtTheSameStarts() {
        Plan plan = plan("repeat: 2\nsweep: {grid: {problem.starts.mid: [{random: {uniform: [0, 1]}}]}}");
        assertThat(plan.summary()).isEqualTo("12 runs = 1 problem x 3 starts x 2 solvers x 2 repeats");
        List<PlannedRun> mid = plan.runs().stream()
                .filter(run -> run.start().name().equals("mid"))
                .toList();
        assertThat(mid).extracting(PlannedRun::repeat).containsExactly(1, 2, 1, 2);
        assertThat(mid)
                .extracting(run -> run.start().values())
                .containsOnly(mid.get(0).start().values());
        assertThat(mid.get(1).id()).matches(".*-r2-[0-9a-f]{6,16}");
        assertThat(mid.get(0).identity()).isEqualTo(mid.get(1).identity());
    }

    @Test
    void theFirstRepetitionIsNamedLikeTheOnlyOne() {
        assertThat(ids(plan("repeat: 3"))).containsAll(ids(plan("")));
    }

    @Test
    void anExcludedRunIsGoneAndNoOther() {
        String sweep =
                "sweep: {grid: {descent.step: [1, 2]}, exclude: [{start: left, descent.step: 1.0}, {solver: newton, start: [mid, right]}]}";
        Plan plan = plan(sweep);
        assertThat(plan.summary()).isEqualTo("6 runs = 1 problem x 3 starts x (descent 2 + newton 1), 3 excluded");
        assertThat(plan.summary()).isEqualTo(Plan.summary(plan.experiment()));
        List<String> all = ids(plan("sweep: {grid: {descent.step: [1, 2]}}"));
        assertThat(all).containsAll(ids(plan));
        assertThat(plan.runs())
                .noneMatch(run ->
                        run.start().name().equals("left") && run.parameters().containsValue("1"))
                .filteredOn(run -> run.solver().name().equals("newton"))
                .hasSize(1);
    }

    @Test
    void aSweptSeedMovesTheRandomStarts() {
        Plan plan = Plan.of(Experiments.read("""
                version: 1
                problem: {formula: x^2, starts: {any: {random: {uniform: [0, 1], count: 2}}, fixed: 1}}
                solvers: {newton: newton}
                sweep: {grid: {seed: [1, 2]}}
                """));
        assertThat(plan.runs())
                .extracting(run -> run.start().name())
                .containsExactly("any-1", "any-1", "any-2", "any-2", "fixed", "fixed");
        assertThat(plan.runs().get(0).start().values())
                .isNotEqualTo(plan.runs().get(1).start().values());
        assertThat(plan.runs().get(0).identity().start())
                .isNotEqualTo(plan.runs().get(1).identity().start());
        assertThat(plan.runs().get(4).identity()).isEqualTo(plan.runs().get(5).identity());
    }

    @Test
    void idsDoNotDependOnTheOrderOfAxesKeysAndValues() {
        List<String> ids = ids(plan("""
                sweep:
                  grid: {descent.step: [1, 2], descent.line_search: [{type: armijo, c1: 0.1}, fixed]}
                  zip: {z: {stop.iterations: [5, 6], stop.seconds: [7, 8]}}
                """));
        assertThat(ids(plan("""
                sweep:
                  zip: {y: {stop.seconds: [8, 7], stop.iterations: [6, 5]}}
                  grid: {solvers.descent.line_search: [fixed, {c1: 0.1, type: armijo}], descent.step: [2, 1]}
                """))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aSelectionKeepsWhatTheWholePlanIs() {
        Plan plan = plan("");
        Plan some = new RunFilter(List.of("solver=newton"), Optional.empty())
                .apply(List.of(plan))
                .get(0);
        assertThat(some.runs()).hasSize(3);
        assertThat(some.all()).isEqualTo(plan.runs());
        assertThat(some.summary()).isEqualTo("3 of 6 runs (--only solver=newton)");
    }

    private static Plan plan(String more) {
        return Plan.of(Experiments.read(YAML + more));
    }

    private static List<String> ids(Plan plan) {
        return plan.runs().stream().map(PlannedRun::id).toList();
    }
}
