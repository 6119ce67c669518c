package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.testing.Allocations;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** Nothing is allocated per step, on the heap or off it: measured, not promised. */
class AllocationTest {
    private static final String ROSENBROCK = "100*(y - x^2)^2 + (1 - x)^2";
    private static final int STEPS = 100_000;

    static Stream<Arguments> solvers() {
        return Stream.of(
                named("descent fixed", () -> LineSearchSolver.of(new SteepestDescent(), new FixedStep(), 1e-4)),
                named("descent armijo", LineSearchSolver::gradientDescent),
                named("descent wolfe", () -> LineSearchSolver.of(new SteepestDescent(), new MoreThuente())),
                named("newton flip", LineSearchSolver::newton),
                named(
                        "newton shift wolfe",
                        () -> LineSearchSolver.of(new Newton(HessianModification.SHIFT), new MoreThuente())),
                named("newton pure", LineSearchSolver::pureNewton),
                named("bfgs", LineSearchSolver::bfgs),
                named("bfgs hager-zhang", () -> LineSearchSolver.of(new Bfgs(), new HagerZhang())),
                named("l-bfgs", LineSearchSolver::lbfgs),
                named("conjugate gradient", LineSearchSolver::conjugateGradient),
                named("newton-cg", LineSearchSolver::newtonCg),
                named("descent exact", () -> LineSearchSolver.of(new SteepestDescent(), new ExactStep())),
                named(
                        "descent armijo 10",
                        () -> LineSearchSolver.of(new SteepestDescent(), new ArmijoBacktracking(1e-4, 10))),
                named(
                        "descent barzilai-borwein",
                        () -> LineSearchSolver.of(new SteepestDescent(), new BarzilaiBorwein())),
                named("heavy ball", () -> scheduled(new HeavyBall(0.9), Schedule.constant())),
                named("nesterov", () -> scheduled(new Nesterov(), Schedule.inverseTime(10))),
                named("adam", () -> scheduled(new Adam(), Schedule.inverseSqrt())),
                named("adagrad", () -> scheduled(new AdaGrad(), Schedule.stepDecay(0.5, 10))),
                named("rmsprop", () -> scheduled(new RmsProp(), Schedule.cosine(100, 0))));
    }

    private static LineSearchSolver scheduled(Direction direction, Schedule schedule) {
        return LineSearchSolver.of(direction, new FixedStep(schedule), 1e-4);
    }

    private static Arguments named(String name, Supplier<LineSearchSolver> solver) {
        return Arguments.of(name, solver);
    }

    /** At (−0.2, 1) Rosenbrock's Hessian is indefinite, so Newton's modifications are at work too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("solvers")
    void aStepAllocatesNothing(String name, Supplier<LineSearchSolver> supplier) {
        FormulaObjective objective = FormulaObjective.of(ROSENBROCK);
        Evaluations counts = new Evaluations();
        Point current = new Point(objective, counts);
        Point trial = new Point(objective, counts);
        Vector x0 = Vector.copyOf(Nd4j.create(new double[] {1, -0.2}));
        current.moveTo(x0);
        LineSearchSolver solver = supplier.get();
        solver.start(current);

        Allocations.assertNone(STEPS, () -> {
            current.moveTo(x0);
            solver.step(current, trial);
        });
    }

    /** Leaving a saddle takes memory for its search once, and after that no more. */
    @Test
    void anEscapeAllocatesNothing() {
        FormulaObjective objective = FormulaObjective.of("x^2 - y^2 + y^4");
        Point saddle = new Point(objective, new Evaluations());
        Point trial = new Point(objective, new Evaluations());
        LineSearchSolver solver = LineSearchSolver.newtonCg();
        solver.start(saddle);

        Allocations.assertNone(STEPS, () -> {
            solver.isContentAt(saddle);
            solver.step(saddle, trial);
        });
    }

    /** What is learnt from a step allocates nothing either: the iterates alternate, so that every step is a new pair. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("solvers")
    void stepsInARowAllocateNothing(String name, Supplier<LineSearchSolver> supplier) {
        FormulaObjective objective = FormulaObjective.of(ROSENBROCK);
        Evaluations counts = new Evaluations();
        Point first = new Point(objective, counts);
        Point second = new Point(objective, counts);
        Vector x0 = Vector.copyOf(Nd4j.create(new double[] {1, -1.2}));
        LineSearchSolver solver = supplier.get();

        Allocations.assertNone(STEPS / 4, () -> {
            first.moveTo(x0);
            solver.start(first);
            solver.step(first, second);
            solver.step(second, first);
            solver.step(first, second);
            solver.step(second, first);
        });
    }

    /** The loop itself: a run of many iterations allocates no more than a short one. */
    @Test
    void anIterationAllocatesNothing() {
        long few = allocatedByRun(1_000);
        long many = allocatedByRun(1_000 + STEPS);

        // Two runs differ by some kilobytes of what the JVM does on this thread; the smallest object in each
        // iteration would make it 1.6 million bytes.
        assertThat(Math.abs(many - few)).isLessThan(STEPS);
    }

    private long allocatedByRun(long iterations) {
        Minimizer minimizer = new Minimizer(LineSearchSolver.of(new SteepestDescent(), new FixedStep(), 1e-6))
                .stop(StoppingRules.defaults().withGradientNorm(0).withIterations(iterations));
        FormulaObjective objective = FormulaObjective.of(ROSENBROCK);
        minimizer.minimize(objective, Nd4j.create(new double[] {1, -1.2}));
        long before = Allocations.heapBytes();
        minimizer.minimize(objective, Nd4j.create(new double[] {1, -1.2}));
        return Allocations.heapBytes() - before;
    }
}
