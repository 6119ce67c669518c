package dev.optimizer.solver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.descent.ArmijoBacktracking;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.trustregion.TrustRegionSolver;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

/** Why a run stopped, in one sentence: what happened, the measured value, the threshold, and what to do about it. */
class EndingTest {
    private static final String QUARTIC = "3*x^4 - 4*x^3 - 12*x^2";

    private static Result run(Solver solver, StoppingRules rules, String formula, double... x0) {
        return new Minimizer(solver).stop(rules).minimize(FormulaObjective.of(formula), Nd4j.create(x0));
    }

    private static Result run(Solver solver, String formula, double... x0) {
        return run(solver, StoppingRules.defaults(), formula, x0);
    }

    private static LineSearchSolver fixed(double step) {
        return LineSearchSolver.of(new SteepestDescent(), new FixedStep(), step);
    }

    @Test
    void converged() {
        assertThat(run(LineSearchSolver.newton(), "x^2", 0).ending())
                .hasToString(
                        "converged: the gradient vanishes to within its tolerance (gradient_norm 0, threshold 1.0E-8);"
                                + " see the verdict for what kind of point it is; for more digits lower gradient_norm");
    }

    @Test
    void aBudgetIsNamed() {
        StoppingRules seven = StoppingRules.defaults().withIterations(7);

        assertThat(run(fixed(1e-6), seven, QUARTIC, 0.5).ending())
                .hasToString("budget: a budget ran out before the gradient vanished (iterations 7, threshold 7); raise"
                        + " iterations in the stopping rules (under stop in a config), or take a solver that needs fewer"
                        + " steps");
        assertThat(run(fixed(1e-6), new StoppingRules(1e-8, 0, 0, 1000, 5, 60), QUARTIC, 0.5)
                        .ending()
                        .toString())
                .contains("(evaluations 5, threshold 5); raise evaluations in");
        assertThat(run(fixed(1e-6), new StoppingRules(1e-8, 0, 0, 1000, 1000, 0), QUARTIC, 0.5)
                        .ending()
                        .toString())
                .contains("threshold 0); raise seconds in");
    }

    /** The same words for a line search that finds no step and a region that shrinks to nothing at a kink. */
    @Test
    void whereNoStepIsFound() {
        String kink = "max(0.5 - x, 3*(x - 0.5))";

        assertThat(run(LineSearchSolver.of(new SteepestDescent(), new ArmijoBacktracking()), kink, 3)
                        .ending())
                .hasToString(
                        "line-search-failed: no step along a direction of descent lowers the value (step 0, threshold"
                                + " 0); check the derivatives, whether the objective is smooth, and whether it can be scaled to"
                                + " moderate values");
        assertThat(run(TrustRegionSolver.nearlyExact(), kink, 3).ending().toString())
                .startsWith("stalled: steps no longer make progress, while the gradient is above its tolerance (step ")
                .endsWith(
                        ", threshold 0); accept the point, loosen gradient_norm, or rescale the problem; with value_change"
                                + " or step_norm set, lower them");
    }

    @Test
    void notFinite() {
        assertThat(run(LineSearchSolver.newton(), "log(x)", -1).ending())
                .hasToString("not-finite: what the run has to go on from is not a finite number (start NaN, threshold"
                        + " 1.7976931348623157E308); start inside the objective's domain, and use a line search or a trust"
                        + " region, which reject trials outside of it");
        assertThat(run(LineSearchSolver.newton(), "sqrt(x)", 0).ending())
                .as("the value is finite, the gradient is not")
                .isEqualTo(new Ending(Status.NOT_FINITE, "start", Double.POSITIVE_INFINITY, Double.MAX_VALUE));
        assertThat(run(fixed(10), "log(x)^2", 3).ending())
                .isEqualTo(new Ending(Status.NOT_FINITE, "value", Double.NaN, Double.MAX_VALUE));
        assertThat(run(LineSearchSolver.pureNewton(), "x^3 + x", 0).ending())
                .isEqualTo(new Ending(Status.NOT_FINITE, "step", Double.POSITIVE_INFINITY, Double.MAX_VALUE));
    }

