package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {
    /** Newton's method on a parabola: one step, and every figure is exact. */
    private static final String CONFIG = """
            version: 1
            name: bowl
            problem: {formula: 2*x^2 + 1, starts: {a: 4, b: -2}}
            solvers: {n: newton}
            """;

    private static final String BASELINE = """
            problem,start,solver,repeat,status,stop_reason,iterations,n_f,n_g,n_h,n_hv,value,gradient_norm,point,negative_eigenvalues,smallest_eigenvalue,order,rate,x
            bowl,a,n,1,converged,gradient_norm,1,2,2,1,0,1,0,minimum,0,4,,,0
            bowl,b,n,1,converged,gradient_norm,1,2,2,1,0,1,0,minimum,0,4,,,0
            """;

    @TempDir
    private Path folder;

    private Path config;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        config = Files.writeString(folder.resolve("bowl.yaml"), CONFIG);
        file = folder.resolve("baseline/bowl.csv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, BASELINE);
    }

    @Test
    void resultsThatAreWhatTheyWere() {
        Session session = baseline();
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).endsWith("\nbowl: 2 runs compared with " + file + ": no difference\n");
        assertThat(session.err()).endsWith("\nexit 0: all good\n");
    }

    @Test
    void updateMakesTheFile() throws IOException {
        Files.delete(file);

        Session session = baseline("--update");

        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.out())
                .endsWith("\nbowl a n: new\nbowl b n: new\nbowl: " + file
                        + " updated: 0 cells changed, 2 rows new, 0 rows gone\n");
        assertThat(file).hasContent(BASELINE);
        assertThat(baseline("--update").out()).endsWith("\nbowl: " + file + " is up to date\n");
    }

    @Test
    void withoutAFileItIsMissingAndTheCommandThatMakesItIsShown() throws IOException {
        Files.delete(file);

        Session session = baseline();

        assertThat(session.exit()).isEqualTo(ExitCode.BASELINE_MISSING);
        assertThat(session.err())
                .endsWith("\n" + file + ": there is no such baseline; make it with: java -jar runner.jar baseline "
                        + config
                        + " --update --baseline " + file.getParent() + " --out " + folder.resolve("out")
                        + "\nexit 12: baseline missing\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsOutOfToleranceIsARegression() throws IOException {
        Files.writeString(
                file,
                BASELINE.replace(
                                "bowl,a,n,1,converged,gradient_norm,1,2,2,1,0,1,",
                                "bowl,a,n,1,budget,gradient_norm,1,3,2,1,0,1.5,")
                        .replace(",4,,,0\nbowl", ",4,2,,0.001\nbowl"));

        Session session = baseline();

        assertThat(session.exit()).isEqualTo(ExitCode.BASELINE_REGRESSION);
        assertThat(session.out()).endsWith("""

                        run       column  baseline        now  difference   allowed
                        bowl a n  status    budget  converged
                        bowl a n  n_f            3          2          -1         0
                        bowl a n  value        1.5          1        -0.5    2.5e-9
                        bowl a n  order          2                             0.05
                        bowl a n  x          0.001          0      -0.001  1.001e-6
                        """ + "bowl: 2 runs compared with " + file + ": 5 differences\n");
        assertThat(session.err())
                .contains("\n" + file + ": if that is meant to be, accept it with: java -jar runner.jar baseline "
                        + config + " --update --baseline ")
                .endsWith("\nexit 11: baseline regression\n");
    }

    @Test
    void whatIsWithinToleranceIsNoDifference() throws IOException {
        Files.writeString(
                file,
                BASELINE.replace(
                        ",0,1,0,minimum,0,4,,,0\nbowl", ",0,1.0000000009,9e-9,minimum,0,4.000001,,,9e-7\nbowl"));
        assertThat(baseline().exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aRunWithoutARowIsMissingAndARowWithoutARunIsARegression() throws IOException {
        Files.writeString(file, BASELINE.replace("bowl,b,", "bowl,c,"));

        Session session = baseline();

        assertThat(session.exit()).isEqualTo(ExitCode.BASELINE_MISSING);
        assertThat(session.out())
                .endsWith("""

                        run       column   baseline        now  difference  allowed
                        bowl b n  run        no row  converged
                        bowl c n  run     converged     no run
                        """ + "bowl: 2 runs compared with " + file + ": 1 run without a row, 1 row without a run\n");
        assertThat(session.err()).endsWith("\nalso exit 11: baseline regression\nexit 12: baseline missing\n");
    }

    @Test
    void updateRewritesOnlyWhatMoved() throws IOException {
        String before = BASELINE.replace(
                        "bowl,a,n,1,converged,gradient_norm,1,2,2,1,0,1,0,",
                        "bowl,a,n,1,converged,gradient_norm,1,3,2,1,0,1.0000000001,1e-12,")
                .replace("bowl,b,n,1,", "bowl,gone,n,1,");
        Files.writeString(file, before);

        Session session = baseline("--update");

        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.out())
                .endsWith("\nbowl a n: n_f 3 → 2\nbowl b n: new\nbowl gone n: gone\nbowl: " + file
                        + " updated: 1 cell changed, 1 row new, 1 row gone\n");
        // The value and the gradient are other bits, but within tolerance.
        assertThat(file)
                .hasContent(BASELINE.replace(
                        "bowl,a,n,1,converged,gradient_norm,1,2,2,1,0,1,0,",
                        "bowl,a,n,1,converged,gradient_norm,1,2,2,1,0,1.0000000001,1e-12,"));
    }

    @Test
    void theConfigSaysHowFarIsTooFar() throws IOException {
        Files.writeString(file, BASELINE.replace(",1,2,2,1,0,1,0,", ",1,3,4,1,0,1.4,0,"));
        Files.writeString(config, CONFIG + "baseline: {tolerance: {n_f: 1, n_g: {relative: 0.5}, value: inf}}\n");
        assertThat(baseline().exit()).isEqualTo(ExitCode.OK);

        Files.writeString(config, CONFIG + "baseline: {tolerance: {n_f: 0.5, n_g: {absolute: 0.1, relative: 0.4}}}\n");
        assertThat(baseline().out()).contains("""
                bowl a n  n_f            3    2          -1      0.5
                bowl a n  n_g            4    2          -2      1.7
                bowl a n  value        1.4    1        -0.4   2.4e-9
                """);
    }

    @Test
    void timeIsJudgedOnRequestOnly() throws IOException {
        Files.writeString(config, CONFIG + "baseline: {tolerance: {seconds: 1e9}}\n");
        assertThat(baseline("--update").out()).contains("bowl a n: seconds (empty) → ");
        assertThat(Files.readAllLines(file).get(0)).endsWith(",rate,seconds,x");
        assertThat(baseline().exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aBrokenBaselineIsOneMessageBeforeTheFirstRun() throws IOException {
        String header = "problem,start,solver,repeat,status";
        assertBroken("problem,start,solver,status\n", "1: the header has no column 'repeat'");
        assertBroken(header + ",n_f,n_f\n", "1: the header has 'n_f' twice");
        assertBroken(header + ",n_f\na,b,c,1,converged,many\n", "2: n_f is no number: 'many'");
        assertBroken(header + ",x\na,b,c,1,converged,1\na,b,c,2,converged,0x10\n", "3: x is no number: '0x10'");
        assertBroken(header + "\na,b,c,1,converged\na,b,c,1,budget\n", "3: this run stands on line 2 already: a b c");
        assertBroken(header + "\na,b,c,1\n", "2: this row has 4 cells, the header 5");
        assertBroken(
                header + "\n\"a,b\n",
                "2: this is no CSV: Unclosed quoted field at end of input (record starting at line 2)");
    }

    private void assertBroken(String csv, String message) throws IOException {
        Files.writeString(file, csv);
        Session session = baseline();
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message())
                .isEqualTo(file + ":" + message + "; restore the file, or remove it and make it anew with --update");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void anEmptyBaselineAndOneThatIsNoText() throws IOException {
        Files.writeString(file, "");
        assertThat(baseline().message())
                .isEqualTo(
                        file + ":1: this file is empty; it needs a header; restore the file, or remove it and make it"
                                + " anew with --update");
        Files.write(file, new byte[] {(byte) 0xC0, 0});
        assertThat(baseline().message())
                .isEqualTo(file + ":1: this is not text in UTF-8; restore the file, or remove it and make it anew with"
                        + " --update");
    }

    @Test
    void aFailedExpectationIsSaidToo() throws IOException {
        Files.writeString(config, CONFIG + "expect: [{value: 7}]\n");
        Session session = baseline();
        assertThat(session.exit()).isEqualTo(ExitCode.EXPECTATION_FAILED);
        assertThat(session.out()).endsWith(": no difference\n");
    }

    @Test
    void baselinesAreNotAmongResults() {
        Session session = Session.run("baseline", config, "--out", folder, "--baseline", folder.resolve("bowl"));
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message())
                .isEqualTo("the baselines in " + folder.resolve("bowl") + " would be among the results of 'bowl'; give"
                        + " another folder with --out or --baseline");
    }

    @Test
    void differencesAreToldToOtherPrograms() throws IOException {
        Files.writeString(
                file,
                BASELINE.replace("bowl,a,n,1,converged", "bowl,a,n,1,budget").replace("bowl,b", "bowl,c"));
        Path junit = folder.resolve("junit.xml");

        Session session = Session.in(
                java.util.Map.of("GITHUB_ACTIONS", "true"),
                "baseline",
                config,
                "--out",
                folder.resolve("out"),
                "--baseline",
                file.getParent(),
                "--junit",
                junit);

        assertThat(session.err()
                        .lines()
                        .filter(line -> line.startsWith("::"))
                        .map(line -> line.replaceAll("(?<=bowl-[ab]-n)-[0-9a-f]{6}", "")))
                .containsExactly(
                        "::error file=" + file
                                + ",line=2,col=1,title=baseline of bowl-a-n::status is converged, baseline budget",
                        "::error file=" + file
                                + ",line=1,col=1,title=baseline of bowl-b-n::the baseline has no row for this run",
                        "::error file=" + file + ",line=3,col=1,title=baseline::this run is no longer made: bowl c n");
        assertThat(junit).content().contains("<testsuite name=\"bowl\"", "tests=\"3\" failures=\"3\"");
    }

    private Session baseline(String... flags) {
        List<Object> args = new java.util.ArrayList<>(
                List.of("baseline", config, "--out", folder.resolve("out"), "--baseline", file.getParent()));
        args.addAll(List.of(flags));
        return Session.run(args.toArray());
    }
}
