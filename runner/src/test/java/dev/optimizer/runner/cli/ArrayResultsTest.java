package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, judged and shown when variables are vectors and matrices. */
class ArrayResultsTest {
    /** ½‖w - c‖² + ½‖U‖²: Newton's method needs one step from anywhere. */
    private static final String CONFIG = """
            version: 1
            name: arrays
            problem:
              variables: {x: scalar, w: 2, U: [1, 2]}
              data: {c: {csv: c.csv}}
              formula: (x^2 + sum((w - c.value).^2) + norm2(U)^2)/2
              starts: {far: {x: 1, w: [2, 3], U: [[4, 5]]}}
            solvers: {newton: newton}
            expect:
              - at: {w: [10, 20], U: [[0, 0]], tolerance: 1e-12}
                gradient: {x: 1, w: [-8, -17], U: [[4, 5]], tolerance: 0}
                hessian: [[1, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 0, 1, 0], [0, 0, 0, 0, 1]]
            """;

    @TempDir
    private Path folder;

    private Path write(String config) throws IOException {
        Files.writeString(folder.resolve("c.csv"), "value\n10\n20\n");
        return Files.writeString(folder.resolve("arrays.yaml"), config);
    }

    private List<String> run(String config) throws IOException {
        Session session = Session.run(write(config), "--out", folder);
        assertThat(session.exit()).as(session.out() + session.err()).isEqualTo(ExitCode.OK);
        return Files.readAllLines(folder.resolve("arrays/runs.csv"));
    }

    @Test
    void everyEntryHasAColumn() throws IOException {
        List<String> runs = run(CONFIG);
        assertThat(runs.get(0)).endsWith(",seconds,x,w_1,w_2,U_1_1,U_1_2");
        assertThat(runs.get(1)).endsWith(",0,10,20,0,0");
        try (Stream<Path> traces = Files.list(folder.resolve("arrays/traces"))) {
            List<String> trace = Files.readAllLines(traces.findFirst().orElseThrow());
            assertThat(trace.get(0)).endsWith(",seconds,x,w_1,w_2,U_1_1,U_1_2");
            assertThat(trace.get(1)).endsWith(",1,2,3,4,5");
        }
    }

    @Test
    void theManifestHoldsShapesAndHashes() throws IOException {
        run(CONFIG);
        assertThat(folder.resolve("arrays/manifest.json"))
                .content()
                .contains("\"U\" : \"1×2 matrix\"", "\"c.value\" : {", "\"file\" : \"c.csv\"")
                // sha256sum of the file's text.
                .contains("bd72e5ec03385b58f772df113c03953f7e26fe327477d9cabefa56e96f14d1d3");
    }

    @Test
    void aThousandEntriesAreWrittenAndMoreAreNot() throws IOException {
        String many = """
                version: 1
                name: arrays
                problem: {variables: {w: %d}, formula: sum(w.^2), starts: {a: {fill: 1}}}
                solvers: {descent: {type: gradient-descent, line_search: fixed, step: 0.5}}
                """;
        assertThat(run(many.formatted(1000)).get(0)).endsWith(",w_999,w_1000");
        assertThat(run(many.formatted(1001)).get(0)).endsWith(",seconds");
        assertThat(folder.resolve("arrays/manifest.json")).content().contains("\"entries\" : 1001");
        try (Stream<Path> traces = Files.list(folder.resolve("arrays/traces"))) {
            assertThat(Files.readAllLines(traces.findFirst().orElseThrow()).get(0))
                    .endsWith(",seconds");
        }
    }

    @Test
    void aWrongEntryIsNamed() throws IOException {
        Path config = write(CONFIG.replace("w: [10, 20], U: [[0, 0]]", "w: [10, 21], U: [[0, 1]]")
                .replace("w: [-8, -17]", "w: [-8, -18]"));
        Session session = Session.run(config, "--out", folder);
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(session.err())
                .contains("w_2 is 20, wanted 21 within 1e-12; U_1_2 is 0, wanted 1 within 1e-12")
                .contains("∂f/∂w_2 is -17, wanted -18 within 0");
    }

    @Test
    void residualsAreMinimisedAsHalfTheirSquares() throws IOException {
        List<String> runs = run("""
                version: 1
                name: arrays
                problem:
                  variables: {w: 2}
                  residuals: "[w[1] - 1, 2*w[2], w[1] + 1]"
                  starts: {a: [3, 1]}
                solvers: {newton: newton}
                expect:
                  # ½((w₁ - 1)² + 4·w₂² + (w₁ + 1)²) = w₁² + 1 + 2·w₂²
                  - gradient: {w: [6, 4], tolerance: 1e-15}
                    hessian: [[2, 0], [0, 4]]
                    value: {near: 1, tolerance: 1e-15}
                    point: minimum
                """);
        assertThat(runs).hasSize(2);
    }

    @Test
    void inspectShowsVectorsInBrackets() throws IOException {
        Path config = write(CONFIG);
        assertThat(Session.run("inspect", config).out())
                .startsWith("at           x = 1, w = [2, 3], U = [[4, 5]]\n")
                .contains("gradient     x = 1, w = [-8, -17], U = [[4, 5]]\n", "·(w_2 - 3)", "·(U_1_2 - 5)²")
                .contains("derivatives  agree with central differences");
        assertThat(Session.run("inspect", config, "--at", "U=[[1,2]],w=[pi,2],x=0")
                        .out())
                .startsWith("at           x = 0, w = [3.141592653589793, 2], U = [[1, 2]]\n");
        assertThat(Session.run("inspect", config, "--at", "x=1,w=[1,2,3],U=[[1,2]]")
                        .message())
                .isEqualTo("--at x=1,w=[1,2,3],U=[[1,2]]: w is a vector of 2, but '[1,2,3]' is a vector of 3");
        assertThat(Session.run("inspect", config, "--at", "w").message())
                .isEqualTo("--at w: write variable=value, as in --at x=0,w=[…],U=[[…],…]");
    }

    @Test
    void inspectCutsWhatIsLong() throws IOException {
        String text = """
                version: 1
                problem: {variables: {w: %d}, formula: sum(w.^2), starts: {a: {fill: 1}}}
                solvers: {newton: newton}
                """;
        assertThat(Session.run("inspect", write(text.formatted(12))).out())
                .contains("at           w = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, …] (vector of 12)\n", "… (12×12)\n")
                .contains("eigenvalues  2  2  2  2  2  2  2  2  2  2  …\n")
                .contains("model        not written out: 12 entries, more than 10\n");
        Path large = write(text.formatted(501));
        assertThat(Session.run("inspect", large).out())
                .contains("Hessian      not computed: 501 entries, more than 500\n")
                .contains("derivatives  agree with central differences (∇f to ");
        assertThat(Session.run("inspect", large, "--json").out())
                .contains("\"w_501\"", "\"hessian\" : null", "\"eigenvalues\" : null", "\"passed\" : true");
    }
}
