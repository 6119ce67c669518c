package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quasi-Newton methods and conjugate gradients as a config asks for them. */
class GradientMethodsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bfgs",
                "l-bfgs",
                "conjugate-gradient",
                "{type: bfgs, line_search: hager-zhang}",
                "{type: bfgs, line_search: armijo, step: 1}",
                "{type: bfgs, line_search: {type: strong-wolfe, c2: 0.5}}",
                "{type: l-bfgs, memory: 1, line_search: {type: hager-zhang, delta: 0.05, sigma: 0.4}}",
                "{type: conjugate-gradient, beta: polak-ribiere-plus}",
                "{type: conjugate-gradient, beta: fletcher-reeves}",
                "{type: conjugate-gradient, beta: hestenes-stiefel, line_search: hager-zhang}",
                "{type: conjugate-gradient, beta: dai-yuan}"
            })
    void everySolverMinimisesBealesFunction(String solver) throws IOException {
        assertThat(run(solver).exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void memoryIsAtLeastOne() throws IOException {
        Session session = run("{type: l-bfgs, memory: 0}");

        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.err()).contains("memory must be");
    }

    private Session run(String solver) throws IOException {
        Path config = Files.writeString(folder.resolve("beale.yaml"), """
                version: 1
                name: beale
                problem:
                  formula: (1.5 - x*(1 - y))^2 + (2.25 - x*(1 - y^2))^2 + (2.625 - x*(1 - y^3))^2
                  starts: {standard: {x: 1, y: 1}}
                solvers: {tested: %s}
                expect:
                  - {status: converged, value: {near: 0, tolerance: 1e-15}, point: minimum}
                """.formatted(solver));
        return Session.run("run", config, "--out", folder.resolve("results"));
    }
}
