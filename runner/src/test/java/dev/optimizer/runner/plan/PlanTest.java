package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    private static final String TWO_PROBLEMS = """
            version: 1
            problems:
              bowl: {formula: x^2, starts: {left: -1, right: 1}}
              plane: {formula: x^2 + y^2, starts: {any: {random: {uniform: [-2, 3], count: 2}}}}
            solvers: {descent: gradient-descent, newton: newton}
            """;

    @Test
    void ordersByProblemThenStartThenSolver() {
        assertThat(names(Plan.of(Experiments.read(TWO_PROBLEMS))))
                .containsExactly(
                        "bowl-left-descent",
                        "bowl-left-newton",
                        "bowl-right-descent",
                        "bowl-right-newton",
                        "plane-any-1-descent",
                        "plane-any-1-newton",
                        "plane-any-2-descent",
                        "plane-any-2-newton");
    }

    @Test
    void everyRunKnowsWhatItIsMadeOf() {
        PlannedRun run = Plan.of(Experiments.read(TWO_PROBLEMS)).runs().get(7);
        assertThat(run.problem().name()).isEqualTo("plane");
        assertThat(run.start().name()).isEqualTo("any-2");
        assertThat(run.start().declaredName()).isEqualTo("any");
        assertThat(run.solver().name()).isEqualTo("newton");
        assertThat(run.repeat()).isEqualTo(1);
    }

    @Test
    void startsOfAProblemAreItsOwnEachOnce() {
        Plan plan = Plan.of(Experiments.read(TWO_PROBLEMS));
        assertThat(plan.startsOf(plan.experiment().problems().get(0)))
                .extracting(Start::name)
                .containsExactly("left", "right");
        assertThat(plan.startsOf(plan.experiment().problems().get(1)))
                .extracting(Start::name)
                .containsExactly("any-1", "any-2");
    }

    @Test
    void twoStartsAtOnePointAreTwoStarts() {
        Plan plan = plan(Experiments.QUARTIC.replace("{left: -0.5, right: 0.5}", "{a: 1, b: 1}"));
        assertThat(plan.startsOf(plan.experiment().problems().get(0))).hasSize(2);
        assertThat(plan.runs()).extracting(PlannedRun::id).doesNotHaveDuplicates();
    }

    @Test
    void summaryMultipliesOut() {
        assertThat(plan(TWO_PROBLEMS).summary()).isEqualTo("8 runs = 2 problems x 2 starts x 2 solvers");
        assertThat(plan(TWO_PROBLEMS.replace("left: -1,", "left: -1, mid: 0,").replace("count: 2", "count: 3"))
                        .summary())
                .isEqualTo("12 runs = 2 problems x 3 starts x 2 solvers");
        assertThat(plan(Experiments.QUARTIC.replace("left: -0.5, ", "").replaceAll("  descent: .*\n", ""))
                        .summary())
                .isEqualTo("1 run = 1 problem x 1 start x 1 solver");
    }

    @Test
    void summaryAddsUpWhereProblemsHaveDifferentNumbersOfStarts() {
        assertThat(plan(TWO_PROBLEMS.replace("count: 2", "count: 5")).summary())
                .isEqualTo("14 runs = 7 starts of 2 problems x 2 solvers");
    }

    @Test
    void idsAreReadableAndEndInAHash() {
        assertThat(plan(Experiments.QUARTIC).runs())
                .extracting(PlannedRun::id)
                .allMatch(id -> id.matches("quartic-(left|right)-(descent|newton)-[0-9a-f]{6}"))
                .doesNotHaveDuplicates();
    }

    /** Pinned: scripts and plots of today must find the files of tomorrow. */
    @Test
    void idsStayTheSameFromVersionToVersion() {
        assertThat(plan(Experiments.QUARTIC).runs())
                .extracting(PlannedRun::id)
                .containsExactly(
                        "quartic-left-descent-f31d64",
                        "quartic-left-newton-b93c70",
                        "quartic-right-descent-a76472",
                        "quartic-right-newton-b47c20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "descent: {type: gradient-descent, step: 0.01} | descent: {step: 0.01, type: gradient-descent}",
                "newton: {type: newton} | newton: newton",
                "newton: {type: newton} | newton: {modification: flip, type: newton, step: 1.0}",
                "step: 0.01 | step: 1e-2",
                "left: -0.5 | left: {x: -0.5}",
                "left: -0.5 | left: '-1/2'",
                "version: 1 | version: 1~seed: 5",
                "version: 1 | version: 1~record: {every: 2}",
                "optimum: {value: -32, at: {x: 2}} | maximise: false"
            })
    void idsDoNotDependOnHowTheSameThingIsWritten(String before, String after) {
        String yaml = Experiments.QUARTIC.replace(before, after.replace('~', '\n'));
        assertThat(yaml).isNotEqualTo(Experiments.QUARTIC);
        assertThat(ids(yaml)).isEqualTo(ids(Experiments.QUARTIC));
    }

    @Test
    void idsDoNotDependOnTheOrderOfSolvers() {
        String descent = "  descent: {type: gradient-descent, step: 0.01}\n";
        String swapped = Experiments.QUARTIC.replace(descent, "") + descent;
        assertThat(ids(swapped))
                .isNotEqualTo(ids(Experiments.QUARTIC))
                .containsExactlyInAnyOrderElementsOf(ids(Experiments.QUARTIC));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3*x^4 | 2*x^4",
                "3*x^4 | x^4*3",
                "left: -0.5 | left: -0.25",
                "step: 0.01 | step: 0.02",
                "step: 0.01 | line_search: armijo",
                "type: gradient-descent | type: newton",
                "optimum: | maximise: true~  optimum:",
                "12*x^2 | a*x^2~  let: {a: 12}",
                "solvers: | stop: {gradient_norm: 1e-9}~solvers:",
                "solvers: | stop: {value_change: 1e-9}~solvers:",
                "solvers: | stop: {step_norm: 1e-9}~solvers:",
                "solvers: | stop: {iterations: 999}~solvers:",
                "solvers: | stop: {evaluations: 999}~solvers:",
                "solvers: | stop: {seconds: 9}~solvers:"
            })
    void idsDifferWhenAnythingDiffersThatDecidesTheOutcome(String before, String after) {
        String yaml = Experiments.QUARTIC.replace(before, after.replace('~', '\n'));
        assertThat(yaml).isNotEqualTo(Experiments.QUARTIC);
        // The first run is the one from the left with descent, which every change above is about.
        assertThat(ids(yaml).get(0)).isNotEqualTo(ids(Experiments.QUARTIC).get(0));
    }

    @Test
    void aLetThatDiffersIsADifferentFormula() {
        String yaml = Experiments.QUARTIC.replace("12*x^2", "a*x^2\n  let: {a: 12}");
        assertThat(ids(yaml)).doesNotContainAnyElementsOf(ids(yaml.replace("{a: 12}", "{a: 13}")));
    }

    @Test
    void aChangeOfOneSolverLeavesTheOthersAlone() {
        List<String> changed = ids(Experiments.QUARTIC.replace("step: 0.01", "step: 0.02"));
        List<String> before = ids(Experiments.QUARTIC);
        assertThat(changed.get(1)).isEqualTo(before.get(1));
        assertThat(changed.get(3)).isEqualTo(before.get(3));
    }

    private static Plan plan(String yaml) {
        return Plan.of(Experiments.read(yaml));
    }

    private static List<String> ids(String yaml) {
        return plan(yaml).runs().stream().map(PlannedRun::id).toList();
    }

    private static List<String> names(Plan plan) {
        return plan.runs().stream()
                .map(run -> run.id().substring(0, run.id().lastIndexOf('-')))
                .toList();
    }

    @Test
    void namesThatJoinToTheSameTextStayApart() {
        Plan plan = Plan.of(Experiments.read("""
                version: 1
                problems:
                  a: {formula: x^2, starts: {b-c: 1}}
                  a-b: {formula: x^2, starts: {c: 1}}
                solvers: {n: newton}
                """));

        assertThat(plan.runs()).extracting(PlannedRun::id).doesNotHaveDuplicates();
    }
}
