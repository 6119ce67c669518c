package dev.optimizer.trustregion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class TrustRegionSolverTest {
    static final Map<String, Supplier<TrustRegionSolver>> SOLVERS = Map.of(
            "nearly exact", TrustRegionSolver::nearlyExact,
            "dogleg", () -> TrustRegionSolver.of(new Dogleg()),
            "steihaug", () -> TrustRegionSolver.of(new SteihaugToint()),
            "gltr", () -> TrustRegionSolver.of(new GeneralizedLanczos()),
            "cubic", TrustRegionSolver::cubicRegularization);

    static Stream<String> solvers() {
        return SOLVERS.keySet().stream().sorted();
    }

    private static Result minimize(TrustRegionSolver solver, String formula, double... x0) {
        return new Minimizer(solver).minimize(FormulaObjective.of(formula), Nd4j.create(x0));
    }

    private static Result minimize(String solver, String formula, double... x0) {
        return minimize(SOLVERS.get(solver).get(), formula, x0);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSaddleIsLeft(String solver) {
        Result result = minimize(solver, "x^4 - x^2 + y^2", 0, 0);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.value()).isCloseTo(-0.25, within(1e-15));
    }

    /** From the axis x = 0 every method runs into the saddle first. */
    @ParameterizedTest
    @MethodSource("solvers")
    void aSaddleOnTheWayIsLeft(String solver) {
        Result result = minimize(solver, "x^4 - x^2 + y^2 + y^4", 0, 3);

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.value()).isCloseTo(-0.25, within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aMaximumIsLeft(String solver) {
        Result result = minimize(solver, "cos(x) + cos(y)", 0, 0);

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.value()).isCloseTo(-2, within(1e-15));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSaddleIsTheEndIfThatIsWanted(String solver) {
        Result result = minimize(SOLVERS.get(solver).get().escapingSaddles(false), "x^4 - x^2 + y^2", 0, 0);

        assertThat(result.iterations()).isZero();
        assertThat(result.verdict().kind()).isEqualTo(PointKind.SADDLE);
    }

    /** What is negative does not depend on the units: in these y's curvature is 10³⁰ times x's. */
    @Test
    void aSaddleInAnyUnitsIsLeft() {
        Result result = minimize("nearly exact", "1e-20*(x^4 - x^2) + (1e5*y)^2", 0, 0);

        assertThat(result.iterations()).isPositive();
        assertThat(result.value()).isLessThan(0);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aMonkeySaddleAndADegenerateMinimumAreNot(String solver) {
        assertThat(minimize(solver, "x^3 - 3*x*y^2", 0, 0).iterations()).isZero();
        Result flat = minimize(solver, "x^4 + y^4", 1, 1);
        assertThat(flat.status()).isEqualTo(Status.CONVERGED);
        assertThat(flat.verdict().kind()).isEqualTo(PointKind.DEGENERATE);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void noLowerPointIsFoundWhereThereIsNone(String solver) {
        // The Hessian says −1 at 0, but f is not smooth there: it lies higher on both sides.
        Result result = minimize(solver, "if(abs(x) > 0, x^2, 0) + if(abs(x) > 0, 0, -1.5*x^2)", 0);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.value()).isZero();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void trialsBeyondTheWallAreRejected(String solver) {
        // Minimum at 2; NaN from 3 on and below 0.
        Result result = minimize(solver, "-2*log(x) - log(3 - x)", 0.001);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.x().getDouble(0)).isCloseTo(2, within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aFallWithoutEndIsUnbounded(String solver) {
        assertThat(minimize(solver, "x - y^2", 1, 1).status()).isIn(Status.UNBOUNDED, Status.DIVERGED);
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void theSolutionIsRecognised(String solver) {
        String rosenbrock = "100*(y - x^2)^2 + (1 - x)^2";
        Result first = minimize(solver, rosenbrock, 1, -1.2);
        double[] solution = first.x().toDoubleVector();

        assertThat(first.status()).isEqualTo(Status.CONVERGED);
        assertThat(minimize(solver, rosenbrock, solution).iterations()).isZero();
    }

    @ParameterizedTest
    @MethodSource("solvers")
    void aSolverKeepsNothingOfTheRunBefore(String name) {
        TrustRegionSolver solver = SOLVERS.get(name).get();
        String wood = "100*(b - a^2)^2 + (1 - a)^2 + 90*(d - c^2)^2 + (1 - c)^2 + 10*(b + d - 2)^2 + (b - d)^2/10";
        Result first = minimize(solver, wood, -1, -3, -1, -3);
        minimize(solver, "x^4 - x^2 + y^2 + z^2 + w^2", 0, 0, 0, 0);
        Result second = minimize(solver, wood, -1, -3, -1, -3);

        assertThat(second.x().toDoubleVector()).containsExactly(first.x().toDoubleVector());
        assertThat(second.evaluations().toString())
                .isEqualTo(first.evaluations().toString());
    }

    /** Powers of two, so that not even rounding tells the runs apart. */
    @Test
    void unitsDoNotMatter() {
        for (TrustRegionSolver solver : new TrustRegionSolver[] {
            TrustRegionSolver.nearlyExact(), TrustRegionSolver.of(new Dogleg()), TrustRegionSolver.cubicRegularization()
        }) {
            Result plain = minimize(solver, "100*(a - b^2)^2 + (1 - b)^2", 1, -1.2);
            Result scaled = minimize(solver, "100*(1024*a - (b/4096)^2)^2 + (1 - b/4096)^2", 1 / 1024.0, -1.2 * 4096);

            assertThat(plain.verdict().kind()).isEqualTo(PointKind.MINIMUM);
            // The gradient's norm depends on the units, so the runs may end a step or two apart.
            assertThat(Math.abs(scaled.iterations() - plain.iterations())).isLessThanOrEqualTo(2);
        }
    }

    /** Around 1e8 the last steps move f by less than an ulp, so only the slopes can tell. */
    @ParameterizedTest
    @MethodSource("solvers")
    void theMinimumIsReachedThroughRoundOff(String solver) {
        Result result = minimize(solver, "1e8 + (x - 1)^2 + (x - 1)^4 + (y + 2)^2", 1.5, 3);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
    }

    /** The first step shows that the model is exact, so the second goes all the way, a million times as far. */
    @Test
    void theRadiusGrowsWithoutLimit() {
        Result result = minimize("nearly exact", "(x - 1e6)^2 + (y - 2e-6)^2", 1, 1);

        assertThat(result.evaluations().values()).isLessThanOrEqualTo(3);
    }

    /** A Hessian is computed at accepted points only: one more than there were iterations, for the last look around. */
    @Test
    void rejectedTrialsCostValuesOnly() {
        Result result = minimize("nearly exact", "100*(a - b^2)^2 + (1 - b)^2", 1, -1.2);

        assertThat(result.evaluations().hessians()).isEqualTo(result.iterations() + 1);
        assertThat(result.evaluations().gradients()).isEqualTo(result.iterations() + 1);
        assertThat(result.evaluations().values()).isGreaterThan(result.iterations() + 1);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> TrustRegionSolver.nearlyExact().withRadius(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("radius must be greater than 0 and finite: 0.0");
        FormulaObjective dense =
                FormulaObjective.builder().variable("x", 10_001).objective("dot(x, x)^2");
        assertThatThrownBy(() -> new Minimizer(TrustRegionSolver.nearlyExact())
                        .minimize(dense, Nd4j.ones(DataType.DOUBLE, 10_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a dense Hessian of 10001 variables takes 0.8 GB; at most 10000 are factorised: use newton-cg, or"
                                + " trust-region with steihaug or gltr");
    }
}