    @Test
    void runningAway() {
        assertThat(run(fixed(0.1), QUARTIC, 3).ending().toString())
                .startsWith("diverged: the iterates run away to infinity (x ")
                .endsWith(
                        ", threshold 1.0E20); shorten the step or use a line search; if they still do, the minimum is at"
                                + " infinity, or there is none");
        assertThat(run(LineSearchSolver.gradientDescent(), "x - 2*y", 1, 1)
                        .ending()
                        .toString())
                .startsWith("unbounded: the value falls without bound (value -")
                .endsWith(", threshold -1.0E20); check the objective's sign: it has no minimum, or lacks a constraint");
    }

    /** A result that did not converge says why at its end. */
    @Test
    void aResultEndsWithIt() {
        Result stopped = run(fixed(1e-6), StoppingRules.defaults().withIterations(7), QUARTIC, 0.5);

        assertThat(stopped.toString())
                .startsWith("budget at a not-stationary point, f = ")
                .endsWith("0 ∇²f·v; " + stopped.ending());
        assertThat(run(LineSearchSolver.newton(), "x^2", 3).toString()).endsWith(" ∇²f·v");
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusHasARemedy(Status status) {
        assertThat(status.sentence()).isNotBlank();
        assertThat(status.remedy("iterations")).isNotBlank().doesNotContain("%");
    }

    @Test
    void criteriaAreComposed() {
        StoppingCriterion low = at -> ending(at.point().value() < -4, "low");
        StoppingCriterion late = at -> ending(at.iteration() >= 2, "late");
        StoppingCriterion never = at -> Optional.empty();

        assertThat(stoppedBy(low.or(late))).isEqualTo("late after 2");
        assertThat(stoppedBy(low.and(late))).isEqualTo("low after 3");
        assertThat(stoppedBy(late.and(low))).isEqualTo("late after 3");
        assertThat(stoppedBy(never.or(late.and(low)))).isEqualTo("late after 3");
        assertThat(stoppedBy(never.and(late).or(low))).isEqualTo("low after 3");
        assertThat(stoppedBy(never)).isEqualTo("iterations after 1000");
    }

    private static Optional<Ending> ending(boolean over, String reason) {
        return over ? Optional.of(new Ending(Status.BUDGET, reason, 1, 0)) : Optional.empty();
    }

    private static String stoppedBy(StoppingCriterion criterion) {
        Result result = new Minimizer(fixed(1e-6))
                .stopAlso(criterion)
                .minimize(FormulaObjective.of("-x - 0*x^2"), Nd4j.create(new double[] {4 - 2.5e-6}));
        return result.ending().reason() + " after " + result.iterations();
    }

    /** f is computed at every iterate and at every rejected trial, and nowhere else. */
    @Test
    void rejectedTrialsAreCounted() {
        for (Solver solver : Stream.of(LineSearchSolver.newton(), TrustRegionSolver.nearlyExact())
                .toList()) {
            Trace trace = new Trace(false, 1);
            Result result = new Minimizer(solver)
                    .observe(trace)
                    .minimize(FormulaObjective.of("100*(y - x^2)^2 + (1 - x)^2"), Nd4j.create(new double[] {1, -1.2}));

            assertThat(result.rejected()).isPositive();
            assertThat(result.evaluations().values()).isEqualTo(result.iterations() + 1 + result.rejected());
            assertThat(trace.rows()).extracting(Trace.Row::rejected).isSorted();
            assertThat(trace.rows().get(0).rejected()).isZero();
            assertThat(trace.rows().get(trace.rows().size() - 1).rejected()).isEqualTo(result.rejected());
        }
        assertThat(run(fixed(1e-3), QUARTIC, 0.5).rejected())
                .as("a fixed step takes what comes")
                .isZero();
    }
}
