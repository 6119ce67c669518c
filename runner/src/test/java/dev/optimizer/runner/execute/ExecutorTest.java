package dev.optimizer.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.Trace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExecutorTest {
    private static final String HILL = """
            version: 1
            name: hill
            problem:
              formula: 3 - (x - 1)^2
              maximise: true
              optimum: {value: 4}
              starts: {foot: -2}
            solvers: {descent: {type: gradient-descent, step: 0.25}}
            """;

    private final Interruption interruption = new Interruption();

    @Test
    void aRunBecomesFigures() {
        // Newton's method on a quadratic form is there after one step.
        RunOutcome outcome = run("""
                version: 1
                name: bowl
                problem: {formula: x^2 + 4*y^2 + 1, optimum: {value: 0.5}, starts: {a: {x: 3, y: -1}}}
                solvers: {newton: newton}
                """);
        assertThat(outcome.status()).isEqualTo(Status.CONVERGED);
        assertThat(outcome.stopReason()).isEqualTo("gradient_norm");
        assertThat(outcome.iterations()).isEqualTo(1);
        assertThat(List.of(outcome.values(), outcome.gradients(), outcome.hessians(), outcome.products()))
                .containsExactly(2L, 2L, 1L, 0L);
        assertThat(outcome.value()).isEqualTo(1);
        assertThat(outcome.gap()).isEqualTo(0.5);
        // Off by the rounding of the eigenvectors: a few ulps of the start's size, times the curvature of at most 8.
        assertThat(outcome.gradientNorm()).isLessThan(1e-14);
        assertThat(outcome.point()).isEqualTo(PointKind.MINIMUM);
        assertThat(outcome.negativeEigenvalues()).contains(0);
        assertThat(outcome.smallestEigenvalue()).isCloseTo(2, within(4 * Math.ulp(2.0)));
        assertThat(outcome.decrement()).isBetween(0.0, 1e-28);
        assertThat(outcome.order()).isNaN();
        assertThat(outcome.x()).hasSize(2).allMatch(entry -> Math.abs(entry) < 1e-14);
        assertThat(outcome.seconds()).isNotNegative();
    }

    /** Its Hessian alone would take 3.2 GB, and the first step minutes. */
    @Test
    void aHessianThatIsTooLargeIsRefusedBeforeItIsMade() {
        RunOutcome outcome = run("""
                version: 1
                problem: {formula: norm2(x)^4, variables: {x: 20000}, starts: {a: {fill: 1}}}
                solvers: {newton: newton}
                """);
        assertThat(outcome.status()).isEqualTo(Status.CRASHED);
        assertThat(outcome.stopReason())
                .isEqualTo(
                        "a dense Hessian of 20000 variables takes 3.2 GB; at most 10000 are factorised: use newton-cg, or"
                                + " trust-region with steihaug or gltr");
    }

    @Test
    void maximiseShowsTheFormulaAndNotItsNegative() {
        RunOutcome outcome = run(HILL);
        assertThat(outcome.status()).isEqualTo(Status.CONVERGED);
        assertThat(outcome.point()).isEqualTo(PointKind.MAXIMUM);
        assertThat(outcome.value()).isEqualTo(3);
        assertThat(outcome.gap()).isEqualTo(1);
        assertThat(outcome.negativeEigenvalues()).contains(1);
        assertThat(outcome.smallestEigenvalue()).isEqualTo(-2);
        assertThat(outcome.decrement()).isNotNegative();
        // The step of 0.25 halves the distance each time; the gradient 2·3·2⁻ᵏ is below 1e-8 from k = 30 on.
        assertThat(outcome.x().get(0)).isCloseTo(1, within(3 * Math.pow(2, -30)));
        List<Double> values =
                outcome.trace().stream().map(Trace.Row::value).distinct().toList();
        assertThat(values).isSorted().startsWith(-6.0, 0.75).endsWith(3.0);
    }

    @Test
    void aBetterValueThanTheKnownOneHasANegativeGap() {
        assertThat(run(HILL.replace("value: 4", "value: 2")).gap()).isEqualTo(-1);
        assertThat(run(HILL.replace("maximise: true", "maximise: false").replace("3 - (x - 1)^2", "(x - 1)^2"))
                        .gap())
                .isCloseTo(-4, within(1e-15));
    }

    @Test
    void withoutAKnownOptimumThereIsNoGap() {
        assertThat(run(HILL.replace("optimum: {value: 4}\n", "\n")).gap()).isNaN();
    }

    @Test
    void theTraceHasTheStartAndTheLastIterateWhateverIsSkipped() {
        RunOutcome outcome = run(HILL + "record: {every: 7}\n");
        assertThat(outcome.iterations()).isEqualTo(30);
        assertThat(outcome.trace()).extracting(Trace.Row::iteration).containsExactly(0L, 7L, 14L, 21L, 28L, 30L);
        Trace.Row last = outcome.trace().get(5);
        assertThat(last.value()).isEqualTo(outcome.value());
        assertThat(last.gradientNorm()).isEqualTo(outcome.gradientNorm());
        assertThat(last.x()).containsExactly(outcome.x().get(0));
    }

    @Test
    void gradientNormsOfTheTraceStayWhenItIsDropped() {
        RunOutcome outcome = run(HILL + "record: {every: 7}\n");
        assertThat(outcome.gradientNorms())
                .isEqualTo(outcome.trace().stream().map(Trace.Row::gradientNorm).toList())
                .startsWith(6.0)
                .endsWith(outcome.gradientNorm());
        assertThat(outcome.condensed(false).gradientNorms()).isEqualTo(outcome.gradientNorms());
        // Nine steps from iterate 0 to 30: the second is iterate 3, and the distance halves at each.
        assertThat(run(HILL).gradientNorms())
                .hasSize(Samples.MOST)
                .startsWith(6.0, 6 * Math.pow(2, -3))
                .endsWith(outcome.gradientNorm());
    }

    @Test
    void thePointStaysOutOfTheTraceWhenNotWanted() {
        assertThat(run(HILL + "record: {iterates: never}\n").trace()).allMatch(row -> row.x() == null);
        assertThat(run(HILL + "record: {iterates: always}\n").trace()).allMatch(row -> row.x().length == 1);
    }

    @Test
    void theStoppingRulesOfTheConfigApply() {
        RunOutcome iterations = run(HILL + "stop: {iterations: 5}\n");
        assertThat(iterations.status()).isEqualTo(Status.BUDGET);
        assertThat(iterations.stopReason()).isEqualTo("iterations");
        assertThat(iterations.iterations()).isEqualTo(5);
        assertThat(run(HILL + "stop: {evaluations: 4}\n").stopReason()).isEqualTo("evaluations");
        assertThat(run(HILL + "stop: {seconds: 0}\n").stopReason()).isEqualTo("seconds");
        assertThat(run(HILL + "stop: {value_change: 0.1}\n").stopReason()).isEqualTo("value_change");
        assertThat(run(HILL + "stop: {step_norm: 0.1}\n").stopReason()).isEqualTo("step_norm");
        assertThat(run(HILL + "stop: {gradient_norm: 0.1}\n").gradientNorm()).isBetween(0.05, 0.1);
    }

    @Test
    void aStartOutsideTheDomainIsAnOutcomeAndNoCrash() {
        RunOutcome outcome = run(HILL.replace("3 - (x - 1)^2", "log(x)"));
        assertThat(outcome.status()).isEqualTo(Status.NOT_FINITE);
        assertThat(outcome.value()).isNaN();
        assertThat(outcome.x()).containsExactly(-2.0);
    }

    @Test
    void whateverIsThrownBecomesACrashedOutcomeWithTheMessage() {
        Experiment experiment = Experiments.read(HILL);
        PlannedRun planned = Plan.of(experiment).runs().get(0);
        SolverConfig unknown = new SolverConfig(
                "broken", new Choice("no-such-type", Map.of()), planned.solver().position());
        PlannedRun broken = broken(planned, unknown);
        RunOutcome outcome =
                new Executor(experiment, interruption).execute(broken).orElseThrow();
        assertThat(outcome.status()).isEqualTo(Status.CRASHED);
        assertThat(outcome.stopReason()).isEqualTo("no such solver: no-such-type");
        assertThat(outcome.run()).isEqualTo(broken);
        assertThat(outcome.value()).isNaN();
        assertThat(outcome.gap()).isNaN();
        assertThat(outcome.point()).isEqualTo(PointKind.UNKNOWN);
        assertThat(outcome.negativeEigenvalues()).isEmpty();
        assertThat(outcome.x()).containsExactly(-2.0);
        assertThat(outcome.trace()).isEmpty();
    }

    @Test
    void aCrashLeavesTheNextRunAlone() {
        Experiment experiment = Experiments.read(HILL);
        PlannedRun good = Plan.of(experiment).runs().get(0);
        SolverConfig unknown = new SolverConfig(
                "broken", new Choice("no-such-type", Map.of()), good.solver().position());
        Executor executor = new Executor(experiment, interruption);
        executor.execute(broken(good, unknown));
        assertThat(executor.execute(good).orElseThrow().status()).isEqualTo(Status.CONVERGED);
    }

    @Test
    void aRunThatIsInterruptedHasNoOutcome() {
        interruption.request();
        Experiment experiment = Experiments.read(HILL);
        assertThat(new Executor(experiment, interruption)
                        .execute(Plan.of(experiment).runs().get(0)))
                .isEmpty();
    }

    @Test
    void anInterruptionReachesARunOnItsWay() throws Exception {
        // Without the interruption it would go on for a minute; with it, it ends whenever the request is seen.
        Experiment experiment = Experiments.read(HILL.replace("step: 0.25", "step: 1e-12")
                + "stop: {iterations: 1e15, evaluations: 1e15, seconds: 60}\nrecord: {every: 1e15}\n");
        PlannedRun run = Plan.of(experiment).runs().get(0);
        CompletableFuture<Optional<RunOutcome>> going =
                CompletableFuture.supplyAsync(() -> new Executor(experiment, interruption).execute(run));
        interruption.request();
        assertThat(going.get(30, TimeUnit.SECONDS)).isEmpty();
    }

    private RunOutcome run(String yaml) {
        Experiment experiment = Experiments.read(yaml);
        return new Executor(experiment, interruption)
                .execute(Plan.of(experiment).runs().get(0))
                .orElseThrow();
    }

    /** A run with a solver that does not exist. */
    private static PlannedRun broken(PlannedRun run, SolverConfig unknown) {
        return new PlannedRun(
                "broken-1",
                run.identity(),
                run.problem(),
                run.start(),
                unknown,
                run.stop(),
                run.parameters(),
                run.repeat());
    }
}
