package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every exit code, made to happen; 130 has {@link InterruptIT}. */
class ExitCodesIT {
    @TempDir
    private Path folder;

    private Path baseline;

    @BeforeEach
    void copyAnExperimentWithItsBaseline() throws IOException {
        Files.copy(Jar.configs().resolve("quartic.yaml"), folder.resolve("quartic.yaml"));
        baseline = folder.resolve("results/baseline/quartic.csv");
        Files.createDirectories(baseline.getParent());
        Files.copy(RegressionIT.baselines().resolve("quartic.csv"), baseline);
    }

    @Test
    void zeroWhenAllIsGood() throws Exception {
        assertEnding(0, "all good", "quartic.yaml");
        assertEnding(0, "all good", "baseline", "quartic.yaml");
        assertThat(Jar.in(folder)
                        .run("compare", "results/quartic", "results/quartic")
                        .exit())
                .isZero();
    }

    @Test
    void twoForWhatTheCommandLineAsksFor() throws Exception {
        assertEnding(2, "usage", "missing.yaml");
        assertEnding(2, "usage", "compare", "results", "results");
        Files.writeString(baseline, "problem\n");
        assertEnding(2, "usage", "baseline", "quartic.yaml");
    }

    @Test
    void tenForAnExpectationThatFailed() throws Exception {
        edit(folder.resolve("quartic.yaml"), "near: -32,", "near: -31,");
        assertEnding(10, "an expectation failed", "quartic.yaml");
    }

    @Test
    void elevenForAResultThatIsNotWhatItWas() throws Exception {
        edit(
                baseline,
                "quartic,left,newton,1,converged,gradient_norm,6,",
                "quartic,left,newton,1,converged,gradient_norm,5,");
        Jar.Finished finished = assertEnding(11, "baseline regression", "baseline", "quartic.yaml");
        assertThat(finished.out()).contains("\nquartic left newton  iterations         5    6           1        0\n");
    }

    @Test
    void twelveForABaselineThatIsMissing() throws Exception {
        Files.delete(baseline);
        assertEnding(12, "baseline missing", "baseline", "quartic.yaml");
        assertEnding(0, "all good", "baseline", "--update", "quartic.yaml");
        assertThat(baseline).hasSameTextualContentAs(RegressionIT.baselines().resolve("quartic.csv"));
    }

    @Test
    void thirteenForResultsThatCannotBeWritten() throws Exception {
        Jar.in(folder).run("quartic.yaml");
        String id = Files.readAllLines(folder.resolve("results/quartic/runs.csv"))
                .get(1)
                .split(",")[0];
        Files.createDirectories(folder.resolve("results/quartic/traces/." + id + ".csv.part/in the way"));
        assertEnding(13, "a run crashed", "quartic.yaml");
    }

    @Test
    void fourteenForAnInvalidConfig() throws Exception {
        edit(folder.resolve("quartic.yaml"), "version: 1", "version: 2");
        assertEnding(14, "config invalid", "quartic.yaml");
        assertEnding(14, "config invalid", "baseline", "quartic.yaml");
    }

    private Jar.Finished assertEnding(int code, String meaning, Object... args) throws Exception {
        Jar.Finished finished = Jar.in(folder).run(args);
        assertThat(finished.exit()).as(finished.err()).isEqualTo(code);
        assertThat(finished.lastLine()).isEqualTo("exit " + code + ": " + meaning);
        return finished;
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }
}
