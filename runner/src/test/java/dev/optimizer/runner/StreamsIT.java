package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to which stream, in which colours, and what is loaded for it. */
class StreamsIT {
    private static final String ESCAPE = "\u001b[";

    /** The name that ND4J's logger and its first messages have. */
    private static final String CHATTER = "nd4j";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeConfig() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), """
                version: 1
                problem: {formula: x^2, starts: {s: 3}}
                solvers: {n: newton}
                """);
    }

    @Test
    void quietMeansNothingOnStandardErrorAndNoColours() throws Exception {
        // JDK 24 and later warn about the natives on standard error, which no program can turn off from inside.
        assumeThat(Runtime.version().feature()).as("the JDK").isLessThan(24);
        Jar.Finished finished = Jar.in(folder).run("-q", "a.yaml");
        assertThat(finished.exit()).isZero();
        assertThat(finished.err()).isEmpty();
        assertThat(finished.out()).startsWith("run ").doesNotContain(ESCAPE).doesNotContainIgnoringCase(CHATTER);
    }

    @Test
    void verboseShowsTheLogOfNd4jOnStandardErrorOnly() throws Exception {
        Jar.Finished finished = Jar.in(folder).run("-v", "a.yaml");
        assertThat(finished.exit()).isZero();
        assertThat(finished.err()).containsIgnoringCase(CHATTER);
        assertThat(finished.out()).startsWith("run ").doesNotContainIgnoringCase(CHATTER);
    }

    @Test
    void coloursOnDemand() throws Exception {
        Jar.Finished finished = Jar.in(folder).run("plan", "a.yaml", "--color", "always");
        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).startsWith(ESCAPE + "2mrun" + ESCAPE + "0m");
    }

    /** With {@code script} of util-linux, which gives a program a terminal of its own. */
    @Test
    void aTerminalHasColoursUnlessNoColorIsSet() throws Exception {
        Path script = Path.of("/usr/bin/script");
        assumeThat(Files.isExecutable(script) && Files.exists(Path.of("/proc")))
                .as("script of util-linux")
                .isTrue();
        assertThat(onTerminal(script, "")).contains("a-s-n-", ESCAPE);
        assertThat(onTerminal(script, "1")).contains("a-s-n-").doesNotContain(ESCAPE);
    }

    private String onTerminal(Path script, String noColor) throws Exception {
        Path log = folder.resolve("terminal");
        String java = Jar.in(folder).java().toString();
        String jar = System.getProperty("runner.jar");
        ProcessBuilder terminal = new ProcessBuilder(
                        script.toString(), "-qec", "'" + java + "' -jar '" + jar + "' plan a.yaml", log.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(".stdout").toFile());
        terminal.environment().put("NO_COLOR", noColor);
        Process process = terminal.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isZero();
        return Files.readString(folder.resolve(".stdout"));
    }

    /** ND4J takes half a second to load: nobody who checks a file should wait for it. */
    @ParameterizedTest
    @ValueSource(strings = {"validate a.yaml", "plan a.yaml", "list solvers"})
    void whatRunsNothingDoesNotLoadNd4j(String command) throws Exception {
        Path log = folder.resolve("classes.log");
        Jar.Finished finished =
                Jar.in(folder).with("-Xlog:class+load:file=classes.log").run((Object[]) command.split(" "));
        assertThat(finished.exit()).isZero();
        assertThat(finished.out()).isNotEmpty();
        List<String> classes = Files.readAllLines(log);
        assertThat(classes).anyMatch(line -> line.contains("dev.optimizer.runner.cli."));
        assertThat(classes).noneMatch(line -> line.contains("org.nd4j.linalg.factory.Nd4j"));
    }
}
