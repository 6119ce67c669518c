package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --jobs}, {@code --fail-fast}, {@code --keep-going}. */
class RunOptionsTest {
    private static final String THREE = """
            version: 1
            name: three
            problem: {formula: x^2, starts: {a: 1, b: 2, c: 3}}
            solvers: {newton: newton}
            expect:
              - {for: {start: b}, value: {min: 1}}
              - {for: {start: c}, status: converged}
            """;

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void write() throws IOException {
        config = Files.writeString(folder.resolve("three.yaml"), THREE);
    }

    @Test
    void failFastStopsAfterTheFirstRunThatFailsACheck() throws IOException {
        Session session = run("--fail-fast", "--jobs", "1");
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(session.err()).contains("[2/3] three-b-").doesNotContain("[3/3]", "no run matches");
        assertThat(session.err()).contains("three.yaml:6:23: three-b-newton-").contains(", wanted at least 1");
        assertThat(session.out())
                .contains(
                        "\nthree: 2 of 3 runs done, 1 not run after a failure (--fail-fast); 0 of 1 checks passed, 1 expectation not judged; ");
        assertThat(Files.readAllLines(folder.resolve("out/three/runs.csv"))).hasSize(3);
        assertThat(folder.resolve("out/three/manifest.json")).content().contains("\"exit_code\" : 10");
    }

    @Test
    void failFastLeavesOutTheOtherExperiments() throws IOException {
        Path other = Files.writeString(folder.resolve("z.yaml"), THREE.replace("name: three", "name: other"));
        Session session = Session.run(config, other, "--out", folder.resolve("out"), "--fail-fast", "--jobs", "1");
        assertThat(session.err()).endsWith("\nother: not run\nexit 10: an expectation failed\n");
        assertThat(folder.resolve("out/other/runs.csv")).doesNotExist();
    }

    @Test
    void whatFailedBeforeCountsToo() {
        run("--fail-fast", "--jobs", "1");
        Session session = run("--fail-fast", "--resume");
        assertThat(session.err())
                .contains("three: 2 of 3 runs are used again\n")
                .doesNotContain("[3/3]");
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
    }

    @Test
    void withoutFailuresFailFastIsNoDifferent() throws IOException {
        Files.writeString(config, THREE.replace("min: 1", "min: 0"));
        assertThat(run("--fail-fast").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void keepGoingIsTheDefault() {
        for (Object[] options : new Object[][] {{}, {"--keep-going"}}) {
            Session session = run(options);
            assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
            assertThat(session.out()).contains("three: 3 runs = ", "; 1 of 2 checks passed; ");
        }
    }

    @Test
    void oneCannotHaveBoth() {
        Session session = run("--fail-fast", "--keep-going");
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).contains("--fail-fast", "--keep-going", "mutually exclusive");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void thereIsAtLeastOneJob() {
        Session session = run("--jobs", "0");
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo("--jobs must be at least 1: 0");
        assertThat(run("--jobs", "two").message()).contains("--jobs", "'two'");
    }

    private Session run(Object... options) {
        Object[] all = new Object[options.length + 3];
        all[0] = config;
        all[1] = "--out";
        all[2] = folder.resolve("out");
        System.arraycopy(options, 0, all, 3, options.length);
        return Session.run(all);
    }
}
