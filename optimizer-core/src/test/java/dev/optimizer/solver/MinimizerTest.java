package dev.optimizer.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.descent.ArmijoBacktracking;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.MoreThuente;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.descent.StepRule;
import dev.optimizer.objective.Objective;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MinimizerTest {
    private static final String QUARTIC = "3*x^4 - 4*x^3 - 12*x^2";

    @Test
    void newtonConvergesQuadraticallyToTheMinimumOnItsSide() {
        Result right = minimize(LineSearchSolver.newton(), QUARTIC, 0.5);
        Result left = minimize(LineSearchSolver.newton(), QUARTIC, -0.5);

        assertThat(right.status()).isEqualTo(Status.CONVERGED);
        // ‖∇f‖ ≤ 1e-8 and f″ = 72 put x within 1.4e-10 of 2, and f within 1e-18 of −32; likewise on the left, f″ = 36.
        assertThat(right.x().getDouble(0)).isCloseTo(2, within(1.5e-10));
        assertThat(right.value()).isEqualTo(-32);
        assertThat(right.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(right.verdict().smallestEigenvalue()).isCloseTo(72, within(2e-8));
        // The estimate from three steps differs from 2 by the size of the last but one step or so.
        assertThat(right.convergence().order()).isCloseTo(2, within(0.1));
        assertThat(left.x().getDouble(0)).isCloseTo(-1, within(3e-10));
        assertThat(left.value()).isEqualTo(-5);
        assertThat(left.convergence().order()).isCloseTo(2, within(0.1));
    }

    @Test
    void pureNewtonGoesToTheMaximumAndIsToldSo() {
        Result result = minimize(LineSearchSolver.pureNewton(), QUARTIC, 0.5);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.x().getDouble(0)).isZero();
        assertThat(result.iterations()).isEqualTo(1);
        assertThat(result.verdict()).isEqualTo(new Verdict(PointKind.MAXIMUM, 1, -24, 0));
        assertThat(result.convergence()).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void newtonIsOnlyLinearAtADegenerateMinimum() {
        Result result = minimize(LineSearchSolver.newton(), "x^4 + y^4", 1, 0.5);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.DEGENERATE);
        // Each step multiplies x by exactly 2/3; what is left is rounding in the steps.
        assertThat(result.convergence().order()).isCloseTo(1, within(1e-9));
        assertThat(result.convergence().rate()).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void aSaddleIsCalledASaddle() {
        Result result = minimize(LineSearchSolver.gradientDescent(), "x^2 + (y^2 - 1)^2", 1, 0);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.SADDLE);
        assertThat(result.verdict().negativeEigenvalues()).isEqualTo(1);
        assertThat(result.verdict().decrement()).isNaN();
    }

    @Test
    void aStepThatIsTooLongDivergesAndGivesTheBestPointBack() {
        Result result = minimize(fixedStep(0.1), QUARTIC, 3);

        assertThat(result.status()).isEqualTo(Status.DIVERGED);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.NOT_STATIONARY);
        assertThat(result.value()).as("f at the start").isEqualTo(27);
        assertThat(result.x().getDouble(0)).isEqualTo(3);
    }

    @Test
    void theBestPointOfAWanderingRunIsKept() {
        // With step 0.05 the quartic's iterates jump about without settling.
        List<Double> values = new ArrayList<>();
        Result result = new Minimizer(fixedStep(0.05))
                .observe(progress -> values.add(progress.point().value()))
                .stop(StoppingRules.defaults().withIterations(57))
                .minimize(FormulaObjective.of(QUARTIC), Nd4j.create(new double[] {0.5}));

        assertThat(result.status()).isEqualTo(Status.BUDGET);
        assertThat(result.value())
                .isEqualTo(values.stream().mapToDouble(v -> v).min().orElseThrow());
        assertThat(values).hasSize(58);
    }

    @Test
    void aStartOutsideTheDomainEndsThere() {
        Result result = minimize(LineSearchSolver.newton(), "log(x)^2", -1);

        assertThat(result.status()).isEqualTo(Status.NOT_FINITE);
        assertThat(result.iterations()).isZero();
        assertThat(result.verdict().kind()).isEqualTo(PointKind.NOT_STATIONARY);
    }

    @Test
    void aWallOfNaNIsWalkedAround() {
        for (LineSearchSolver solver : List.of(LineSearchSolver.newton(), LineSearchSolver.gradientDescent())) {
            Result result = minimize(solver, "x - log(x)", 10);

            assertThat(result.status()).isEqualTo(Status.CONVERGED);
            // ‖∇f‖ ≤ 1e-8 and f″(1) = 1 put x within 1e-8 of 1.
            assertThat(result.x().getDouble(0)).isCloseTo(1, within(1.1e-8));
        }
    }

    @Test
    void aSingularHessianLeavesPureNewtonWithoutAStep() {
        Result result = minimize(LineSearchSolver.pureNewton(), "x^3 + x", 0);

        assertThat(result.ending().status()).isEqualTo(Status.NOT_FINITE);
        assertThat(result.ending().reason()).isEqualTo("step");
        assertThat(result.x().getDouble(0)).isZero();
    }

    @Test
    void fallingWithoutBoundIsSaid() {
        assertThat(minimize(LineSearchSolver.gradientDescent(), "x - 2*y", 1, 1).status())
                .isEqualTo(Status.UNBOUNDED);
        assertThat(minimize(LineSearchSolver.newton(), "-x^4", 1).status()).isEqualTo(Status.UNBOUNDED);
    }

    @Test
    void whatIsUnboundedEndsAtTheLowestPointFound() {
        for (LineSearchSolver solver : List.of(
                LineSearchSolver.gradientDescent(), LineSearchSolver.of(new SteepestDescent(), new MoreThuente()))) {
            Result result = minimize(solver, "x + 2*y", 0, 0);

            assertThat(result.status()).isEqualTo(Status.UNBOUNDED);
            assertThat(result.value()).isLessThan(-1e20);
            assertThat(result.iterations()).isPositive();
        }
    }

    @Test
    void aLargeOffsetIsNotUnbounded() {
        assertThat(minimize(LineSearchSolver.newton(), "x^2 - 2e20", 3).status())
                .isEqualTo(Status.CONVERGED);
    }

    /** exp(x) underflows on the way, and log(0) is −∞: outside the domain, not a value to be proud of. */
    @Test
    void minusInfinityIsNoValue() {
        LineSearchSolver longSteps = LineSearchSolver.of(new SteepestDescent(), new ArmijoBacktracking(), 1000);

        Result result = minimize(longSteps, "log(exp(x)) + x^2/1000", 0);

        assertThat(result.value()).isFinite();
        assertThat(result.status()).isNotEqualTo(Status.UNBOUNDED);
        assertThat(minimize(fixedStep(1000), "log(exp(x)) + x^2/1000", 0)
                        .ending()
                        .status())
                .isEqualTo(Status.NOT_FINITE);
    }

    /** Around 1e6 the last digit of f is 1e-10, which hides all progress from ‖∇f‖ = 1e-5 on. */
    @Test
    void noLineSearchFailsAtTheMinimum() {
        for (StepRule rule : List.of(new ArmijoBacktracking(), new MoreThuente(1e-4, 0.1), new MoreThuente())) {
            for (double x = -2; x <= 2; x += 0.25) {
                Result result = minimize(
                        LineSearchSolver.of(new SteepestDescent(), rule), "1e6 + exp(x) - x + 10*(y - x)^2", 1, x);

                assertThat(result.status()).as("%s from %s", rule.getClass(), x).isEqualTo(Status.CONVERGED);
            }
        }
    }

    @Test
    void theOrderOfNewtonsMethodIsAboutTwoWhereverItIsTold() {
        Random random = new Random(1);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            Result result = minimize(
                    LineSearchSolver.newton(),
                    "exp(x) + exp(-2*x + y) + y^2",
                    6 * random.nextDouble() - 3,
                    6 * random.nextDouble() - 3);
            if (!Double.isNaN(result.convergence().order())) {
                told++;
                assertThat(result.convergence().order()).as("run %s", i).isCloseTo(2, within(0.3));
            }
        }
        assertThat(told).as("runs with an order").isGreaterThan(30);
    }

    @Test
    void aStartThatIsNotFiniteIsEvaluatedOnce() {
        Result result = minimize(LineSearchSolver.gradientDescent(), "sqrt(x)", -1);

        assertThat(result.evaluations()).hasToString("1 f, 1 ∇f, 0 ∇²f, 0 ∇²f·v");
        assertThat(result.ending().measured()).isNaN();
    }

    @Test
    void anInfimumAtInfinityIsNotReached() {
        Result result = minimize(LineSearchSolver.gradientDescent(), "exp(-x)", 0);

        assertThat(result.status()).as("the gradient does vanish out there").isEqualTo(Status.CONVERGED);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.DEGENERATE);
    }

    @Test
    void budgetsSayWhichOne() {
        Minimizer slow = new Minimizer(fixedStep(1e-6));
        INDArray x0 = Nd4j.create(new double[] {0.5});
        StoppingRules rules = StoppingRules.defaults();

        assertThat(slow.stop(rules.withIterations(7))
                        .minimize(FormulaObjective.of(QUARTIC), x0)
                        .ending())
                .isEqualTo(new Ending(Status.BUDGET, "iterations", 7, 7));
        assertThat(slow.stop(new StoppingRules(1e-8, 0, 0, 1000, 5, 60))
                        .minimize(FormulaObjective.of(QUARTIC), x0)
                        .ending())
                .isEqualTo(new Ending(Status.BUDGET, "evaluations", 5, 5));
        AtomicLong seconds = new AtomicLong();
        assertThat(slow.stop(new StoppingRules(1e-8, 0, 0, 1000, 1000, 3))
                        .clock(() -> seconds.getAndIncrement() * 1_000_000_000L)
                        .minimize(FormulaObjective.of(QUARTIC), x0)
                        .ending()
                        .reason())
                .isEqualTo("seconds");
    }

    @Test
    void smallChangesStallTheRunWhenAskedFor() {
        INDArray x0 = Nd4j.create(new double[] {0.5});

        assertThat(new Minimizer(fixedStep(1e-6))
                        .stop(new StoppingRules(1e-8, 1, 0, 1000, 1000, 60))
                        .minimize(FormulaObjective.of(QUARTIC), x0)
                        .ending())
                .satisfies(ending -> {
                    assertThat(ending.status()).isEqualTo(Status.STALLED);
                    assertThat(ending.reason()).isEqualTo("value_change");
                });
        assertThat(new Minimizer(fixedStep(1e-6))
                        .stop(new StoppingRules(1e-8, 0, 1e-3, 1000, 1000, 60))
                        .minimize(FormulaObjective.of(QUARTIC), x0)
                        .ending()
                        .reason())
                .isEqualTo("step_norm");
    }

    @Test
    void standingStillIsStalling() {
        // The gradient at 1e16 is 2, but a step of 0.1 · 2 is less than the spacing of doubles there.
        Result result = minimize(fixedStep(0.1), "2*x + 1e-40*x^2", 1e16);

        assertThat(result.ending()).isEqualTo(new Ending(Status.STALLED, "step_norm", 0, 0));
    }

    @Test
    void aWrongGradientFailsTheLineSearch() {
        Objective liar = new Objective() {
            @Override
            public long dimension() {
                return 1;
            }

            @Override
            public double value(INDArray x) {
                return Math.pow(x.getDouble(0), 2);
            }

            @Override
            public double gradient(INDArray x, INDArray g) {
                g.putScalar(0, -2 * x.getDouble(0));
                return value(x);
            }
        };

        Result result = new Minimizer(LineSearchSolver.gradientDescent()).minimize(liar, Nd4j.create(new double[] {3}));

        assertThat(result.status()).isEqualTo(Status.LINE_SEARCH_FAILED);
        assertThat(result.x().getDouble(0)).isEqualTo(3);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.NOT_STATIONARY);
    }

    @Test
    void aRestartFromTheSolutionTakesNoIteration() {
        FormulaObjective objective = FormulaObjective.of("100*(y - x^2)^2 + (1 - x)^2");
        Minimizer minimizer = new Minimizer(LineSearchSolver.newton());
        Result first = minimizer.minimize(objective, Nd4j.create(new double[] {1, -1.2}));

        Result second = minimizer.minimize(objective, first.x());

        assertThat(first.status()).isEqualTo(Status.CONVERGED);
        assertThat(second.iterations()).isZero();
        assertThat(second.evaluations()).hasToString("1 f, 1 ∇f, 0 ∇²f, 0 ∇²f·v");
        assertThat(second.x()).isEqualTo(first.x());
    }

    @Test
    void theSameRunGivesTheSameBits() {
        Trace first = new Trace(true, 1);
        Trace second = new Trace(true, 1);
        FormulaObjective objective = FormulaObjective.of("exp(x - y)^2 + (x + y - 3)^4 + cos(x)");
        for (Trace trace : List.of(first, second)) {
            new Minimizer(LineSearchSolver.gradientDescent())
                    .observe(trace)
                    .clock(() -> 0)
                    .minimize(objective, Nd4j.create(new double[] {0.3, -0.4}));
        }

        assertThat(first.rows()).hasSizeGreaterThan(10);
        assertThat(texts(first)).isEqualTo(texts(second));
    }

    private static List<String> texts(Trace trace) {
        return trace.rows().stream()
                .map(row -> row.value() + " " + row.gradientNorm() + " " + row.stepNorm() + " " + row.stepLength() + " "
                        + Arrays.toString(row.x()))
                .toList();
    }

    @Test
    void aTraceHoldsEveryNthIterateAndTheLast() {
        Trace trace = new Trace(false, 10);
        new Minimizer(fixedStep(0.001))
                .observe(trace)
                .stop(StoppingRules.defaults().withIterations(25))
                .minimize(FormulaObjective.of(QUARTIC), Nd4j.create(new double[] {0.5}));

        assertThat(trace.rows()).extracting(Trace.Row::iteration).containsExactly(0L, 10L, 20L, 25L);
        assertThat(trace.rows()).extracting(Trace.Row::x).containsOnlyNulls();
        assertThatThrownBy(() -> new Trace(true, 0)).hasMessage("every must be at least 1: 0");
    }

    @Test
    void aFixedStepEvaluatesOncePerIterate() {
        Result result = new Minimizer(fixedStep(0.01))
                .stop(StoppingRules.defaults().withIterations(20))
                .minimize(FormulaObjective.of(QUARTIC), Nd4j.create(new double[] {0.5}));

        assertThat(result.evaluations()).hasToString("21 f, 21 ∇f, 0 ∇²f, 0 ∇²f·v");
    }

    @Test
    void observersCostTheRunNoTime() {
        AtomicLong now = new AtomicLong();

        Result result = new Minimizer(fixedStep(0.01))
                .clock(now::get)
                .observe(progress -> now.addAndGet(5_000_000_000L))
                .stop(StoppingRules.defaults().withIterations(20))
                .minimize(FormulaObjective.of(QUARTIC), Nd4j.create(new double[] {0.5}));

        assertThat(result.seconds()).isZero();
        assertThat(result.ending().reason()).isEqualTo("iterations");
    }

    @Test
    void methodsThatNeedAHessianSayWhoLacksIt() {
        Objective first = new FirstOrderOnly(FormulaObjective.of(QUARTIC));

        assertThatThrownBy(
                        () -> new Minimizer(LineSearchSolver.newton()).minimize(first, Nd4j.create(new double[] {3})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("this method needs second derivatives, which FirstOrderOnly does not offer: implement"
                        + " TwiceDifferentiable, or use gradient descent");
        assertThat(new Minimizer(LineSearchSolver.gradientDescent())
                        .minimize(first, Nd4j.create(new double[] {3}))
                        .verdict()
                        .kind())
                .isEqualTo(PointKind.UNKNOWN);
    }

    @Test
    void aStartOfTheWrongSizeIsRefused() {
        assertThatThrownBy(() -> minimize(LineSearchSolver.newton(), QUARTIC, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("x0 must have 1 elements: [2]");
    }

    /** Hides the Hessian. */
    private record FirstOrderOnly(Objective objective) implements Objective {
        @Override
        public long dimension() {
            return objective.dimension();
        }

        @Override
        public double value(INDArray x) {
            return objective.value(x);
        }

        @Override
        public double gradient(INDArray x, INDArray g) {
            return objective.gradient(x, g);
        }
    }

    private static LineSearchSolver fixedStep(double step) {
        return LineSearchSolver.of(new SteepestDescent(), new FixedStep(), step);
    }

    private static Result minimize(LineSearchSolver solver, String formula, double... x0) {
        return new Minimizer(solver).minimize(FormulaObjective.of(formula), Nd4j.create(x0));
    }
}
