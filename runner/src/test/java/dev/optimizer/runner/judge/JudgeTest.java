package dev.optimizer.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.execute.Executor;
import dev.optimizer.runner.execute.Interruption;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    /** Two variables; ∇f = (2x + 3y, 3x + 8y), so (−1, −5) at the start (1, −1), and ∇²f = [[2, 3], [3, 8]]. */
    private static final String BOWL = """
            version: 1
            name: bowl
            problem: {formula: x^2 + 3*x*y + 4*y^2, starts: {a: {x: 1, y: -1}}}
            solvers: {newton: newton}
            expect:
            """;

    private static final String SEVERAL = """
            version: 1
            problems:
              one: {formula: x^2, starts: {any: {random: {uniform: [0, 1], count: 2}}, left: -1}}
              two: {formula: x^4, starts: {right: 1}}
            solvers: {descent: gradient-descent, newton: newton}
            expect:
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status: converged",
                "point: minimum",
                "value: -5",
                "value: {near: -5.5, tolerance: 0.5}",
                "value: {min: -5, max: -5}",
                "gap: 27",
                "gradient_norm: {max: 1e-9}",
                "iterations: {min: 11, max: 11}",
                "evaluations: 13",
                "order: {min: 1.9}",
                "rate: {near: 0.25, tolerance: 0}",
                "monotone: true",
                "at: {x: 1}",
                "at: {y: -1, x: 1}",
                "gradient: {x: -1, y: -5, tolerance: 1e-12}",
                "gradient: {y: -5}",
                "hessian: [[2, 3], [3, 8]]",
                "'hessian: {values: [[2, 3], [3, 8]], tolerance: 0}'"
            })
    void aCheckThatHolds(String check) {
        Judgement judgement = judgeOne(check, outcome -> outcome);
        assertThat(judgement.passed()).as(judgement.message()).isTrue();
        assertThat(judgement.message()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status: budget | status is converged, wanted budget",
                "point: saddle | point is minimum, wanted saddle",
                "value: -32 | value is -5, wanted -32 within 3.2e-5",
                "value: {near: -32, tolerance: 1e-9} | value is -5, wanted -32 within 1e-9",
                "value: {min: -4} | value is -5, wanted at least -4",
                "value: {max: -6} | value is -5, wanted at most -6",
                "value: {min: 1, max: 2, near: 1.5} | value is -5, wanted at least 1, at most 2, 1.5 within 1.5e-6",
                "gap: {max: 1e-3} | gap is 27, wanted at most 0.001",
                "gradient_norm: {max: 1e-10} | gradient_norm is 1e-9, wanted at most 1e-10",
                "iterations: {max: 10} | iterations is 11, wanted at most 10",
                "evaluations: {max: 10} | evaluations is 13, wanted at most 10",
                "order: {min: 2.5} | order is 2, wanted at least 2.5",
                "rate: {max: 0.1} | rate is 0.25, wanted at most 0.1",
                "at: {x: 2} | x is 1, wanted 2 within 2e-6",
                "at: {y: 1, x: 2, tolerance: 0} | y is -1, wanted 1 within 0; x is 1, wanted 2 within 0",
                "at: {y: 1, x: 1} | y is -1, wanted 1 within 1e-6",
                "gradient: {x: 1} | ∂f/∂x is -1, wanted 1 within 1e-6",
                "gradient: {x: 1, y: 5, tolerance: 1} | ∂f/∂x is -1, wanted 1 within 1; ∂f/∂y is -5, wanted 5 within 1",
                "'hessian: [[2, 3], [3, 9]]' | entry [2, 2] of the Hessian is 8, wanted 9 within 9e-6",
                "'hessian: [[1, 0], [3, 8]]' | entry [1, 1] of the Hessian is 2, wanted 1 within 1e-6; "
                        + "entry [1, 2] of the Hessian is 3, wanted 0 within 1e-6"
            })
    void aCheckThatFailsSaysWhatWasMeasuredAndWhatWasWanted(String check, String message) {
        Judgement judgement = judgeOne(check, outcome -> outcome);
        assertThat(judgement.message()).isEqualTo(message);
        assertThat(judgement.passed()).isFalse();
    }

    @Test
    void aFigureThatIsNotKnownSatisfiesNothing() {
        UnaryOperator<Outcomes> nothingKnown =
                outcome -> outcome.value(Double.NaN, Double.NaN).speed(Double.NaN, Double.NaN);
        assertThat(judgeOne("order: {min: 1.9}", nothingKnown).message())
                .isEqualTo("order is not known, wanted at least 1.9");
        assertThat(judgeOne("gap: {max: 1e300}", nothingKnown).message())
                .isEqualTo("gap is not known, wanted at most 1e300");
        assertThat(judgeOne("value: 0", nothingKnown).passed()).isFalse();
        assertThat(judgeOne("rate: {min: 0}", nothingKnown).passed()).isFalse();
        assertThat(judgeOne("at: {x: 1}", outcome -> outcome.at(Double.NaN, 1.0))
                        .message())
                .isEqualTo("x is NaN, wanted 1 within 1e-6");
    }

    @Test
    void anInfiniteValueIsNotNearAnything() {
        assertThat(judgeOne(
                                "value: {near: -5, tolerance: 1e300}",
                                outcome -> outcome.value(Double.NEGATIVE_INFINITY, Double.NaN))
                        .message())
                .isEqualTo("value is -Infinity, wanted -5 within 1e300");
    }

    @Test
    void statusAndPointAreComparedAsTheyAre() {
        assertThat(judgeOne("status: not-finite", outcome -> outcome.status(Status.NOT_FINITE))
                        .passed())
                .isTrue();
        assertThat(judgeOne("point: minimum", outcome -> outcome.point(PointKind.NOT_STATIONARY))
                        .message())
                .isEqualTo("point is not-stationary, wanted minimum");
    }

    @Test
    void aPointThatIsNotKnownSaysWhy() {
        assertThat(judgeOne("point: minimum", outcome -> outcome.point(PointKind.UNKNOWN))
                        .message())
                .isEqualTo("point is unknown, wanted minimum");
        assertThat(judgeOne(
                                "point: minimum",
                                outcome -> outcome.point(PointKind.UNKNOWN).status(Status.CRASHED))
                        .message())
                .isEqualTo("point is unknown, wanted minimum; the run crashed");
        Experiment large = Experiments.read("""
                version: 1
                problem: {formula: norm2(x)^2, variables: {x: 1001}, starts: {a: {fill: 1}}}
                solvers: {newton: newton}
                expect: [{point: minimum}]
                """);
        Outcomes outcome = Outcomes.of(Plan.of(large).runs().get(0)).point(PointKind.UNKNOWN);
        assertThat(judge(large, List.of(outcome.build())).get(0).message())
                .isEqualTo("point is unknown, wanted minimum; the smallest eigenvalue of so large a Hessian, 1001"
                        + " variables, was not found");
    }

    @Test
    void aRunWithoutAFinalPointIsNowhere() {
        assertThat(judgeOne("at: {x: 1}", Outcomes::at).message())
                .isEqualTo("there is no final point, for want of memory");
    }

    @Test
    void onlyChecksOfThePointNeedIt() {
        Experiment experiment = Experiments.read(
                SEVERAL + "  - {for: {problem: two}, at: {x: 0}}\n  - {for: {problem: one}, status: converged}\n");

        assertThat(Plan.of(experiment).runs().stream()
                        .filter(run -> Judge.needsPoint(experiment, run))
                        .map(run -> run.problem().name()))
                .containsOnly("two");
    }

    @Test
    void theFailureNamesTheLineOfTheCheckAndTheRun() {
        Judgement judgement = judgeOne("status: budget", outcome -> outcome);
        assertThat(judgement.position()).hasToString("test.yaml:6:5");
        assertThat(judgement.runId()).hasValueSatisfying(id -> assertThat(id).startsWith("bowl-a-newton-"));
    }

    @Test
    void everyCheckIsHeldAgainstEveryRunThatIsSelected() {
        assertThat(judged("{for: {problem: one, solver: newton}, status: converged, iterations: {max: 20}}"))
                .containsExactly(
                        "one-any-1-newton",
                        "one-any-2-newton",
                        "one-left-newton",
                        "one-any-1-newton",
                        "one-any-2-newton",
                        "one-left-newton");
    }

    @Test
    void selectorsCombine() {
        assertThat(judged("{status: converged}")).hasSize(8);
        assertThat(judged("{for: {start: any}, status: converged}"))
                .containsExactly("one-any-1-descent", "one-any-1-newton", "one-any-2-descent", "one-any-2-newton");
        assertThat(judged("{for: {start: any-2}, status: converged}"))
                .containsExactly("one-any-2-descent", "one-any-2-newton");
        assertThat(judged("{for: {start: [left, right], solver: newton}, status: converged}"))
                .containsExactly("one-left-newton", "two-right-newton");
        assertThat(judged("{for: {problem: two}, status: converged}"))
                .containsExactly("two-right-descent", "two-right-newton");
    }

    @Test
    void anExpectationThatNoRunMatchesFails() {
        Experiment experiment = Experiments.read(SEVERAL + "  - {for: {problem: two}, status: converged}\n");
        // The reader refuses names that match nothing; what is left is a batch whose runs were not made.
        List<RunOutcome> outcomes = outcomes(experiment).subList(0, 6);
        assertThat(Judge.judge(experiment, outcomes, runs(outcomes)).all())
                .singleElement()
                .satisfies(judgement -> {
                    assertThat(judgement.passed()).isFalse();
                    assertThat(judgement.runId()).isEmpty();
                    assertThat(judgement.message())
                            .isEqualTo("this expects something of no run: no run has problem two");
                    assertThat(judgement.position().line()).isEqualTo(7);
                });
    }

    @Test
    void whatIsExpectedOfNoRunNamesTheWordThatNoRunHas() {
        Experiment experiment = Experiments.read(SEVERAL
                + "  - {for: {problem: [one, two], start: [left, right], solver: newton}, status: converged}\n");
        List<PlannedRun> all = Plan.of(experiment).runs();
        assertThat(whyNothing(experiment, all.subList(0, 4)))
                .isEqualTo("this expects something of no run: no run has start left or right");
        // The random starts with newton, the fixed ones with descent only: each word is met, all together are not.
        List<PlannedRun> apart = all.stream()
                .filter(run -> run.start().isRandom() == run.solver().name().equals("newton"))
                .toList();
        assertThat(whyNothing(experiment, apart))
                .isEqualTo("this expects something of no run: no run has problem one or two and solver newton and"
                        + " start left or right");
        List<PlannedRun> descents = all.subList(0, 1);
        assertThat(whyNothing(experiment, descents))
                .isEqualTo("this expects something of no run: no run has solver newton, and none start left or right");
        assertThat(whyNothing(experiment, List.of())).isEqualTo("this expects something of no run: there are no runs");
    }

    private static String whyNothing(Experiment experiment, List<PlannedRun> all) {
        List<RunOutcome> none = List.of();
        Judgements judgements = Judge.judge(experiment, none, all);
        assertThat(judgements.allPassed()).isFalse();
        assertThat(judgements.all())
                .singleElement()
                .extracting(Judgement::check)
                .isEqualTo("for");
        return judgements.all().get(0).message();
    }

    @Test
    void whatIsExpectedOfRunsMadeElsewhereOnlyIsNotJudgedButCounted() {
        Experiment experiment = Experiments.read(SEVERAL
                + "  - {for: {problem: two}, status: converged}\n  - {for: {solver: newton}, status: converged}\n");
        List<RunOutcome> some = outcomes(experiment).subList(0, 2);

        Judgements judgements =
                Judge.judge(experiment, some, Plan.of(experiment).runs());

        assertThat(judgements.all())
                .singleElement()
                .satisfies(one -> assertThat(one.passed()).isTrue());
        assertThat(judgements.notJudged()).isEqualTo(1);
        assertThat(judgements.summary()).isEqualTo("1 of 1 checks passed, 1 expectation not judged");
    }

    @Test
    void aRunThatRisesOnTheWayIsNotMonotone() {
        assertThat(judgeOne("monotone: true", outcome -> outcome.monotone(false))
                        .message())
                .isEqualTo("monotone is false, wanted true: f rises on the way");
        assertThat(judgeOne("monotone: false", outcome -> outcome).message())
                .isEqualTo("monotone is true, wanted false: f never rises");
        assertThat(judgeOne("monotone: false", outcome -> outcome.monotone(false))
                        .passed())
                .isTrue();
        // What crashed is neither.
        assertThat(judgeOne("monotone: false", outcome -> outcome.status(Status.CRASHED))
                        .message())
                .isEqualTo("monotone is not known, wanted false; the run crashed");
    }

    /** Every iterate counts, also those that are not recorded; with momentum f rises on the way down. */
    @Test
    void monotoneIsMeasuredAtEveryIterate() {
        Experiment experiment = Experiments.read("""
                version: 1
                problem: {formula: x^2 + 30*y^2, starts: {a: {x: 1, y: 1}}}
                solvers:
                  plain: {type: gradient-descent, step: 0.01}
                  heavy: {type: gradient-descent, step: 0.01, momentum: 0.9}
                record: {every: 1e9}
                expect:
                  - {for: {solver: plain}, monotone: true}
                  - {for: {solver: heavy}, monotone: false}
                """);
        Executor executor = new Executor(experiment, new Interruption());
        List<RunOutcome> outcomes = Plan.of(experiment).runs().stream()
                .map(run -> executor.execute(run).orElseThrow())
                .toList();
        assertThat(judge(experiment, outcomes))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.passed()).as(one.message()).isTrue());
    }

    @Test
    void withoutExpectationsThereIsNothingToJudge() {
        Experiment experiment = Experiments.read(Experiments.QUARTIC);
        assertThat(judge(experiment, outcomes(experiment))).isEmpty();
    }

    /** What is expected of a problem that is maximised is expected of its formula, not of the formula's negative. */
    @Test
    void maximisedProblemsAreJudgedByTheirFormula() {
        Experiment experiment = Experiments.read("""
                version: 1
                name: hill
                problem: {formula: 3 - (x - 1)^2, maximise: true, optimum: {value: 4}, starts: {foot: -2}}
                solvers: {newton: newton}
                expect:
                  - {status: converged, monotone: true, point: maximum, value: 3, gap: 1, at: {x: 1}, gradient: {x: 6}, hessian: [[-2]]}
                """);
        RunOutcome outcome = new Executor(experiment, new Interruption())
                .execute(Plan.of(experiment).runs().get(0))
                .orElseThrow();
        assertThat(judge(experiment, List.of(outcome)))
                .hasSize(8)
                .allSatisfy(judgement ->
                        assertThat(judgement.passed()).as(judgement.message()).isTrue());
    }

    private static Judgement judgeOne(String check, Function<Outcomes, Outcomes> change) {
        Experiment experiment = Experiments.read(BOWL + "  - " + check + "\n");
        Outcomes outcome = Outcomes.of(Plan.of(experiment).runs().get(0));
        List<Judgement> judgements =
                judge(experiment, List.of(change.apply(outcome).build()));
        assertThat(judgements).hasSize(1);
        return judgements.get(0);
    }

    /** The runs that an expectation was held against, without their hashes. */
    private static List<String> judged(String expectation) {
        Experiment experiment = Experiments.read(SEVERAL + "  - " + expectation + "\n");
        return judge(experiment, outcomes(experiment)).stream()
                .map(judgement -> judgement.runId().orElseThrow())
                .map(id -> id.substring(0, id.lastIndexOf('-')))
                .toList();
    }

    private static List<Judgement> judge(Experiment experiment, List<RunOutcome> outcomes) {
        return Judge.judge(experiment, outcomes, Plan.of(experiment).runs()).all();
    }

    private static List<PlannedRun> runs(List<RunOutcome> outcomes) {
        return outcomes.stream().map(RunOutcome::run).toList();
    }

    private static List<RunOutcome> outcomes(Experiment experiment) {
        return Plan.of(experiment).runs().stream()
                .map(run -> Outcomes.of(run).build())
                .toList();
    }
}
