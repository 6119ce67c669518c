package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program ends when something is wrong other than the config; see {@link InvalidConfigIT} for that. */
class EndingsIT {
    @TempDir
    private Path folder;

    @Test
    void withoutAWordItNamesWhatIsMissing() throws Exception {
        assertUsage(Jar.in(folder).run(), "Missing required parameter: 'CONFIG'\nTry 'runner run --help'.");
    }

    @Test
    void anUnknownOptionIsNamed() throws Exception {
        assertUsage(Jar.in(folder).run("a.yaml", "--bogus"), "Unknown option: '--bogus'\nTry 'runner run --help'.");
    }

    @Test
    void aMistypedFileHasALikelyNeighbour() throws Exception {
        Files.copy(Jar.configs().resolve("quartic.yaml"), folder.resolve("quartic.yaml"));
        assertUsage(Jar.in(folder).run("quartc.yaml"), "quartc.yaml: no such file; did you mean 'quartic.yaml'?");
    }

    @Test
    void aFileInTheWayOfTheResultsIsNoticedBeforeTheFirstRun() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        Jar.Finished finished = Jar.in(folder).run(Jar.configs().resolve("quartic.yaml"), "--out", "taken");
        assertThat(finished.exit()).isEqualTo(2);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err().lines()).hasSize(2);
        assertThat(finished.err())
                .startsWith(Path.of("taken", "quartic") + ": cannot be written to: ")
                .contains("; make it writable or give another folder with --out\n");
        assertThat(finished.lastLine()).isEqualTo("exit 2: usage");
        assertThat(file).hasContent("mine");
    }

    @Test
    void anExpectationThatIsOffInItsLastDigitsFails() throws Exception {
        String config = Files.readString(Jar.configs().resolve("quartic.yaml"));
        String changed =
                config.replace("value: {near: -5, tolerance: 1e-9}", "value: {near: -5.000001, tolerance: 1e-9}");
        assertThat(changed).isNotEqualTo(config);
        Files.writeString(folder.resolve("quartic.yaml"), changed);
        int line = (int) changed.lines()
                        .takeWhile(text -> !text.contains("-5.000001"))
                        .count()
                + 1;
        Jar.Finished finished = Jar.in(folder).run("quartic.yaml");
        assertThat(finished.exit()).isEqualTo(10);
        for (String solver : new String[] {"descent", "backtracking", "newton"}) {
            assertThat(finished.err())
                    .containsPattern(
                            "\nquartic\\.yaml:" + line + ":5: quartic-left-" + solver
                                    + "-[0-9a-f]{6}: value is -(5|5\\.00000000\\d+|4\\.99999999\\d+), wanted -5\\.000001 within 1e-9\n");
        }
        assertThat(finished.err()).contains("\n" + " ".repeat(3) + line + " |     value: {near: -5.000001,");
        assertThat(finished.lastLine()).isEqualTo("exit 10: an expectation failed");
        assertThat(folder.resolve("results/quartic/manifest.json")).content().contains("\"exit_code\" : 10");
    }

    @Test
    void whatNeedsTooMuchMemoryOutsideOfRunsSaysHowToGiveMore() throws Exception {
        Files.writeString(folder.resolve("large.yaml"), """
                version: 1
                problem: {formula: norm2(x)^2, variables: {x: 50000000}, starts: {s: {fill: 1}}}
                solvers: {n: newton}
                """);
        Jar.Finished finished = Jar.in(folder).with("-Xmx64m").run("inspect", "large.yaml");
        assertThat(finished.exit()).isEqualTo(13);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .isEqualTo("out of memory (Java heap space); give Java more, as in java -Xmx8g -jar runner.jar\n"
                        + "exit 13: a run crashed\n");
    }

    /**
     * No formula can crash a run; a trace that does not fit into the memory can. A crash is more severe than a failed
     * expectation, and leaves what else was done alone.
     */
    @Test
    void aRunThatNeedsTooMuchMemoryCrashesAlone() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), oneRun("a") + "expect: [{point: maximum}]\n");
        Files.writeString(folder.resolve("b.yaml"), """
                version: 1
                name: b
                problem: {formula: x^2, starts: {s: 3}}
                solvers: {huge: {type: gradient-descent, step: 1e-12}, n: newton}
                stop: {iterations: 1e9, evaluations: 1e9, seconds: 50}
                """);
        Jar.Finished finished =
                Jar.in(folder).with("-Xmx48m", "-XX:+UseSerialGC").run("a.yaml", "b.yaml");
        assertThat(finished.exit()).isEqualTo(13);
        assertThat(finished.err())
                .contains("a.yaml:5:11: a-s-n-", "point is minimum, wanted maximum")
                .containsPattern("\n\\[./2] b-s-huge-[0-9a-f]{6}  crashed: out of memory \\(Java heap space\\); "
                        + "give Java more, as in java -Xmx8g -jar runner.jar\n")
                .containsPattern("\n\\[./2] b-s-n-[0-9a-f]{6}  converged ");
        assertThat(finished.lastLine()).isEqualTo("exit 13: a run crashed");
        assertThat(Files.readAllLines(folder.resolve("results/b/runs.csv"))).hasSize(3);
    }

    @Test
    void staleTracesGoAndForeignFilesStay() throws Exception {
        Files.writeString(folder.resolve("a.yaml"), oneRun("a"));
        Path results = folder.resolve("results/a");
        Path traces = Files.createDirectories(results.resolve("traces"));
        Path stale = Files.writeString(traces.resolve("a-s-gone-12ab56.csv"), "iteration\n");
        Path notes = Files.writeString(traces.resolve("notes.txt"), "mine");
        Path plot = Files.writeString(results.resolve("plot.gp"), "mine");
        assertThat(Jar.in(folder).run("a.yaml").exit()).isZero();
        assertThat(stale).doesNotExist();
        assertThat(notes).hasContent("mine");
        assertThat(plot).hasContent("mine");
        assertThat(traces.toFile().list()).hasSize(2);
    }

    private static String oneRun(String name) {
        return "version: 1\nname: " + name + "\nproblem: {formula: x^2, starts: {s: 3}}\nsolvers: {n: newton}\n";
    }

    private static void assertUsage(Jar.Finished finished, String message) {
        assertThat(finished).isEqualTo(new Jar.Finished(2, "", message + "\nexit 2: usage\n"));
    }
}
