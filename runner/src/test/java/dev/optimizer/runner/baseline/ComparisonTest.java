package dev.optimizer.runner.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.ResultTable.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    private static final String RUNS =
            "run_id,problem,start,solver,repeat,p_n.step,status,stop_reason,iterations,value,gap,point,checks,seconds,x\n";

    private static final String BASELINE =
            "problem,start,solver,repeat,p_n.step,status,stop_reason,iterations,value,point,x\n";

    @TempDir
    private Path folder;

    @Test
    void runsAreMatchedByTheirNamesAndParametersWhateverTheirHash() throws Exception {
        ResultTable now = table(
                "runs.csv",
                RUNS
                        + "id-1,q,a,n,1,0.5,converged,g,6,1,1,minimum,,9,3\nid-2,q,a,n,1,0.25,converged,g,7,1,1,minimum,,9,3\n"
                        + "id-3,q,a,n,2,0.25,converged,g,8,1,1,minimum,,9,3\n");
        ResultTable baseline = table(
                "b.csv",
                BASELINE + "q,a,n,2,0.25,converged,g,8,1,minimum,3\nq,a,n,1,0.25,converged,g,7,1,minimum,3\n"
                        + "q,a,n,1,0.5,converged,g,5,1,minimum,3\n");

        Comparison comparison = new Comparison(baseline, now, Map.of(), true);

        assertThat(comparison.allDifferences()).singleElement().satisfies(difference -> {
            assertThat(difference.run()).hasToString("q a n n.step=0.5");
            assertThat(difference).hasToString("iterations is 6, baseline 5, allowed 0");
            assertThat(difference.line()).isEqualTo(4);
        });
        assertThat(comparison.unknown()).isEmpty();
        assertThat(comparison.gone()).isEmpty();
    }

    @Test
    void ofAPartOfTheRunsNothingIsGoneAndAnUpdateKeepsTheOthers() throws Exception {
        ResultTable now = table("runs.csv", RUNS + "id-1,q,a,n,1,,converged,g,6,1,1,minimum,,9,3\n");
        String others = "q,b,n,1,0.5,budget,iterations,9,1,minimum,3\n";
        ResultTable baseline = table("b.csv", BASELINE + others + "q,a,n,1,,converged,g,5,1,minimum,3\n");

        assertThat(new Comparison(baseline, now, Map.of(), true).gone())
                .extracting(row -> row.names().start())
                .containsExactly("b");
        Comparison part = new Comparison(baseline, now, Map.of(), false);
        assertThat(part.gone()).isEmpty();
        part.updated().write();
        assertThat(folder.resolve("b.csv")).hasContent(BASELINE + "q,a,n,1,,converged,g,6,1,minimum,3\n" + others);
    }

    @Test
    void theEntriesOfLongPointsAreLeftOut() throws Exception {
        String names = IntStream.rangeClosed(1, 11).mapToObj(i -> "w_" + i).collect(Collectors.joining(","));
        ResultTable now = table(
                "runs.csv",
                "problem,start,solver,repeat,status,value," + names + "\nshort,a,n,1,converged,1" + ",2".repeat(10)
                        + ",\nlong,a,n,1,converged,1" + ",2".repeat(11) + "\n");

        ResultTable made = new Comparison(ResultTable.empty(folder.resolve("b.csv")), now, Map.of(), true).updated();

        assertThat(made.columns())
                .containsExactly(
                        "problem", "start", "solver", "repeat", "status", "value", "w_1", "w_2", "w_3", "w_4", "w_5",
                        "w_6", "w_7", "w_8", "w_9", "w_10");
        assertThat(made.rows().values()).extracting(row -> row.text("w_10")).containsExactly("2", "");
    }

    /** What a spreadsheet would execute is written with an apostrophe, and read without. */
    @Test
    void textThatLooksLikeAFormulaComesBackAsItWas() throws Exception {
        ResultTable now =
                table("runs.csv", RUNS + "id-1,q,a,n,1,'=1+1,crashed,\"'@x, \"\"y\"\"\nz\",6,-1,1,minimum,,9,-3\n");
        Row row = now.rows().values().iterator().next();
        assertThat(row.names().parameters()).isEqualTo(Map.of("p_n.step", "=1+1"));
        assertThat(row.text("stop_reason")).isEqualTo("@x, \"y\"\nz");

        Comparison comparison = new Comparison(ResultTable.empty(folder.resolve("b.csv")), now, Map.of(), true);
        comparison.updated().write();

        assertThat(folder.resolve("b.csv"))
                .hasContent(BASELINE + "q,a,n,1,'=1+1,crashed,\"'@x, \"\"y\"\"\nz\",6,-1,minimum,-3\n");
        ResultTable again = ResultTable.read(folder.resolve("b.csv"));
        assertThat(new Comparison(again, now, Map.of(), true).isClean()).isTrue();
    }

    private ResultTable table(String name, String csv) throws Exception {
        return ResultTable.read(Files.writeString(folder.resolve(name), csv));
    }
}
