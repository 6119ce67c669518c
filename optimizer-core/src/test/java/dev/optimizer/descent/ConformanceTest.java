package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import java.util.List;
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
    private static final Map<String, Supplier<LineSearchSolver>> SOLVERS = Map.ofEntries(
            Map.entry("descent armijo", LineSearchSolver::gradientDescent),
            Map.entry("descent wolfe", () -> LineSearchSolver.of(new SteepestDescent(), new MoreThuente(1e-4, 0.1))),
            Map.entry("descent fixed", () -> LineSearchSolver.of(new SteepestDescent(), new FixedStep(), 1e-4)),
            Map.entry("bfgs wolfe", LineSearchSolver::bfgs),
            Map.entry("bfgs hager-zhang", () -> LineSearchSolver.of(new Bfgs(), new HagerZhang())),
            Map.entry("bfgs armijo", () -> LineSearchSolver.of(new Bfgs(), new ArmijoBacktracking())),
            Map.entry("l-bfgs wolfe", LineSearchSolver::lbfgs),
            Map.entry("l-bfgs hager-zhang", () -> LineSearchSolver.of(new LimitedMemoryBfgs(), new HagerZhang())),
            Map.entry("cg hager-zhang", LineSearchSolver::conjugateGradient),
            Map.entry("cg polak-ribiere", () -> conjugateGradient(Beta.POLAK_RIBIERE_PLUS)),
            Map.entry("cg fletcher-reeves", () -> conjugateGradient(Beta.FLETCHER_REEVES)),
            Map.entry("cg hestenes-stiefel", () -> conjugateGradient(Beta.HESTENES_STIEFEL)),
            Map.entry("cg dai-yuan", () -> conjugateGradient(Beta.DAI_YUAN)),
            Map.entry("newton flip armijo", LineSearchSolver::newton),
            Map.entry("newton shift armijo", () -> newton(HessianModification.SHIFT, new ArmijoBacktracking())),
            Map.entry("newton flip wolfe", () -> newton(HessianModification.FLIP, new MoreThuente())),
            Map.entry("newton shift wolfe", () -> newton(HessianModification.SHIFT, new MoreThuente())),
            Map.entry("newton pure", LineSearchSolver::pureNewton),
            Map.entry("newton cg", LineSearchSolver::newtonCg),
            Map.entry("newton cg armijo", () -> LineSearchSolver.of(new NewtonCg(), new ArmijoBacktracking())),
            Map.entry("descent exact", () -> LineSearchSolver.of(new SteepestDescent(), new ExactStep())),
            Map.entry(
                    "descent nonmonotone",
                    () -> LineSearchSolver.of(new SteepestDescent(), new ArmijoBacktracking(1e-4, 10))),
            Map.entry(
                    "descent barzilai-borwein",
                    () -> LineSearchSolver.of(new SteepestDescent(), new BarzilaiBorwein())),
            Map.entry("heavy ball", () -> LineSearchSolver.of(new HeavyBall(0.9), new FixedStep())),
            Map.entry("nesterov", () -> LineSearchSolver.of(new Nesterov(), new FixedStep())),
            Map.entry("adam", LineSearchSolver::adam),
            Map.entry("adagrad", () -> LineSearchSolver.of(new AdaGrad(), new FixedStep(), 1)),
            Map.entry("rmsprop", () -> LineSearchSolver.of(new RmsProp(), new FixedStep(), 0.01)),
            Map.entry(
                    "sgd", () -> LineSearchSolver.of(new SteepestDescent(), new FixedStep(Schedule.inverseTime(100)))));

    /** Solvers without a line search, which may end anywhere, as long as they say where. */
    private static final Set<String> UNGUARDED =
            Set.of("descent fixed", "newton pure", "heavy ball", "nesterov", "adam", "adagrad", "rmsprop", "sgd");

    /**
     * Where damped Newton methods have to converge, for they do on every smooth function of few variables that is
     * scaled like these and does not lead to infinity.
     */
    private static final Set<String> EASY = Set.of(
            "beale",
            "brown-dennis",
            "double-well",
            "flat-minimum",
            "freudenstein-roth",
            "himmelblau",
            "quartic",
            "rosenbrock",
            "wood");

    /** Runs that end at a saddle: they start on the line that leads into it, which only noise leaves, or Newton-CG. */
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

        Result result = new Minimizer(SOLVERS.get(solver).get())
                .stop(StoppingRules.defaults().withIterations(UNGUARDED.contains(solver) ? 200 : 1000))
                .minimize(objective, Nd4j.create(x0));

        assertThat(result.status() == Status.CONVERGED).as("%s", result).isEqualTo(result.gradientNorm() <= 1e-8);
        assertThat(result.verdict().kind() == PointKind.NOT_STATIONARY)
                .as("%s", result)
                .isEqualTo(result.status() != Status.CONVERGED);
        boolean slow = solver.startsWith("descent") && result.status() == Status.BUDGET;
        if (!problem.endings().isEmpty() && !UNGUARDED.contains(solver) && !slow) {
            String ending = result.status() == Status.CONVERGED
                    ? result.verdict().kind().word()
                    : result.status().word();
            assertThat(problem.endings()).as("%s", result).contains(ending);
        }
        if (result.status() == Status.CONVERGED) {
            assertKindIsKnown(problem, result);
        } else if (result.status() != Status.NOT_FINITE) {
            assertThat(result.value()).isLessThanOrEqualTo(objective.value(Nd4j.create(x0)));
        }
        if (solver.startsWith("newton")
                && !UNGUARDED.contains(solver)
                && EASY.contains(problemName)
                && !start.startsWith("times-")) {
            assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
            boolean saddle =
                    INTO_THE_SADDLE.contains(problemName + " from " + start) && !solver.startsWith("newton cg");
            assertThat(result.verdict().kind() == PointKind.SADDLE)
                    .as("%s", result)
                    .isEqualTo(saddle);
        }
    }

    /**
     * From every standard start BFGS comes to a minimum. Only Meyer's gradient cannot be computed to 10⁻⁸, where Newton's method
     * stops at 10⁻⁴: whether a search fails there or the iterations run out is rounding, and the value is right all the same.
     */
    @ParameterizedTest
    @MethodSource("standardProblems")
    void bfgsReachesAMinimumFromTheStandardStart(Problem problem) {
        double[] x0 =
                problem.starts().get("standard").stream().mapToDouble(v -> v).toArray();

        Result result = new Minimizer(LineSearchSolver.bfgs()).minimize(problem.objective(), Nd4j.create(x0));

        boolean meyer = problem.name().equals("meyer");
        if (meyer) {
            assertThat(result.status()).as("%s", result).isIn(Status.STALLED, Status.BUDGET);
            assertThat(result.value()).isCloseTo(87.94585517, within(1e-8));
        } else {
            assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
            assertThat(result.verdict().kind()).as("%s", result).isIn(PointKind.MINIMUM, PointKind.DEGENERATE);
        }
    }

    static Stream<Problem> standardProblems() {
        return Problems.names().stream()
                .map(name -> Problems.named(name).orElseThrow())
                .filter(problem -> problem.source().contains("Garbow"));
    }

    /** A stationary point that the catalogue lists has to be of the kind that the catalogue says. */
    private static void assertKindIsKnown(Problem problem, Result result) {
        problem.stationaryPoints().stream()
                .filter(point -> isAt(point.at(), result))
                .forEach(point -> assertThat(result.verdict().kind().word())
                        .as("%s: %s", point.name(), result)
                        .isEqualTo(point.kind()));
    }

    /** Whether a run came so close to a point that the Hessian there is that of the point. */
    private static boolean isAt(List<Double> point, Result result) {
        double distance = 0;
        double size = 1e-3;
        for (int i = 0; i < point.size(); i++) {
            distance = Math.max(distance, Math.abs(point.get(i) - result.x().getDouble(i)));
            size = Math.max(size, Math.abs(point.get(i)));
        }
        return !point.isEmpty() && distance <= 1e-8 * size;
    }

    private static LineSearchSolver conjugateGradient(Beta beta) {
        return LineSearchSolver.of(new ConjugateGradient(beta), new MoreThuente(1e-4, 0.1));
    }

    private static LineSearchSolver newton(HessianModification modification, StepRule rule) {
        return LineSearchSolver.of(new Newton(modification), rule);
    }
}
