package dev.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.DerivativeCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;

class ProblemsTest {
    static List<String> names() {
        return Problems.names();
    }

    @Test
    void namesAreSortedAndUnknownOnesAreEmpty() {
        assertThat(Problems.names()).isSorted().contains("rosenbrock", "quartic");
        assertThat(Problems.named("rosenbrok")).isEmpty();
        assertThat(Problems.named("../catalogue")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyProblemIsWhole(String name) {
        Problem problem = Problems.named(name).orElseThrow();

        assertThat(problem.name()).isEqualTo(name);
        assertThat(problem.title()).isNotBlank();
        assertThat(problem.source()).isNotBlank();
        assertThat(problem.starts()).isNotEmpty();
        assertThat(problem.globalMinimum()).isPresent();
        problem.starts()
                .values()
                .forEach(
                        x -> assertThat(x).hasSize(problem.formula().variables().size()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyStationaryPointIsWhatItSays(String name) {
        Problem problem = Problems.named(name).orElseThrow();
        FormulaObjective objective = problem.objective();
        int n = problem.formula().variables().size();
        for (Problem.StationaryPoint point : problem.stationaryPoints()) {
            Vector x = vector(point.at());
            Vector g = Vector.zeros(n);
            Matrix h = Matrix.zeros(n);
            double value = objective.gradient(x.array(), g.array());
            objective.hessian(x.array(), h.array());
            SymmetricEigen eigen = new SymmetricEigen(n);
            eigen.decompose(h);

            // Coordinates are given to ten digits at least, so that ∇f is off by ‖H‖·‖x‖·1e-10.
            double size = eigen.norm() * Math.max(1, x.normInf()) * 1e-10;
            assertThat(g.normInf()).as("gradient at %s", point.name()).isLessThanOrEqualTo(size);
            assertThat(value).as(point.name()).isCloseTo(point.value(), within(1e-6));
            boolean positive = eigen.values().get(0) > 0;
            boolean negative = eigen.values().get(n - 1) < 0;
            String kind = eigen.norm() == 0 ? "degenerate" : positive ? "minimum" : negative ? "maximum" : "saddle";
            assertThat(kind).as(point.name()).isEqualTo(point.kind());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void derivativesAreRightAtEveryStart(String name) {
        Problem problem = Problems.named(name).orElseThrow();

        problem.starts()
                .forEach((start, x) -> assertThat(DerivativeCheck.at(problem.objective(), vector(x))
                                .passed())
                        .as(start)
                        .isTrue());
    }

    private static Vector vector(List<Double> elements) {
        return Vector.copyOf(Nd4j.create(elements.stream().mapToDouble(v -> v).toArray()));
    }
}
