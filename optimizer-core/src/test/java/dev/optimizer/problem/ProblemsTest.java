package dev.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaLeastSquares;
import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeCheck;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What must hold of every file in the catalogue. */
class ProblemsTest {
    /** Coordinates are given to ten digits at least. */
    private static final double DIGITS = 1e-10;

    static Stream<Problem> problems() {
        return Problems.names().stream().map(name -> Problems.named(name).orElseThrow());
    }

    /** Every problem at its defaults and, where it has parameters, at two other values of the first. */
    static Stream<Problem> variants() {
        return problems()
                .flatMap(problem -> problem.parameters().isEmpty()
                        ? Stream.of(problem)
                        : Stream.of(problem, with(problem, least(problem)), with(problem, next(problem))));
    }

    private static Problem with(Problem problem, int value) {
        return Problems.named(problem.name(), Map.of(problem.parameters().get(0).name(), value))
                .orElseThrow();
    }

    private static int least(Problem problem) {
        return problem.parameters().get(0).min();
    }

    private static int next(Problem problem) {
        Parameter first = problem.parameters().get(0);
        return Math.min(first.value() + first.step(), first.max());
    }

    @Test
    void namesAreSortedAndUnknownOnesAreEmpty() {
        assertThat(Problems.names()).isSorted().doesNotHaveDuplicates().contains("rosenbrock", "quartic");
        assertThat(Problems.named("rosenbrok")).isEmpty();
        assertThat(Problems.named("../catalogue")).isEmpty();
    }

    @Test
    void allOfMoreGarbowAndHillstromAreThere() {
        List<String> sources = problems().map(Problem::source).toList();
        for (int number = 1; number <= 35; number++) {
            String problem = "More, Garbow, Hillstrom 1981, problem " + number;
            assertThat(sources).filteredOn(source -> source.endsWith(problem)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyProblemIsWhole(Problem problem) {
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.source()).isNotBlank();
        assertThat(problem.starts()).isNotEmpty();
        problem.starts()
                .values()
                .forEach(x ->
                        assertThat((long) x.size()).isEqualTo(problem.formula().dimension()));
        assertThat(problem.stationaryPoints())
                .extracting(Problem.StationaryPoint::name)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void whatARunMayComeToIsDeclaredOrAMinimumIsKnown(Problem problem) {
        List<String> words = Stream.concat(
                        Stream.of(Status.values()).map(Status::word),
                        Stream.of(PointKind.values()).map(PointKind::word))
                .toList();
        assertThat(words).containsAll(problem.endings());
        if (problem.endings().isEmpty()) {
            assertThat(problem.limits())
                    .allSatisfy(limit -> assertThat(limit.value())
                            .isGreaterThan(problem.globalMinimum().orElseThrow().value()));
            assertThat(problem.globalMinimum()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void functionAndGradientAreFiniteAtEveryStart(Problem problem) {
        if (problem.endings().contains("not-finite")) {
            return;
        }
        FormulaObjective objective = problem.objective();
        problem.starts().forEach((start, x) -> {
            Vector gradient = Vector.zeros(x.size());
            assertThat(objective.gradient(array(x), gradient.array())).as(start).isFinite();
            assertThat(gradient.normInf()).as(start).isFinite();
        });
    }

    @ParameterizedTest
    @CsvFileSource(resources = "values-at-starts.csv", numLinesToSkip = 2)
    void valuesAtTheStartsAreThoseOfTheDefinitions(String name, String start, double value) {
        Problem problem = Problems.named(name).orElseThrow();

        // Residuals that cancel lose digits; squares of 1e-16, where the start is the solution, are noise.
        assertThat(problem.objective().value(array(problem.starts().get(start))))
                .isCloseTo(value, within(1e-12 * value + 1e-29));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void halfTheSumOfTheSquaredResidualsIsHalfTheFunction(Problem problem) {
        if (problem.residuals().isEmpty()) {
            return;
        }
        FormulaLeastSquares residuals =
                FormulaLeastSquares.of(problem.residuals().get());
        FormulaObjective objective = problem.objective();
        problem.starts().forEach((start, x) -> {
            double value = objective.value(array(x));
            // The terms are the same and all positive; only the order of summation differs.
            assertThat(2 * residuals.value(array(x))).as(start).isCloseTo(value, within(1e-12 * value));
        });
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyStationaryPointIsWhatItSays(Problem problem) {
        FormulaObjective objective = problem.objective();
        int n = Math.toIntExact(problem.formula().dimension());
        for (Problem.StationaryPoint point : problem.stationaryPoints()) {
            if (point.at().isEmpty()) {
                continue;
            }
            Vector x = Vector.copyOf(array(point.at()));
            Vector g = Vector.zeros(n);
            Matrix h = Matrix.zeros(n);
            double value = objective.gradient(x.array(), g.array());
            objective.hessian(x.array(), h.array());
            SymmetricEigen eigen = new SymmetricEigen(n);
            eigen.decompose(h);
            double error = Math.max(1, x.normInf()) * DIGITS;
            // To first order ∇f is off by ‖H‖ times the error, f by the square of it and by residuals that cancel.
            double slope = eigen.norm() * error;

            assertThat(g.normInf()).as("gradient at %s", point.name()).isLessThanOrEqualTo(slope);
            assertThat(value)
                    .as(point.name())
                    .isCloseTo(point.value(), within(slope * error + DIGITS * Math.abs(point.value())));
            assertThat(Verdict.of(objective, x.array(), slope).kind().word())
                    .as(point.name())
                    .isEqualTo(point.kind());
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void derivativesAreRightAtTheDeclaredStarts(Problem problem) {
        if (problem.endings().contains("not-finite")) {
            return;
        }
        problem.starts().forEach((start, x) -> {
            // Multiples of a start are far out, where differences of f are rounding errors.
            if (!start.startsWith("times-")) {
                assertThat(DerivativeCheck.at(problem.objective(), Vector.copyOf(array(x)))
                                .passed())
                        .as(start)
                        .isTrue();
            }
        });
    }

    @Test
    void parametersAreTakenAndRefused() {
        Problem valleys = Problems.named("extended-rosenbrock", Map.of("n", 6)).orElseThrow();
        assertThat(valleys.starts().get("standard")).containsExactly(-1.2, 1.0, -1.2, 1.0, -1.2, 1.0);
        assertThat(valleys.parameters()).containsExactly(new Parameter("n", 6, 2, 1000000, 2));

        assertThatThrownBy(() -> Problems.named("extended-rosenbrock", Map.of("n", 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("n must be 2 to 1000000 in steps of 2: 5");
        assertThatThrownBy(() -> Problems.named("linear-full-rank", Map.of("n", 4, "m", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("m must be 5 to 1000000: 3");
        assertThatThrownBy(() -> Problems.named("chebyquad", Map.of("k", 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown parameter 'k'; known: n, m");
        assertThatThrownBy(() -> Problems.named("beale", Map.of("n", 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown parameter 'n'; it has none");
    }

    @Test
    void multiplesOfTheZeroStartAreTheFactorsThemselves() {
        Map<String, List<Double>> starts =
                Problems.named("watson", Map.of("n", 2)).orElseThrow().starts();
        assertThat(starts)
                .containsOnly(
                        Map.entry("standard", List.of(0.0, 0.0)),
                        Map.entry("times-10", List.of(10.0, 10.0)),
                        Map.entry("times-100", List.of(100.0, 100.0)));
    }

    private static INDArray array(List<Double> elements) {
        return Nd4j.create(elements.stream().mapToDouble(v -> v).toArray());
    }
}
