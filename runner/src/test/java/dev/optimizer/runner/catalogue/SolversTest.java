package dev.optimizer.runner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Solver;
import dev.optimizer.solver.Status;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** What a config's words make. */
class SolversTest {
    private static Solver solver(String yaml) {
        return Solvers.create(Experiments.read(Experiments.QUARTIC.replace("{type: newton}", yaml))
                .solvers()
                .get(1)
                .method());
    }

    private static Result minimize(String yaml, String formula, double... x0) {
        return new Minimizer(solver(yaml)).minimize(FormulaObjective.of(formula), Nd4j.create(x0));
    }

    static Stream<String> types() {
        return Solvers.declarations().stream().map(Section::name);
    }

    /** The defaults are good: the textbook's quartic is solved within the iterations that a run has by default. */
    @ParameterizedTest
    @MethodSource("types")
    void everyTypeRunsAlone(String type) {
        Result result = minimize(type, "3*x^4 - 4*x^3 - 12*x^2", -0.5);

        assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
        assertThat(result.verdict().kind()).as("%s", result).isEqualTo(PointKind.MINIMUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: gradient-descent, line_search: fixed, step: 0.2}",
                "{type: gradient-descent, line_search: exact}",
                "{type: gradient-descent, line_search: exact, step: 0.1}",
                "{type: gradient-descent, line_search: {type: armijo, memory: 5}}",
                "{type: gradient-descent, line_search: strong-wolfe}",
                "{type: gradient-descent, line_search: hager-zhang}",
                "{type: gradient-descent, line_search: barzilai-borwein}",
                "{type: gradient-descent, line_search: {type: barzilai-borwein, formula: long, memory: 1}}",
                "{type: gradient-descent, line_search: {type: barzilai-borwein, formula: short}}",
                "{type: gradient-descent, momentum: 0.9}",
                "{type: gradient-descent, momentum: 0.9, nesterov: true, line_search: fixed}",
                "{type: gradient-descent, nesterov: true, step: 0.25}",
                "{type: gradient-descent, nesterov: false, line_search: armijo}",
                "{type: gradient-descent, schedule: constant, step: 0.01}",
                "{type: sgd, step: 0.02, schedule: {type: inverse-time, period: 1000}}",
                "{type: sgd, step: 0.2, schedule: inverse-sqrt}",
                "{type: sgd, step: 0.02, schedule: {type: step-decay, factor: 0.9}}",
                "{type: sgd, step: 0.02, schedule: cosine, momentum: 0.5}",
                "{type: adam, step: 0.05, schedule: cosine}",
                "{type: adagrad, epsilon: 1e-6}",
                "{type: rmsprop, decay: 0.99}",
                "{type: newton-cg, line_search: armijo, escape_saddles: false}"
            })
    void everyOptionMakesASolver(String yaml) {
        Result result = minimize(yaml, "(x - 1)^2 + 2*(y + 1)^2", 0.5, 2);

        assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
    }

    @Test
    void optionsReachTheSolver() {
        String nesterov = minimize("{type: gradient-descent, nesterov: true, step: 0.01}", "x^2 + 9*y^2", 3, 1)
                .toString();

        assertThat(minimize("{type: gradient-descent, step: 0.01}", "x^2 + 9*y^2", 3, 1))
                .asString()
                .isNotEqualTo(nesterov);
        assertThat(minimize("{type: gradient-descent, nesterov: true, momentum: 0.5, step: 0.01}", "x^2 + 9*y^2", 3, 1))
                .asString()
                .isNotEqualTo(nesterov);
        assertThat(minimize("{type: newton-cg, escape_saddles: false}", "x^2 - y^2 + y^4", 0, 0)
                        .iterations())
                .isZero();
        assertThat(minimize("newton-cg", "x^2 - y^2 + y^4", 0, 0).verdict().kind())
                .isEqualTo(PointKind.MINIMUM);
        assertThat(minimize("newton", "x^2 - y^2 + y^4", 0, 0).verdict().kind()).isEqualTo(PointKind.SADDLE);
    }

    @ParameterizedTest
    @CsvSource({
        "momentum: 0.9, armijo, momentum",
        "nesterov: true, exact, nesterov",
        "schedule: inverse-sqrt, barzilai-borwein, schedule",
        "schedule: constant, strong-wolfe, schedule"
    })
    void whatNeedsFixedStepsDoesNotGoWithASearch(String option, String search, String name) {
        assertThatThrownBy(() -> solver("{type: gradient-descent, " + option + ", line_search: " + search + "}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " goes with fixed steps; leave it out, or leave line_search: " + search + " out");
    }
}
