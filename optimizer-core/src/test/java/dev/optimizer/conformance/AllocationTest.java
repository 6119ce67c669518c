package dev.optimizer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.conformance.Method.Family;
import dev.optimizer.descent.FixedStep;
import dev.optimizer.descent.LineSearchSolver;
import dev.optimizer.descent.SteepestDescent;
import dev.optimizer.linalg.Vector;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.Solver;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.testing.Allocations;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** Nothing is allocated per step of any method, on the heap or off it: measured, not promised. */
class AllocationTest {
    private static final String ROSENBROCK = "100*(y - x^2)^2 + (1 - x)^2";
    private static final int STEPS = 10_000;

    static Stream<Method> methods() {
        return Methods.all();
    }

    static Stream<Method> methodsThatLeaveSaddles() {
        return Methods.all().filter(method -> method.family() == Family.LEAVES_SADDLES);
    }

    /** At (1, −0.2) Rosenbrock's Hessian is indefinite, so Newton's modifications are at work too. */
    @ParameterizedTest
    @MethodSource("methods")
    void aStepAllocatesNothing(Method method) {
        Steps steps = new Steps(method, FormulaObjective.of(ROSENBROCK), Vector.of(1, -0.2));
        steps.start();

        Allocations.assertNone(STEPS, () -> {
            steps.first.moveTo(steps.x0);
            steps.solver.step(steps.first, steps.second);
        });
    }

    /** What is learnt from a step allocates nothing either: the iterates alternate, so that every step is a new pair. */
    @ParameterizedTest
    @MethodSource("methods")
    void stepsInARowAllocateNothing(Method method) {
        Steps steps = new Steps(method, FormulaObjective.of(ROSENBROCK), Vector.of(1, -1.2));

        Allocations.assertNone(STEPS / 4, steps::fourFromTheStart);
    }

    /** Beyond a handful of variables other code factorises and multiplies; here the Hessian is dense. */
    @ParameterizedTest
    @MethodSource("methods")
    void stepsInManyVariablesAllocateNothing(Method method) {
        Steps steps = inMany(method, "penalty-1");

        Allocations.assertNone(200, steps::fourFromTheStart);
    }

    /** And here it is sparse. */
    @ParameterizedTest
    @MethodSource("methods")
    void stepsWithASparseHessianAllocateNothing(Method method) {
        Steps steps = inMany(method, "extended-rosenbrock");

        Allocations.assertNone(200, steps::fourFromTheStart);
    }

    private static Steps inMany(Method method, String name) {
        Problem problem = Problems.named(name, Map.of("n", 40)).orElseThrow();
        double[] x0 =
                problem.starts().get("standard").stream().mapToDouble(v -> v).toArray();
        return new Steps(method, problem.objective(), Vector.of(x0));
    }

    /** Leaving a saddle takes memory for its search once, and after that no more. */
    @ParameterizedTest
    @MethodSource("methodsThatLeaveSaddles")
    void anEscapeAllocatesNothing(Method method) {
        Steps steps = new Steps(method, FormulaObjective.of("x^2 - y^2 + y^4"), Vector.of(0, 0));
        steps.start();

        Allocations.assertNone(STEPS, () -> {
            steps.solver.isContentAt(steps.first);
            steps.solver.step(steps.first, steps.second);
        });
    }

    /** The loop itself: a run of many iterations allocates no more than a short one. */
    @Test
    void anIterationAllocatesNothing() {
        long few = allocatedByRun(1_000);
        long many = allocatedByRun(1_000 + 10L * STEPS);

        // Two runs differ by some kilobytes of what the JVM does on this thread; the smallest object in each
        // iteration would make it 1.6 million bytes.
        assertThat(Math.abs(many - few)).isLessThan(10L * STEPS);
    }

    private static long allocatedByRun(long iterations) {
        Minimizer minimizer = new Minimizer(LineSearchSolver.of(new SteepestDescent(), new FixedStep(), 1e-6))
                .stop(StoppingRules.defaults().withGradientNorm(0).withIterations(iterations));
        FormulaObjective objective = FormulaObjective.of(ROSENBROCK);
        minimizer.minimize(objective, Nd4j.create(new double[] {1, -1.2}));
        long before = Allocations.heapBytes();
        minimizer.minimize(objective, Nd4j.create(new double[] {1, -1.2}));
        return Allocations.heapBytes() - before;
    }

    /** A solver with its two points, outside of any loop. */
    private static final class Steps {
        private final Vector x0;
        private final Point first;
        private final Point second;
        private final Solver solver;

        Steps(Method method, FormulaObjective objective, Vector x0) {
            Evaluations counts = new Evaluations();
            this.x0 = x0;
            this.first = new Point(objective, counts);
            this.second = new Point(objective, counts);
            this.solver = method.maker().get();
        }

        void start() {
            first.moveTo(x0);
            solver.start(first);
        }

        void fourFromTheStart() {
            start();
            solver.step(first, second);
            solver.step(second, first);
            solver.step(first, second);
            solver.step(second, first);
        }
    }
}
