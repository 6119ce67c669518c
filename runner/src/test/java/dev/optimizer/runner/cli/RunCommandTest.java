package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String ONE_RUN = """
            version: 1
            name: one
            problem: {formula: 3*x^4 - 4*x^3 - 12*x^2, starts: {right: 0.5}}
            solvers: {pure: {type: newton, line_search: fixed, modification: none}}
            """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void nameTheResults() {
        out = folder.resolve("out");
    }

    @Test
    void progressOnOneStreamAndResultsOnTheOther() throws IOException {
        Session session = Session.run(write("one.yaml", ONE_RUN), "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        String id = id(session);
        assertThat(session.err())
                .isEqualTo("one: 1 run = 1 problem x 1 start x 1 solver\n[1/1] " + id
                        + "  converged (gradient_norm) after 1 iteration, f = 0, maximum\nexit 0: all good\n");
        assertThat(session.out())
                .startsWith("run")
                .endsWith("\n\none: 1 run = 1 problem x 1 start x 1 solver; no checks; results in " + out.resolve("one")
                        + "\n");
        assertThat(out.resolve("one/traces/" + id + ".csv")).exists();
        assertThat(out.resolve("one/runs.csv")).exists();
        assertThat(out.resolve("one/manifest.json")).content().contains("\"exit_code\" : 0");
    }

    @Test
    void quietLeavesTheResultsAndNothingElse() throws IOException {
        Path config = write("one.yaml", ONE_RUN);
        Session quiet = Session.run("-q", config, "--out", out);
        assertThat(quiet.err()).isEmpty();
        assertThat(quiet.out()).isEqualTo(Session.run(config, "--out", out).out());
    }

    @Test
    void theCounterIsAlignedAndCountsTheRuns() throws IOException {
        Path config =
                write("ten.yaml", ONE_RUN.replace("right: 0.5", "any: {random: {uniform: [1.5, 2.5], count: 10}}"));
        List<String> lines =
                Session.run(config, "--out", out, "--jobs", "1").err().lines().toList();
        assertThat(lines.get(1)).startsWith("[ 1/10] one-any-1-pure-");
        assertThat(lines.get(10)).startsWith("[10/10] one-any-10-pure-");
    }

    @Test
    void anOptimumThatIsNoneIsWarnedOf() throws IOException {
        Path config = write("one.yaml", ONE_RUN.replace("starts:", "optimum: {value: 5, at: {x: 2}}, starts:"));
        String warning =
                config + ":3:54: warning: the optimum's value is 5, but f at its point is -32; gaps are measured from"
                        + " the value\n";

        Session session = Session.run(config, "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.err()).startsWith(warning);
        assertThat(Session.run("inspect", config).err()).startsWith(warning);
        assertThat(Session.run("validate", config).err()).isEmpty();

        Files.writeString(config, Files.readString(config).replace("value: 5", "value: -31.999"));
        assertThat(Session.run(config, "--out", out).err()).doesNotContain("warning");
    }

    @Test
    void aFailedExpectationIsShownAtItsLineWithWhatWasMeasured() throws IOException {
        Path config = write("one.yaml", ONE_RUN + "expect:\n  - {point: minimum, value: 0, iterations: {min: 2}}\n");
        Session session = Session.run(config, "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        String id = id(session);
        assertThat(session.err())
                .contains(
                        config + ":6:6: " + id + ": point is maximum, wanted minimum\n"
                                + "    6 |   - {point: minimum, value: 0, iterations: {min: 2}}\n"
                                + "      |      ^^^^^",
                        "\n  again: java -jar runner.jar run " + config + " --rerun " + id + " --out " + out + "\n",
                        config + ":6:32: " + id + ": iterations is 1, wanted at least 2\n")
                .doesNotContain("value is")
                .endsWith("\nexit 10: an expectation failed\n");
        assertThat(session.out()).contains("1 of 3", "; 1 of 3 checks passed; ");
        assertThat(out.resolve("one/runs.csv")).content().contains(",1 of 3,");
        assertThat(out.resolve("one/manifest.json")).content().contains("\"exit_code\" : 10");
    }

    @Test
    void ofManyFailuresTheFirstAreShownAndTheOthersCounted() throws IOException {
        Path config = write(
                "many.yaml",
                ONE_RUN.replace("right: 0.5", "any: {random: {uniform: [1.5, 2.5], count: 15}}")
                        + "expect:\n  - {point: maximum, value: 0}\n  - {iterations: 0}\n");
        Session session = Session.run(config, "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(session.err().lines().filter(line -> line.startsWith("  again: ")))
                .hasSize(20);
        assertThat(session.err())
                .endsWith(config + ":6:22: value fails for 10 more\n" + config
                        + ":7:6: iterations fails for 15 more\nexit 10: an expectation failed\n");
        assertThat(session.out()).contains("; 0 of 45 checks passed; ");
    }

    @Test
    void otherProgramsAreToldWhatFailed() throws IOException {
        Path config = write("one.yaml", ONE_RUN + "expect:\n  - {point: minimum, value: 0}\n");
        Path junit = folder.resolve("reports/junit.xml");
        Path summary = write("summary.md", "before\n");
        Map<String, String> gitHub = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());

        Session session = Session.in(gitHub, config, "--out", out, "--junit", junit);

        String id = id(session);
        assertThat(session.err())
                .contains("\n::error file=" + config + ",line=6,col=6,title=point of " + id
                        + "::point is maximum, wanted minimum\n");
        assertThat(junit).content().contains("<testcase name=\"point at 6:6\" classname=\"" + id + "\"");
        assertThat(summary)
                .content()
                .startsWith("before\n### one\n\n")
                .contains("| ❌ " + id + " | converged | maximum |");
        assertThat(Session.run(config, "--out", out).err()).doesNotContain("::error");
    }

    @Test
    void reportsThatCannotBeWritten() throws IOException {
        Path config = write("one.yaml", ONE_RUN);
        Session folderInTheWay = Session.run(config, "--out", out, "--junit", folder);
        assertThat(folderInTheWay.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(folderInTheWay.message())
                .isEqualTo("--junit needs the name of a file: '" + folder + "' is a folder");

        Path inTheWay = write("file", "");
        Session session = Session.in(
                Map.of("GITHUB_STEP_SUMMARY", inTheWay.resolve("s.md").toString()),
                config,
                "--out",
                out,
                "--junit",
                inTheWay.resolve("j.xml"));
        assertThat(session.exit()).isEqualTo(ExitCode.RUN_CRASHED);
        assertThat(session.err())
                .contains("\nGITHUB_STEP_SUMMARY " + inTheWay.resolve("s.md") + " cannot be written: ")
                .contains("\n" + inTheWay.resolve("j.xml") + ": cannot be written: ");
    }

    @Test
    void everyExperimentIsRunAndTheMostSevereEndingCounts() throws IOException {
        Path failing = write("a.yaml", named("a") + "expect: [{point: minimum}]\n");
        Path good = write("b.yaml", named("b"));
        Session session = Session.run(failing, good, "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(out.resolve("a/manifest.json")).content().contains("\"exit_code\" : 10");
        assertThat(out.resolve("b/manifest.json")).content().contains("\"exit_code\" : 0");
    }

    @Test
    void nothingIsRunWhileAnyFileIsInvalid() throws IOException {
        Path good = write("good.yaml", named("good"));
        Path bad = write("bad.yaml", "sead: 1\n" + named("bad"));
        Session session = Session.run(good, bad, "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(out).doesNotExist();
    }

    @Test
    void nothingIsRunWhileAnyFolderCannotBeWrittenTo() throws IOException {
        Path first = write("first.yaml", named("first"));
        Path second = write("second.yaml", named("second"));
        Files.createDirectories(out);
        Files.writeString(out.resolve("second"), "a file in the way");
        Session session = Session.run(first, second, "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        // Between the two stands what the operating system says of it.
        assertThat(session.message())
                .startsWith(out.resolve("second") + ": cannot be written to: ")
                .endsWith("; make it writable or give another folder with --out")
                .doesNotContain("Exception", "\n");
        assertThat(out.resolve("first/runs.csv")).doesNotExist();
    }

    @Test
    void aTraceThatCannotBeWrittenIsACrashThatNamesTheFolder() throws IOException {
        Path config = write("one.yaml", ONE_RUN);
        String id = id(Session.run(config, "--out", out));
        // The name under which the trace is written before it is whole.
        Files.createDirectories(out.resolve("one/traces/." + id + ".csv.part/in the way"));
        Session session = Session.run(config, "--out", out);
        assertThat(session.exit()).isEqualTo(ExitCode.RUN_CRASHED);
        assertThat(session.err()).contains("\n" + out.resolve("one") + ": results cannot be written: ");
        assertThat(session.err()).doesNotContain("\tat ").endsWith("\nexit 13: a run crashed\n");
    }

    @Test
    void resultsNeedAFolder() throws IOException {
        Session session = Session.run(write("one.yaml", ONE_RUN), "--out", "");
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo("--out needs the name of a folder; '.' is this one");
    }

    @Test
    void lesserEndingsAreListedBeforeTheWorst() throws IOException {
        Path config = write("one.yaml", ONE_RUN + "expect: [{value: 12345}]\n");
        String id = id(Session.run(config, "--out", out));
        Files.createDirectories(out.resolve("one/traces/." + id + ".csv.part/in the way"));

        Session session = Session.run(config, "--out", out);

        assertThat(session.err()).endsWith("\nalso exit 10: an expectation failed\nexit 13: a run crashed\n");
    }

    /** No stack is deep enough for a chain of so many lets that are computed from inside each other. */
    private static String deep() {
        StringBuilder lets = new StringBuilder("      t0: x + 1\n");
        for (int i = 1; i <= 10_000; i++) {
            lets.append("      t").append(i).append(": norm2([t").append(i - 1).append(", 1])\n");
        }
        return lets.toString();
    }

    @Test
    void aProblemThatCannotBeComputedTakesNoOtherWithIt() throws IOException {
        Path config = write("two.yaml", """
                version: 1
                problems:
                  deep:
                    variables: {x: 1}
                    let:
                %s
                    formula: t10000^2
                    starts: {a: [1]}
                  bowl: {formula: x^2, starts: {a: 1}}
                solvers: {n: newton}
                expect:
                  - {for: {problem: deep}, gradient: {x: [1]}}
                  - {for: {problem: bowl}, gradient: {x: 2}, value: 0}
                """.formatted(deep().replace("x + 1", "x[1] + 1")));

        Session session = Session.run(config, "--out", out);

        String why = "nested too deeply; give Java a larger stack, as in java -Xss512m -jar runner.jar";
        assertThat(session.err())
                .containsPattern("\n\\[[12]/2] deep-a-n-[0-9a-f]{6}  crashed: " + why + "\n")
                .containsPattern("\n\\[[12]/2] bowl-a-n-[0-9a-f]{6}  converged ")
                .containsPattern(":10013:28: deep-a-n-[0-9a-f]{6}: cannot be computed: " + why + "\n")
                .endsWith("\nalso exit 10: an expectation failed\nexit 13: a run crashed\n");
        assertThat(session.out()).contains("2 runs = 2 problems x 1 start x 1 solver; 2 of 3 checks passed");
        assertThat(Files.readAllLines(out.resolve("two/runs.csv"))).hasSize(3);
    }

    @Test
    void aStartThatCannotBeComputedIsShownAtItsPlace() throws IOException {
        Path config = write("start.yaml", """
                version: 1
                problem:
                    let:
                %s
                    formula: x^2
                    starts: {a: t10000, b: y}
                solvers: {n: newton}
                """.formatted(deep().replace("x + 1", "1")));

        Session session = Session.run("validate", config);

        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.err())
                .contains(
                        config
                                + ":10007:17: x cannot be computed: nested too deeply; give Java a larger stack, as in java"
                                + " -Xss512m -jar runner.jar\n",
                        config + ":10007:28: unknown variable 'y'");
    }

    @Test
    void whateverElseIsNestedTooDeeplyIsOneLine() throws IOException {
        Path config = write("deep.yaml", """
                version: 1
                problem:
                    let:
                %s
                    formula: t10000^2
                    starts: {a: 1}
                solvers: {n: newton}
                """.formatted(deep()));

        Session session = Session.run("inspect", config);

        assertThat(session.exit()).isEqualTo(ExitCode.RUN_CRASHED);
        assertThat(session.message())
                .isEqualTo("nested too deeply; give Java a larger stack, as in java -Xss512m -jar runner.jar");
    }

    private static String id(Session session) {
        return session.out().lines().skip(1).findFirst().orElseThrow().split(" ")[0];
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    private static String named(String name) {
        return ONE_RUN.replace("name: one", "name: " + name);
    }
}
