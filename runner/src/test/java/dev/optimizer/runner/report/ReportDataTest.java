package dev.optimizer.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.optimizer.runner.figure.Costs;
import dev.optimizer.runner.output.Json;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportDataTest {
    private static final String MANIFEST = """
            {"name": "one", "exit_code": 10, "plan": "2 runs", "runs": ["r2", "r1"],
             "config": {"problems": {"p": {"maximise": %s, "optimum": {"value": %s}, "starts": {"s": [1.0]}}}}}""";

    private static final String RANDOM =
            "{\"config\": {\"seed\": 1, \"problems\": {\"p\": {\"random_starts\": [\"any\"]}}}}";

    @TempDir
    private Path folder;

    private ResultsFiles files;

    @BeforeEach
    void begin() {
        files = new ResultsFiles(folder);
    }

    @Test
    void runsStandInTheOrderOfTheManifestAndThoseItDoesNotNameLast() throws Exception {
        ReportData data = files.run("r0", "p,s,a", 1)
                .run("r1", "p,s,b", 1)
                .run("r2", "p,s,c", 1)
                .file("manifest.json", MANIFEST.formatted("false", "0"))
                .data();

        assertThat(data.lines().names()).containsExactly("c", "b", "a");
        assertThat(data.tree()).containsEntry("name", "one").containsEntry("exit", 10);
        assertThat(data.tree().get("summary")).isEqualTo("2 runs: 3 converged.");
        assertThat(data.tree().get("verdict")).isEqualTo("exit 10");
    }

    @Test
    void withoutManifestChecksAndTracesThereIsStillATableOfRuns() throws Exception {
        files.run("r0", "p,s,a", 4, 2).write();
        Files.delete(folder.resolve("traces/r0.csv"));

        ReportData data = new ReportData(List.of(new Results(folder, "", "")));

        assertThat(data.panels()).hasSize(1);
        assertThat(tree(data)).contains("\"id\":\"r0\"", "\"value\":\"2.0\"", "\"i\":[]");
        assertThat(data.tree().get("name")).isEqualTo(folder.getFileName().toString());
        assertThat(data.tree()).containsEntry("verdict", "").containsEntry("exit", 0);
    }

    @Test
    void aNameThatLeadsOutOfTheFolderOrNowhereHasNoTrace() throws Exception {
        ReportData data = files.file("secret.csv", "iteration,value\n0,42\n")
                .row("../secret,p,s,a,1,converged,gradient_norm,1,1,2.0,minimum,0.5")
                .row("r\0,p,s,b,1,converged,gradient_norm,1,1,2.0,minimum,0.5")
                .data();

        assertThat(data.panels().get(0).runs())
                .hasSize(2)
                .allMatch(run -> run.trace().rows() == 0);
    }

    @Test
    void aTableWithoutRunsMakesAReport() throws Exception {
        ReportData data = files.data();

        assertThat(data.tree().get("summary")).isEqualTo("no runs.");
        assertThat(tree(data)).contains("\"panels\":[]", "\"runs\":[]");
    }

    @Test
    void theStartsOfOneDeclarationShareAPanel() throws Exception {
        ReportData data = files.run("r1", "p,any-1,a", 1)
                .run("r2", "p,any-2,a", 1)
                .run("r3", "p,left-1,a", 1)
                .run("r4", "p,left-2,a", 1)
                .file("manifest.json", RANDOM)
                .data();

        // Those that only have such names are starts of their own.
        assertThat(data.panels()).extracting(Panel::title).containsExactly("p, any", "p, left-1", "p, left-2");
        assertThat(data.panels().get(0).runs()).hasSize(2);
    }

    @Test
    void sweptParametersOfSolversMakeLinesAndThoseOfProblemsPanels() throws Exception {
        ReportData data = new ResultsFiles(folder, "p_a.step,p_problem.n,")
                .run("r1", "p,s,a,0.1,10", 1)
                .run("r2", "p,s,a,0.2,10", 1)
                .run("r3", "p,s,b,,20", 1)
                .data();

        assertThat(data.panels()).extracting(Panel::title).containsExactly("p n=10, s", "p n=20, s");
        assertThat(data.lines().names()).containsExactly("a step=0.1", "a step=0.2", "b");
    }

    @Test
    void gapsAreFromTheOptimumIfItIsKnown() throws Exception {
        Panel panel = files.run("r1", "p,s,a", 5, 3, 2)
                .file("manifest.json", MANIFEST.formatted("false", "1"))
                .data()
                .panels()
                .get(0);

        assertThat(panel.gapLabel()).isEqualTo("gap f − f*");
        assertThat(panel.gaps(panel.runs().get(0))).containsExactly(4, 2, 1);
    }

    /** Another parameter, another minimum: each run is held against that of its own variant, and shows its own config. */
    @Test
    void aSweptProblemHasAnOptimumForEveryVariant() throws Exception {
        ReportData data = new ResultsFiles(folder, "p_problem.n,p_stop.iterations,")
                .run("r1", "p,s,a,1,10", 5, 3)
                .run("r2", "p,s,a,2,20", 5, 3)
                .file("manifest.json", """
                        {"config": {
                          "problems": {"p": [
                            {"parameters": {"problem.n": "1"}, "optimum": {"value": 1}, "starts": {"s": [7.0]}},
                            {"parameters": {"problem.n": "2"}, "optimum": {"value": 2}, "starts": {"s": [7.0, 8.0]}}]},
                          "solvers": {"a": {"type": "newton"}},
                          "settings": [
                            {"parameters": {"stop.iterations": "10"}, "stop": {"iterations": 10}},
                            {"parameters": {"stop.iterations": "20"}, "stop": {"iterations": 20}}]}}""")
                .data();

        Panel second = data.panels().get(1);
        Run run = second.runs().get(0);
        assertThat(data.panels().get(0).gaps(data.panels().get(0).runs().get(0)))
                .containsExactly(4, 2);
        assertThat(second.gaps(run)).containsExactly(3, 1);
        assertThat(run.problem().dimension()).isEqualTo(2);
        assertThat(RunTree.outlines(run))
                .containsExactly(
                        Map.entry("problem p 1", "p:\n  optimum:\n    value: 2\n"),
                        Map.entry("solver a", "a:\n  type: newton\n"),
                        Map.entry("settings 1", "stop:\n  iterations: 20\n"));
    }

    @Test
    void gapsAreFromTheBestSeenIfNothingIsKnown() throws Exception {
        Panel panel = files.run("r1", "p,s,a", 5, 3, 2)
                .run("r2", "p,s,b", 5, 1, 4)
                .data()
                .panels()
                .get(0);

        assertThat(panel.gapLabel()).isEqualTo("f − best seen");
        assertThat(panel.gaps(panel.runs().get(0))).containsExactly(4, 2, 1);
    }

    @Test
    void ofAMaximumTheGapIsFromAbove() throws Exception {
        Panel panel = files.run("r1", "p,s,a", "converged,gradient_norm", "maximum", 5, 7, 8)
                .file("manifest.json", MANIFEST.formatted("true", "9"))
                .data()
                .panels()
                .get(0);

        assertThat(panel.gaps(panel.runs().get(0))).containsExactly(4, 2, 1);
        assertThat(panel.runs().get(0).isCandidate()).isTrue();
    }

    @Test
    void onlyWhatFoundTheBestIsSolved() throws Exception {
        ReportData data = files.run("best", "p,s,best", 5, -2)
                .run("near", "p,s,near", 5, -2 + 1e-6)
                .run("off", "p,s,off", 5, -2 + 3e-6)
                .run("saddle", "p,s,saddle", "converged,gradient_norm", "saddle", 5, -2)
                .run("lower", "p,s,lower", "budget,iterations", "not-stationary", 5, -3)
                .data();
        Panel panel = data.panels().get(0);

        // A lower value that no success has is no reason to doubt the others: it may lead to another minimum.
        assertThat(panel.runs().stream().filter(panel::isSolvedBy).map(Run::id)).containsExactly("best", "near");
        Costs costs = data.profiles().costs();
        assertThat(costs.costs()).hasDimensions(1, 5);
        assertThat(costs.costs()[0]).containsExactly(2, 2, Double.NaN, Double.NaN, Double.NaN);
    }

    /** From 11 to 1, so within τ·10 of 1. */
    @Test
    void aRunHasReachedAToleranceWhenItIsWithinThatPartOfTheWay() throws Exception {
        Panel panel =
                files.run("r1", "p,s,a", 11, 5, 2, 1.05, 1).data().panels().get(0);
        Run run = panel.runs().get(0);

        assertThat(panel.reached(run, 0.4)).isEqualTo(2);
        assertThat(panel.reached(run, 0.1)).isEqualTo(3);
        assertThat(panel.reached(run, 0.001)).isEqualTo(5);
        Panel stuck = files.run("r2", "q,s,a", 11, 5)
                .run("r3", "q,s,b", 11, 1)
                .data()
                .panels()
                .get(1);
        assertThat(stuck.reached(stuck.runs().get(0), 0.1)).isNaN();
    }

    /** Another local minimum from another random start is no failure there. */
    @Test
    void whatIsSolvedIsDecidedStartByStart() throws Exception {
        Panel panel = files.run("r1", "p,any-1,a", 5, 1)
                .run("r2", "p,any-2,a", 5, 2)
                .run("r3", "p,any-2,b", 5, 3)
                .file("manifest.json", RANDOM)
                .data()
                .panels()
                .get(0);

        assertThat(panel.runs().stream().filter(panel::isSolvedBy).map(Run::id)).containsExactly("r1", "r2");
        // From 5 down to 2, which is the best that is known from there, but for 0.9.
        assertThat(panel.reached(panel.runs().get(1), 0.3)).isEqualTo(2);
        assertThat(panel.reached(panel.runs().get(2), 0.3)).isNaN();
    }

    /** Not to have run is not to have failed, and a repetition is no other instance. */
    @Test
    void onlyInstancesThatAllSolversTriedAreCounted() throws Exception {
        ReportData data = files.run("r1", "p,s,a", 5, 1)
                .run("r2", "p,s,b", 5, 1)
                .run("r3", "q,s,b", 5, 1)
                .row("r4,p,s,a,2,converged,gradient_norm,1,9,1.0,minimum,0.5")
                .data();

        assertThat(data.profiles().costs().costs()).isDeepEqualTo(new double[][] {{2, 2}});
        assertThat(data.panels().get(0).runs().stream()
                        .filter(data.profiles()::counts)
                        .map(Run::id))
                .containsExactly("r1", "r2");
    }

    @Test
    void anotherSeedDrawsOtherStartsForTheSameMethod() throws Exception {
        ReportData data = new ResultsFiles(folder, "p_seed,")
                .run("r1", "p,any-1,a,1", 5, 1)
                .run("r2", "p,any-1,a,2", 5, 1)
                .file("manifest.json", """
                        {"config": {
                          "problems": {"p": {"random_starts": ["any"], "starts": {"any-1": [0], "any-1 seed 7": [5]}}},
                          "settings": [
                            {"parameters": {"seed": "1"}, "seed": 1},
                            {"parameters": {"seed": "2"}, "seed": 2}]}}""")
                .data();

        assertThat(data.lines().names()).containsExactly("a");
        assertThat(data.panels()).hasSize(1);
        assertThat(data.profiles().costs().costs()).hasDimensions(2, 1);
        // The trace tells where each began.
        assertThat(tree(data)).contains("\"began\":\"start any-1: [0]\"");
    }

    /** Every tenth iterate is recorded, and the best one was another. */
    @Test
    void theBestSeenMayBeAFinalValueThatIsInNoTrace() throws Exception {
        ReportData data = files.run("r1", "p,s,a", 5, 3)
                .row("r2,p,s,b,1,budget,iterations,1,9,1.0,not-stationary,0.5")
                .data();
        Panel panel = data.panels().get(0);

        assertThat(panel.gaps(panel.runs().get(0))).containsExactly(4, 2);
    }

    /** Which need not be the last one recorded; and where a derivative is not known, there is none. */
    @Test
    void aModelStandsAtThePointThatTheRunGaveBack() throws Exception {
        String page = tree(files.run("r1", "p,s,a", 5, 3)
                .run("r2", "p,s,b", 5, 3)
                .file(
                        "landscapes/models.csv",
                        "run_id,landscape,f,g_1,g_2,h_1_1,h_1_2,h_2_2\nr1,,3,0.5,,2,,\nr2,,3,0.5,,,,\n")
                .data());

        assertThat(page)
                .contains("\"model\":{\"x\":[0.25],\"f\":3,\"g\":[0.5,0],\"h\":[2,0,0]}")
                .contains("\"model\":{},");
    }

    /** A valley a thousandth deep, a million above zero, and a path a hundredth long, a thousand away. */
    @Test
    void smallDifferencesOfLargeNumbersAreNotRoundedAway() throws Exception {
        String page = tree(files.run("r1", "p,s,a", 1000000.002, 1000000.001)
                .file("landscapes/models.csv", "run_id,landscape,f,g_1,g_2,h_1_1,h_1_2,h_2_2\nr1,l,3,1,1,1,1,1\n")
                .file("landscapes/l.csv", "y,1000.01,1000.02\n0,1000000.002,1000000.001\n1,1000000.001,1000000.003\n")
                .data());

        assertThat(page).contains("\"f\":[1000000.002,1000000.001]", "\"base\":1000000.001");
        assertThat(page).containsPattern("\"values\":\\[0\\.001,0,0,0\\.002\\]");
    }

    @Test
    void runsThatWereNotMadeAreMissed() throws Exception {
        ReportData data = files.run("r1", "p,s,b", 1)
                .file("manifest.json", MANIFEST.formatted("false", "0"))
                .data();

        assertThat(data.tree().get("summary")).isEqualTo("2 runs: 1 converged. Not run: 1.");
    }

    @Test
    void profilesNeedTenInstancesAndTwoLines() throws Exception {
        for (int i = 1; i <= 9; i++) {
            files.run("a" + i, "p" + i + ",s,a", 1).run("b" + i, "p" + i + ",s,b", 1);
        }
        assertThat(files.run("a10", "p10,s,a", 1).data().profiles().areShown())
                .as("b was not run there")
                .isFalse();

        assertThat(files.run("b10", "p10,s,b", 1).data().profiles().areShown()).isTrue();
    }

    @Test
    void theTreeIsJson() throws Exception {
        String text = tree(files.run("r1", "p,s,a", Double.NaN, Double.POSITIVE_INFINITY, 1)
                .data());

        try (JsonParser parser = new JsonFactory().createParser(text)) {
            parser.nextToken();
            parser.skipChildren();
            assertThat(parser.nextToken()).isNull();
        }
        assertThat(text).contains("\"f\":[\"\",\"Infinity\",1]");
    }

    @Test
    void aPageShowsNoMoreRunsThanABrowserOpensQuicklyAndSaysSo() throws Exception {
        for (int i = 0; i < Panels.MOST_RUNS + 3; i++) {
            files.run("r" + i, "p,s" + i + ",a", 1);
        }
        ReportData data = files.data();

        assertThat(data.panels().stream().mapToInt(panel -> panel.runs().size()).sum())
                .isEqualTo(Panels.MOST_RUNS);
        assertThat(data.tree().get("summary")).isEqualTo("2000 converged. The other 3 runs are in runs.csv only.");
    }

    private static String tree(ReportData data) throws Exception {
        StringWriter text = new StringWriter();
        try (Json json = Json.inScript(text)) {
            json.tree(Map.copyOf(data.tree()));
        }
        return text.toString();
    }
}
