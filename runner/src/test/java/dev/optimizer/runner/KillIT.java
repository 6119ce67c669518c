package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a batch comes to its end, its results are the same bytes. */
class KillIT {
    private static final int KILLS = 20;

    /** 200 runs with traces of some 30 kB, so that writing them takes a good part of the time. */
    private static final String CONFIG = """
            version: 1
            name: many
            problem:
              formula: 100*(y - x^2)^2 + (1 - x)^2
              optimum: {value: 0}
              starts: {any: {random: {uniform: [-1, 1], count: 50}}}
            solvers:
              descent: {type: gradient-descent, step: 0.001}
              adam: adam
              bfgs: bfgs
              newton: newton
            stop: {iterations: 300}
            expect:
              - {for: {solver: newton}, status: converged, at: {x: 1, y: 1}}
            """;

    @TempDir
    private static Path folder;

    private static Map<String, String> uninterrupted;

    @BeforeAll
    static void runToTheEnd() throws Exception {
        Files.writeString(folder.resolve("many.yaml"), CONFIG);
        uninterrupted = run("whole");
        // runs.csv, manifest.json, journal.jsonl and the traces.
        assertThat(uninterrupted).hasSize(203).containsEntry("journal.jsonl", "200 lines");
    }

    @Test
    void killedTwentyTimesAndResumed() throws Exception {
        Random random = new Random(20);
        Path results = folder.resolve("killed/out/many");
        Jar jar = Jar.in(folder.resolve("killed"));
        int reused = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = jar.start("../many.yaml", "--out", "out", "--resume");
            awaitMore(process, results.resolve("journal.jsonl"), random.nextInt(8));
            process.destroyForcibly().waitFor();
            String err = Files.readString(folder.resolve("killed/.stderr"));
            reused += err.contains(" runs are used again") && !err.contains(" 0 of 200 runs are used again") ? 1 : 0;
        }
        assertThat(reused).as("resumed from what was there").isGreaterThan(KILLS / 2);
        Jar.Finished last = jar.run("../many.yaml", "--out", "out", "--resume");
        assertThat(last.err()).contains(" of 200 runs are used again\n").doesNotContain("is made again");
        assertThat(Results.in(results)).isEqualTo(uninterrupted);
    }

    @Test
    void oneAfterTheOther() throws Exception {
        assertThat(run("one", "--jobs", "1")).isEqualTo(uninterrupted);
    }

    @Test
    void moreThanThereAreProcessors() throws Exception {
        assertThat(run("seven", "--jobs", "7")).isEqualTo(uninterrupted);
    }

    @Test
    void solversInAnotherOrderMakeTheSameRuns() throws Exception {
        String moved = CONFIG.replace("  adam: adam\n", "").replace("solvers:\n", "solvers:\n  adam: adam\n");
        assertThat(moved).isNotEqualTo(CONFIG);
        Files.writeString(folder.resolve("moved.yaml"), moved);
        Map<String, String> other = run("moved", "../moved.yaml");
        assertThat(sorted(other.remove("runs.csv"))).isEqualTo(sorted(uninterrupted.get("runs.csv")));
        other.remove("manifest.json");
        assertThat(uninterrupted).containsAllEntriesOf(other);
    }

    private static String sorted(String csv) {
        return csv.lines().sorted().collect(Collectors.joining("\n"));
    }

    private static Map<String, String> run(String name, String... options) throws Exception {
        boolean named = Stream.of(options).anyMatch(option -> option.endsWith(".yaml"));
        Object[] words = Stream.concat(
                        Stream.of("--out", "out"),
                        Stream.concat(named ? Stream.of() : Stream.of("../many.yaml"), Stream.of(options)))
                .toArray();
        Jar.Finished finished = Jar.in(folder.resolve(name)).run(words);
        assertThat(finished.exit()).as(finished.err()).isZero();
        return Results.in(folder.resolve(name).resolve("out/many"));
    }

    /** Until the program has made so many runs, or ended. */
    private static void awaitMore(Process process, Path journal, int runs) throws IOException, InterruptedException {
        // When a program resumes, it rewrites the journal before it makes its first run, so it may have fewer lines for
        // a while.
        Path err = folder.resolve("killed/.stderr");
        while (process.isAlive() && !Files.readString(err).contains(" runs are used again\n")) {
            Thread.sleep(1);
        }
        long before = lines(journal);
        while (process.isAlive() && lines(journal) < before + runs) {
            Thread.sleep(1);
        }
    }

    private static long lines(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        long count = 0;
        for (byte character : Files.readAllBytes(journal)) {
            count += character == '\n' ? 1 : 0;
        }
        return count;
    }
}
