package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A long run: nobody writes into its folder, and with Ctrl-C what is done is kept, whole. */
class InterruptIT {
    /** The first run takes one step; the next two, side by side, would take a minute, and end only because they are told to. */
    private static final String CONFIG = """
            version: 1
            name: long
            problem: {formula: x^2, starts: {a: 3}}
            solvers:
              quick: {type: newton}
              slow: {type: gradient-descent, step: 1e-15}
              slow-too: {type: gradient-descent, step: 2e-15}
              never: {type: newton, step: 0.5}
            stop: {iterations: 1e15, evaluations: 1e15, seconds: 55}
            record: {every: 1e15}
            expect: [{for: {solver: quick}, status: converged}]
            """;

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT to send")
    void whatIsDoneIsKeptFromOthersAndFromCtrlC() throws Exception {
        assumeThat(ignoresInterrupts())
                .as("whether SIGINT is ignored here, as it is in background jobs of a shell script")
                .isFalse();
        Files.writeString(folder.resolve("long.yaml"), CONFIG);
        Jar jar = Jar.in(folder);
        Process process = jar.start("long.yaml", "--jobs", "2");
        awaitFirstTrace(process);
        assertNobodyElseMayWriteThere();
        interrupt(process);
        Jar.Finished finished = jar.await(process);
        assertThat(finished.exit()).isEqualTo(130);
        assertThat(finished.lastLine()).isEqualTo("exit 130: interrupted");
        assertThat(finished.out()).contains("\nlong: 1 of 4 runs done, not judged; no checks; results in ");
        assertThat(Files.readAllLines(folder.resolve("results/long/runs.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("long-a-quick-");
        assertThat(folder.resolve("results/long/manifest.json")).content().contains("\"exit_code\" : 130");
        // runs.csv, checks.csv, manifest.json, journal.jsonl, a trace, two landscapes, two plots and the report.
        assertThat(files()).hasSize(10).noneMatch(name -> name.startsWith(".") || name.endsWith(".part"));
    }

    /** The value at the start takes half a minute, and is not interrupted; a program waits 20 s for such a step. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT to send")
    void aSecondOneEndsAtOnce() throws Exception {
        assumeThat(ignoresInterrupts()).isFalse();
        String slow = "sin(".repeat(20) + "i*x" + ")".repeat(20);
        Files.writeString(folder.resolve("long.yaml"), """
                version: 1
                name: long
                problem: {formula: "sum(i in 1..100000000, %s)", starts: {a: 3}}
                solvers: {quick: newton}
                """.formatted(slow));
        Jar jar = Jar.in(folder);
        Process process = jar.start("long.yaml");
        awaitMessage(process, "1 run = ");
        // Time for the worker to begin its run, which otherwise would not begin at all.
        Thread.sleep(1_000);
        interrupt(process);
        awaitMessage(process, "stopping; Ctrl-C once more ends at once\n");
        interrupt(process);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(jar.await(process).exit()).isEqualTo(130);
        assertThat(files()).containsExactlyInAnyOrder(".long.lock", "journal.jsonl");
    }

    private void awaitMessage(Process process, String message) throws IOException, InterruptedException {
        while (!Files.readString(folder.resolve(".stderr")).contains(message)) {
            assertThat(process.isAlive()).as("the program says '%s'", message).isTrue();
            Thread.sleep(5);
        }
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    private void assertNobodyElseMayWriteThere() throws IOException, InterruptedException {
        Jar.Finished second = Jar.in(folder.resolve("elsewhere")).run("../long.yaml", "--out", "../results");
        assertThat(second.exit()).isEqualTo(2);
        assertThat(second.err()).contains(": another run is writing there; ");
        assertThat(second.lastLine()).isEqualTo("exit 2: usage");
    }

    private void awaitFirstTrace(Process process) throws IOException, InterruptedException {
        Path traces = folder.resolve("results/long/traces");
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!Files.isDirectory(traces) || files().stream().noneMatch(name -> name.startsWith("long-a-quick-"))) {
            assertThat(process.isAlive() && Instant.now().isBefore(end))
                    .as("the first trace appears while the program runs")
                    .isTrue();
            Thread.sleep(5);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("results"))) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    /** A process inherits what its parent ignores, and a JVM leaves that alone. Told on Linux only. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        int interrupt = 1 << 1;
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                .anyMatch(ignored -> (ignored & interrupt) != 0);
    }
}
