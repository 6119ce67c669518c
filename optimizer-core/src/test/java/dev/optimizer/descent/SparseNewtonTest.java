package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class SparseNewtonTest {
    private static final String CHAINED = "sum(i in 1..%d, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2)";

    @Test
    void takesTheStepsOfDenseNewton() {
        FormulaObjective objective = chained(100);

        Result sparse = minimize(objective, 100);
        Result dense = minimize(new Forwarding(objective), 100);

        assertThat(sparse.status()).isEqualTo(Status.CONVERGED);
        assertThat(sparse.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        // Shifted by powers of two where the other is shifted too: the same steps but for rounding.
        assertThat(sparse.iterations()).isEqualTo(dense.iterations());
        assertThat(sparse.evaluations().products()).isZero();
        assertThat(sparse.value()).isCloseTo(dense.value(), within(1e-12));
    }

    @Test
    void aHundredThousandVariables() {
        String extended = "sum(i in 1..50000, 100*(x[2*i] - x[2*i-1]^2)^2 + (1 - x[2*i-1])^2)";

        Result result = minimize(objective(100_000, extended), 100_000);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.iterations()).isLessThan(30);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
    }

    @Test
    void aStepAllocatesNothing() {
        FormulaObjective objective = chained(200);
        Evaluations counts = new Evaluations();
        Point current = new Point(objective, counts);
        Point trial = new Point(objective, counts);
        Vector x0 = Vector.copyOf(start(200));
        LineSearchSolver solver = LineSearchSolver.newton();
        current.moveTo(x0);
        solver.start(current);

        // At the start the Hessian is indefinite, so shifts are part of it.
        Allocations.assertNone(2_000, () -> {
            current.moveTo(x0);
            solver.step(current, trial);
        });
    }

    /** A solver's memory fits one pattern; another objective with as many variables may have another. */
    @Test
    void theNextObjectiveMayHaveAnotherPattern() {
        FormulaObjective other = objective(100, "sum(i in 1..98, (x[i+2] - x[i])^2 + x[i]^4)");
        Minimizer minimizer = new Minimizer(LineSearchSolver.newton());
        minimizer.minimize(chained(100), start(100));

        assertThat(minimizer.minimize(other, start(100)).x())
                .isEqualTo(new Minimizer(LineSearchSolver.newton())
                        .minimize(other, start(100))
                        .x());
    }

    @Test
    void aLargeDenseHessianIsRefused() {
        FormulaObjective objective = objective(10_001, "dot(x, x)^2");

        assertThatThrownBy(() -> minimize(objective, 10_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a dense Hessian of 10001 variables takes 0.8 GB; at most 10000 are factorised: use newton-cg, or"
                                + " trust-region with steihaug or gltr");
    }

    private static Result minimize(Objective objective, int n) {
        return new Minimizer(LineSearchSolver.of(new Newton(HessianModification.SHIFT), new ArmijoBacktracking()))
                .minimize(objective, start(n));
    }

    private static FormulaObjective chained(int n) {
        return objective(n, String.format(Locale.ROOT, CHAINED, n - 1));
    }

    private static FormulaObjective objective(int n, String text) {
        return FormulaObjective.of(
                Formula.builder().variable("x", Shape.vector(n)).parse(text));
    }

    /** −1.2, 1, −1.2, 1, …, as usual. */
    private static INDArray start(int n) {
        double[] x = new double[n];
        Arrays.setAll(x, i -> i % 2 == 0 ? -1.2 : 1);
        return Nd4j.create(x);
    }
}
