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
                named("newton pure", LineSearchSolver::pureNewton));
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
