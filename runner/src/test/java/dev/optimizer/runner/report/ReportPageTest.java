package dev.optimizer.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.runner.baseline.Pairs;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    @TempDir
    private Path folder;

    @Test
    void aNameCannotEndTheScriptNorStandForAPartOfThePage() throws Exception {
        new ResultsFiles(folder)
                .run("r1", "p,s,\"</script><script>alert(1)</script>\"", 2, 1)
                .file("manifest.json", "{\"name\": \"{{DATA}} <b>&\\\"\"}")
                .write();
        ReportPage.write(folder, false);

        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page)
                .contains("<title>{{DATA}} &lt;b&gt;&amp;&quot;</title>")
                .doesNotContain("<b>", "alert(1)</script>");
        assertThat(page.split("</script>", -1)).hasSize(3);
    }

    @Test
    void thePageAsksForNothing() throws Exception {
        new ResultsFiles(folder).run("r1", "p,s,a", 2, 1).write();
        ReportPage.write(folder, false);

        // The one address is the name of SVG's namespace, which nobody opens.
        assertThat(Files.readString(folder.resolve("report.html")).replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "src=", "@import", "url(");
    }

    @Test
    void plotsOfAnEarlierBatchGo() throws Exception {
        new ResultsFiles(folder)
                .run("r1", "p,s,a", 2, 1)
                .file("plots/convergence-old.svg", "<svg/>")
                .file("plots/mine.txt", "kept")
                .write();
        ReportPage.write(folder, false);

        assertThat(folder.resolve("plots")).isDirectoryNotContaining("glob:**old.svg");
        assertThat(folder.resolve("plots/convergence-p-s.svg")).exists();
        assertThat(folder.resolve("plots/mine.txt")).exists();
    }

    @Test
    void aTraceThatIsNoneIsNamed() throws Exception {
        new ResultsFiles(folder)
                .run("r1", "p,s,a", 2, 1)
                .file("traces/r1.csv", "iteration,value\n0,1\n1,one\n")
                .write();

        assertThatThrownBy(() -> ReportPage.write(folder, false))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("traces/r1.csv") + ":3: not a row of numbers");
    }

    @Test
    void aTableThatIsNoneIsNamed() throws Exception {
        new ResultsFiles(folder).file("runs.csv", "a,b\n1,2\n");

        assertThatThrownBy(() -> ReportPage.write(folder, false)).isInstanceOf(UnreadableResultsException.class);
    }

    @Test
    void aComparisonHasBothSidesInOneFigureAndSaysWhatIsDifferent() throws Exception {
        Path a = new ResultsFiles(folder.resolve("a"))
                .run("r1", "p,s,newton", 4, 2, 1)
                .run("r2", "p,s,bfgs", 4, 1)
                .write();
        Path b = new ResultsFiles(folder.resolve("b"))
                .run("r9", "p,s,newton", 4, 1)
                .run("r2", "p,s,bfgs", 4, 1)
                .run("r3", "q,s,bfgs", 4, 1)
                .write();
        ReportPage.writeComparison(List.of(a, b), pairs(a, b), folder.resolve("page.html"));

        String page = Files.readString(folder.resolve("page.html"));
        assertThat(page)
                .contains("\"solvers\":[\"newton (A)\",\"newton (B)\",\"bfgs (A)\",\"bfgs (B)\"],\"slots\":[0,8,1,9]")
                .contains("2 runs in both, 1 changed, 1 only in B; median time ×1.")
                .contains("[\"p s newton\",\"2 → 1\",\"3 → 2\",\"×1\"]", "[\"q s bfgs, only in B\",\"\",\"\",\"\"]")
                .contains("\"id\":\"A/r1\"", "\"id\":\"B/r9\"")
                .contains("\"title\":\"p, s\"", "\"runs\":[0,1,2,3]");
    }

    @Test
    void foldersOfSeveralExperimentsAreComparedInOnePage() throws Exception {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        new ResultsFiles(a.resolve("one")).run("r1", "p,s,newton", 4, 2).write();
        new ResultsFiles(b.resolve("one")).run("r1", "p,s,newton", 4, 2).write();
        new ResultsFiles(b.resolve("two")).run("r1", "p,s,newton", 4, 2).write();
        Map<String, Pairs> pairs = new TreeMap<>();
        pairs.put("one", Pairs.of(table(a.resolve("one")), table(b.resolve("one"))));
        pairs.put("two", Pairs.of(ResultTable.empty(a.resolve("two")), table(b.resolve("two"))));
        ReportPage.writeComparison(List.of(a, b), pairs, folder.resolve("page.html"));

        assertThat(Files.readString(folder.resolve("page.html")))
                .contains("\"title\":\"one: p, s\"", "\"title\":\"two: p, s\"")
                .contains("\"id\":\"A/one/r1\"", "\"id\":\"B/one/r1\"", "\"id\":\"B/two/r1\"")
                .contains(
                        "one: 1 run in both, 0 changed; median time ×1.",
                        "two: 0 runs in both, 0 changed, 1 only in B.");
    }

    private static Map<String, Pairs> pairs(Path a, Path b) throws Exception {
        return Map.of("", Pairs.of(table(a), table(b)));
    }

    private static ResultTable table(Path folder) throws Exception {
        return ResultTable.read(folder.resolve("runs.csv"));
    }
}
