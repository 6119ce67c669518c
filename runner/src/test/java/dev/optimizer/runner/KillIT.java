package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
              starts: {any: {random: {uniform: [-1, 1], count: 20}}}
            solvers:
              descent: gradient-descent
              adam: adam
              bfgs: bfgs
              newton: newton
            sweep: {grid: {descent.step: [1e-4, 2e-4, 4e-4, 6e-4, 8e-4, 1e-3, 12e-4]}}
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
        // runs.csv, checks.csv, manifest.json, journal.jsonl, two landscapes, four plots and the traces.
        assertThat(uninterrupted).hasSize(210).containsEntry("journal.jsonl", "200 lines");
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
        Files.createDirectories(folder.resolve("moved"));
        Files.writeString(folder.resolve("moved/many.yaml"), moved);
        Map<String, String> other = run("moved", "many.yaml");
        // It has a hash of the config, and the solvers in the config's order; so have the colours of plots.
        other.remove("manifest.json");
        other.keySet().removeIf(name -> name.startsWith("plots/"));
        assertThat(uninterrupted).containsAllEntriesOf(other);
    }

    /** Each elsewhere, under other circumstances; then their folders are copied into one, and put together. */
    @Test
    void fourShardsMerged() throws Exception {
        List<Path> javas = new ArrayList<>(Jar.otherJdks());
        javas.add(Jar.in(folder).java());
        Jar[] jars = {
            Jar.in(folder.resolve("shard-1")),
            Jar.in(folder.resolve("shard-2")).with("-Duser.language=de", "-Duser.country=DE"),
            Jar.in(folder.resolve("shard-3")).on(javas.get(0)),
            Jar.in(folder.resolve("shard-4"))
        };
        Path merged = folder.resolve("merged/out");
        for (int i = 0; i < jars.length; i++) {
            Jar.Finished shard =
                    jars[i].run("../many.yaml", "--out", "out", "--shard", i + 1 + "/4", "--jobs", 1 + i % 2);
            assertThat(shard.exit()).as(shard.err()).isZero();
            assertThat(shard.out()).contains("many: 50 of 200 runs");
            copy(jars[i].folder().resolve("out"), merged);
        }

        Jar.Finished last = Jar.in(folder.resolve("merged")).run("../many.yaml", "--out", "out", "--resume");

        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(last.err()).contains("many: 200 of 200 runs are used again\n");
        assertThat(Results.in(merged.resolve("many"))).isEqualTo(uninterrupted);
    }

    /** As {@code cp -r} does, over what is there. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
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
