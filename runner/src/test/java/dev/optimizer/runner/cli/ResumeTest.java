package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --resume} and {@code --rerun}: what is used again, what is made again, and what is said about it. */
class ResumeTest {
    /** Four runs; at the wall one of them is not finite, and its order is not known. */
    private static final String FOUR = """
            version: 1
            name: four
            problem: {formula: x^2 - log(x), optimum: {value: 0.8}, starts: {near: 1, wall: -1}}
            solvers: {newton: newton, descent: {type: gradient-descent, step: 0.1}}
            expect: [{for: {start: near}, status: converged}]
            """;

    @TempDir
    private Path folder;

    private Path config;
    private String firstOut;
    private Map<String, String> first;
    private List<String> ids;

    @BeforeEach
    void runOnce() throws IOException {
        config = folder.resolve("four.yaml");
        write(FOUR);
        Session session = run();
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        firstOut = session.out();
        first = results();
        ids = first.get("runs.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .toList();
    }

    @Test
    void nothingIsMadeAgainAndAllFilesAreTheSameBytesSecondsIncluded() throws IOException {
        Session session = run("--resume");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.err())
                .contains("\nfour: 4 of 4 runs are used again\n")
                .doesNotContain("[", "is made");
        assertThat(results()).isEqualTo(first);
    }

    /** And with it how each run went, though the traces are not read back. */
    @Test
    void theTableIsTheSame() {
        assertThat(firstOut).containsPattern("four-near-descent-[0-9a-f]{6} .* █[▁-█]{9} ");
        assertThat(run("--resume").out()).isEqualTo(firstOut);
        assertThat(run("--rerun", ids.get(1)).out()).isEqualTo(firstOut);
    }

    @Test
    void verboseSaysItOfEachRun() throws IOException {
        Files.delete(folder.resolve("out/four/traces/" + ids.get(0) + ".csv"));
        assertThat(run("--resume", "-v").err())
                .contains(ids.get(0) + ": is made again; its trace is gone\n")
                .contains(ids.get(1) + ": used again; nothing that decides its outcome has changed\n");
    }

    @Test
    void onlyWhatHasChangedIsMadeAgainAndWhatWasItIsGone() throws IOException {
        write(FOUR.replace("step: 0.1", "step: 0.2"));
        Session session = run("--resume", "--jobs", "1");
        assertThat(session.err())
                .containsPattern(
                        "\nfour-near-descent-[0-9a-f]{6}: is made again; the solver's options are not the same\n"
                                + "four-wall-descent-[0-9a-f]{6}: is made again; the solver's options are not the same\n"
                                + "four: 2 of 4 runs are used again\n\\[3/4] four-near-descent-[0-9a-f]{6}  converged");
        Map<String, String> resumed = withoutSeconds(results());
        run();
        assertThat(resumed).isEqualTo(withoutSeconds(results()));
    }

    @Test
    void newRunsAreAddedInTheirPlace() throws IOException {
        write(FOUR.replace("near: 1,", "far: 20, near: 1,"));
        Session session = run("--resume");
        assertThat(session.err()).contains("four: 4 of 6 runs are used again\n").doesNotContain("is made");
        Map<String, String> resumed = withoutSeconds(results());
        run();
        assertThat(resumed).isEqualTo(withoutSeconds(results()));
    }

    @Test
    void checksAreJudgedAnew() throws IOException {
        write(FOUR.replace("{for: {start: near}, status: converged}", "{status: converged}"));
        Session session = run("--resume");
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(session.err()).contains("four: 4 of 4 runs are used again\n");
    }

    @Test
    void whatFailsACheckIsMadeAgainWhenAsked() throws IOException {
        write(FOUR.replace("{for: {start: near}, status: converged}", "{for: {solver: newton}, status: converged}"));
        Session session = run("--rerun", "failed");
        assertThat(session.err())
                .contains(
                        ids.get(3) + ": is made again; it fails a check\n",
                        "four: 3 of 4 runs are used again\n[4/4] " + ids.get(3));
    }

    @Test
    void oneRunIsMadeAgainByItsId() throws IOException {
        Session session = run("--rerun", ids.get(1), "--rerun", ids.get(3), "--jobs", "1");
        assertThat(session.err())
                .contains(
                        ids.get(1) + ": is made again; --rerun\n",
                        "four: 2 of 4 runs are used again\n[3/4] " + ids.get(1),
                        "\n[4/4] " + ids.get(3));
        assertThat(withoutSeconds(results())).isEqualTo(withoutSeconds(first));
    }

    @Test
    void allAreMadeAgain() throws IOException {
        assertThat(run("--rerun", "all").err()).contains("four: 0 of 4 runs are used again\n", "[4/4]");
    }

    @Test
    void aRunThatIsNotPlannedCannotBeMadeAgain() throws IOException {
        Session session = run("--rerun", "four-near-newtom-000000");
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).startsWith("--rerun: there is no run 'four-near-newtom-000000'; ");
        assertThat(results()).isEqualTo(first);
    }

    @Test
    void withoutResumeNothingIsUsedAgain() throws IOException {
        assertThat(run().err()).contains("[4/4]").doesNotContain("used again");
    }

    @Test
    void aFolderThatWasNeverThereIsResumedLikeAnyOther() {
        Session session = Session.run(config, "--out", folder.resolve("new"), "--resume");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.err()).contains("four: 0 of 4 runs are used again\n", "[4/4]");
    }

    private Session run(Object... options) {
        return Session.run(Stream.concat(Stream.of(config, "--out", folder.resolve("out")), Stream.of(options))
                .toArray());
    }

    private void write(String yaml) throws IOException {
        Files.writeString(config, yaml);
    }

    /** Every file but the journal, whose lines stand in the order in which runs ended, and the report, which has seconds. */
    private Map<String, String> results() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path results = folder.resolve("out/four");
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(results.relativize(file).toString(), Files.readString(file));
            }
        }
        contents.remove("report.html");
        assertThat(contents.remove("journal.jsonl").lines())
                .hasSize((int) contents.get("runs.csv").lines().skip(1).count());
        return contents;
    }

    /** Seconds are the only figures with so many digits before a comma and an optional point after it, in both files. */
    private static Map<String, String> withoutSeconds(Map<String, String> contents) {
        Map<String, String> without = new TreeMap<>();
        contents.forEach((name, text) -> {
            List<String> header = List.of(text.substring(0, text.indexOf('\n')).split(","));
            int seconds = header.indexOf("seconds");
            without.put(
                    name, seconds < 0 ? text : text.replaceAll("(?m)^((?:[^,\n]*,){" + seconds + "})[^,\n]*", "$1"));
        });
        return without;
    }
}
