package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

/** Every direction with every step rule on every start of every problem: whatever is claimed has to be true. */
class ConformanceTest {
    private static final Map<String, Supplier<LineSearchSolver>> SOLVERS = Map.of(
            "descent armijo", LineSearchSolver::gradientDescent,
            "descent wolfe", () -> LineSearchSolver.of(new SteepestDescent(), new MoreThuente(1e-4, 0.1)),
            "descent fixed", () -> LineSearchSolver.of(new SteepestDescent(), new FixedStep(), 1e-4),
            "newton flip armijo", LineSearchSolver::newton,
            "newton shift armijo", () -> newton(HessianModification.SHIFT, new ArmijoBacktracking()),
            "newton flip wolfe", () -> newton(HessianModification.FLIP, new MoreThuente()),
            "newton shift wolfe", () -> newton(HessianModification.SHIFT, new MoreThuente()),
            "newton pure", LineSearchSolver::pureNewton);

    /** Runs that end at a saddle: they start on the line that leads into it, which only noise or curvature leaves. */
    private static final Set<String> INTO_THE_SADDLE = Set.of("double-well from saddle", "double-well from axis");

    static Stream<Arguments> runs() {
        return SOLVERS.keySet().stream()
                .sorted()
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

        Result result = new Minimizer(SOLVERS.get(solver).get()).minimize(objective, Nd4j.create(x0));

        assertThat(result.status() == Status.CONVERGED).as("%s", result).isEqualTo(result.gradientNorm() <= 1e-8);
        assertThat(result.verdict().kind() == PointKind.NOT_STATIONARY)
                .as("%s", result)
                .isEqualTo(result.status() != Status.CONVERGED);
        if (result.status() == Status.CONVERGED) {
            assertKindIsKnown(problem, result);
        } else {
            assertThat(result.value()).isLessThanOrEqualTo(objective.value(Nd4j.create(x0)));
        }
        if (solver.startsWith("newton") && !solver.equals("newton pure")) {
            assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
            boolean saddle = INTO_THE_SADDLE.contains(problemName + " from " + start);
            assertThat(result.verdict().kind() == PointKind.SADDLE)
                    .as("%s", result)
                    .isEqualTo(saddle);
        }
    }

    /** A stationary value that the catalogue lists has to be of the kind that the catalogue says. */
    private static void assertKindIsKnown(Problem problem, Result result) {
        problem.stationaryPoints().stream()
                // Converged values are exact to 1e-12 or so; the listed values of one problem are far apart.
                .filter(point ->
                        Math.abs(point.value() - result.value()) <= 1e-6 * Math.max(1, Math.abs(point.value())))
                .forEach(point -> assertThat(result.verdict().kind().word())
                        .as("%s: %s", point.name(), result)
                        .isEqualTo(point.kind()));
    }

    private static LineSearchSolver newton(HessianModification modification, StepRule rule) {
        return LineSearchSolver.of(new Newton(modification), rule);
    }
}
