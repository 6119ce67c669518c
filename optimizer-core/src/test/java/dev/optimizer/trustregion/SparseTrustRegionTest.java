package dev.optimizer.trustregion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.Objective;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.testing.Allocations;
import dev.optimizer.testing.Forwarding;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SparseTrustRegionTest {
    @ParameterizedTest
    @ValueSource(strings = {"nearly exact", "dogleg", "cubic"})
    void takesTheWayOfTheDenseOne(String solver) {
        FormulaObjective objective = chained(50);

        Result sparse = minimize(solver, objective, start(50));
        Result dense = minimize(solver, new Forwarding(objective), start(50));

        assertThat(sparse.status()).isEqualTo(Status.CONVERGED);
        assertThat(sparse.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        // Steps agree to 1e-6, the tolerance of their length; what that adds up to over 70 of them may cost one or two.
        assertThat(sparse.iterations()).isCloseTo(dense.iterations(), within(2L));
        assertThat(sparse.value()).isCloseTo(dense.value(), within(1e-12));
    }

    /** A dense Hessian would take 80 GB, and is refused. */
    @ParameterizedTest
    @ValueSource(strings = {"nearly exact", "dogleg", "cubic"})
    void aHundredThousandVariables(String solver) {
        FormulaObjective extended =
                objective(100_000, "sum(i in 1..50000, 100*(x[2*i] - x[2*i-1]^2)^2 + (1 - x[2*i-1])^2)");

        Result result = minimize(solver, extended, start(100_000));

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.iterations()).isLessThan(30);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.evaluations().products()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearly exact", "dogleg", "cubic"})
    void aSaddleOfAThousandVariablesIsLeft(String solver) {
        FormulaObjective objective =
                objective(1000, "x[1]^4 - x[1]^2 + sum(i in 2..1000, x[i]^2) + sum(i in 1..999, x[i]*x[i+1])/10");

        Result result = minimize(solver, objective, Nd4j.create(new double[1000]));

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.iterations()).isPositive();
        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.value()).isLessThan(-0.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nearly exact", "dogleg", "cubic"})
    void aStepAllocatesNothing(String name) {
        FormulaObjective objective = chained(200);
        Evaluations counts = new Evaluations();
        Point current = new Point(objective, counts);
        Point trial = new Point(objective, counts);
        Vector x0 = Vector.copyOf(start(200));
        TrustRegionSolver solver = TrustRegionSolverTest.SOLVERS.get(name).get();
        current.moveTo(x0);
        solver.start(current);

        Allocations.assertNone(2_000, () -> {
            current.moveTo(x0);
            solver.step(current, trial);
        });
    }

    /** A solver's memory fits one pattern; another objective with as many variables may have another. */
    @Test
    void theNextObjectiveMayHaveAnotherPattern() {
        FormulaObjective other = objective(100, "sum(i in 1..98, (x[i+2] - x[i])^2 + x[i]^4)");
        Minimizer minimizer = new Minimizer(TrustRegionSolver.nearlyExact());
        minimizer.minimize(chained(100), start(100));

        assertThat(minimizer.minimize(other, start(100)).x())
                .isEqualTo(minimize("nearly exact", other, start(100)).x());
    }

    private static Result minimize(String solver, Objective objective, INDArray x0) {
        return new Minimizer(TrustRegionSolverTest.SOLVERS.get(solver).get()).minimize(objective, x0);
    }

    private static FormulaObjective chained(int n) {
        return objective(
                n, String.format(Locale.ROOT, "sum(i in 1..%d, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)", n - 1));
    }

    private static FormulaObjective objective(int n, String text) {
        return FormulaObjective.builder().variable("x", n).objective(text);
    }

    /** −1.2, 1, −1.2, 1, …, as usual. */
    private static INDArray start(int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> i % 2 == 0 ? -1.2 : 1);
        return Nd4j.create(x);
    }
}
