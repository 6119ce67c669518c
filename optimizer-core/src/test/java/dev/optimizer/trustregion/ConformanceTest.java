package dev.optimizer.trustregion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** Every subproblem on every start of every problem: whatever is claimed has to be true. */
class ConformanceTest {
    /** Meyer's gradient cannot be computed to 1e-8: its Hessian is 10¹⁰ times as large. */
    private static final Set<String> BEYOND_ROUNDING = Set.of("meyer");

    static Stream<Arguments> runs() {
        return TrustRegionSolverTest.solvers()
                .flatMap(solver -> Problems.names().stream()
                        .map(name -> Problems.named(name).orElseThrow())
                        .flatMap(problem -> problem.starts().keySet().stream()
                                .map(start -> Arguments.of(solver, problem.name(), start))));
    }

    @ParameterizedTest(name = "{0} on {1} from {2}")
    @MethodSource("runs")
    void claimsAreTrue(String solver, String problemName, String start) {
        Problem problem = Problems.named(problemName).orElseThrow();
        FormulaObjective objective = problem.objective();
        double[] x0 = problem.starts().get(start).stream().mapToDouble(v -> v).toArray();

        Result result =
                new Minimizer(TrustRegionSolverTest.SOLVERS.get(solver).get()).minimize(objective, Nd4j.create(x0));

        assertThat(result.status() == Status.CONVERGED).as("%s", result).isEqualTo(result.gradientNorm() <= 1e-8);
        assertThat(result.verdict().kind() == PointKind.NOT_STATIONARY)
                .as("%s", result)
                .isEqualTo(result.status() != Status.CONVERGED);
        if (result.verdict().kind() == PointKind.SADDLE || result.verdict().kind() == PointKind.MAXIMUM) {
            // Only where the way down is too shallow for f = O(1) to show it: a unit step would gain less than its
            // rounding.
            assertThat(result.verdict().smallestEigenvalue()).as("%s", result).isBetween(-1e-15, 0.0);
        }
        if (result.status() != Status.NOT_FINITE) {
            assertThat(result.value()).as("%s", result).isLessThanOrEqualTo(objective.value(Nd4j.create(x0)));
        }
        if (!problem.endings().isEmpty()) {
            boolean converged = result.status() == Status.CONVERGED;
            assertThat(problem.endings())
                    .as("%s", result)
                    .contains(
                            converged
                                    ? result.verdict().kind().word()
                                    : result.status().word());
        }
        if (solver.equals("nearly exact")
                && start.equals("standard")
                && problem.endings().isEmpty()) {
            assertReachesAKnownMinimum(problem, result);
        }
    }

    private static void assertReachesAKnownMinimum(Problem problem, Result result) {
        assertThat(result.status() == Status.CONVERGED)
                .as("%s", result)
                .isEqualTo(!BEYOND_ROUNDING.contains(problem.name()));
        assertThat(problem.stationaryPoints())
                .as("%s", result)
                .filteredOn(
                        point -> point.kind().equals("minimum") || point.kind().equals("degenerate"))
                // Converged values are exact to 1e-9 or so; the listed values of one problem are further apart.
                .anyMatch(point ->
                        Math.abs(point.value() - result.value()) <= 1e-6 * Math.max(1, Math.abs(point.value())));
    }
}
