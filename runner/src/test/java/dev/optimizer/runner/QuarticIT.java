package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, {@code java -jar runner.jar configs/quartic.yaml}, and what it leaves behind. */
class QuarticIT {
    @TempDir
    private static Path folder;

    private static Jar.Finished finished;
    private static List<NamedCsvRecord> runs;

    @BeforeAll
    static void runTheQuartic() throws Exception {
        finished = Jar.in(folder).run(Jar.configs().resolve("quartic.yaml"));
        runs = read(folder.resolve("results/quartic/runs.csv"));
    }

    @Test
    void endsWellAndSaysSo() {
        assertThat(finished.exit()).as(finished.err()).isZero();
        assertThat(finished.lastLine()).isEqualTo("exit 0: all good");
    }

    @Test
    void standardOutputHoldsTheTableAndNothingElse() {
        List<String> lines = finished.out().lines().toList();
        assertThat(lines.get(0))
                .matches("run +status +point +value +gap +‖∇f‖∞ +log ‖∇f‖∞ +iterations +f +∇f +∇²f +order +checks");
        assertThat(lines.subList(1, 9)).allMatch(line -> line.startsWith("quartic-"));
        assertThat(lines.get(9)).isEmpty();
        assertThat(lines.get(10))
                .matches("quartic: 8 runs = 1 problem x 2 starts x 4 solvers; (\\d+) of \\1 checks passed; results in "
                        + "results.quartic");
        assertThat(lines).hasSize(11);
    }

    @Test
    void standardErrorHoldsALineOfProgressPerRun() {
        List<String> lines = finished.err().lines().toList();
        assertThat(lines).hasSize(10);
        assertThat(lines.get(0)).isEqualTo("quartic: 8 runs = 1 problem x 2 starts x 4 solvers");
        for (int i = 1; i <= 8; i++) {
            assertThat(lines.get(i)).startsWith("[" + i + "/8] quartic-");
        }
    }

    @Test
    void runsHaveTheColumnsOfTheContract() {
        assertThat(runs).hasSize(8);
        assertThat(runs.get(0).getHeader())
                .containsExactly(
                        "run_id",
                        "problem",
                        "start",
                        "solver",
                        "repeat",
                        "status",
                        "stop_reason",
                        "iterations",
                        "n_f",
                        "n_g",
                        "n_h",
                        "n_hv",
                        "value",
                        "gap",
                        "gradient_norm",
                        "point",
                        "negative_eigenvalues",
                        "smallest_eigenvalue",
                        "decrement",
                        "order",
                        "rate",
                        "checks",
                        "seconds",
                        "x");
    }

    @Test
    void bothMinimaAreFound() {
        for (String solver : List.of("descent", "backtracking", "newton")) {
            assertEndsAt(run("right", solver), 2, -32, 0);
            assertEndsAt(run("left", solver), -1, -5, 27);
        }
    }

    @Test
    void pureNewtonLandsTruthfully() {
        NamedCsvRecord right = run("right", "pure-newton");
        assertThat(right.getField("status")).isEqualTo("converged");
        assertThat(right.getField("point")).isEqualTo("maximum");
        assertThat(number(right, "negative_eigenvalues")).isEqualTo(1);
        assertThat(number(right, "smallest_eigenvalue")).isEqualTo(-24);
        assertThat(number(right, "x")).isZero();
        assertEndsAt(run("left", "pure-newton"), 2, -32, 0);
    }

    /** 0.1 to either side is what the config itself insists on. */
    @Test
    void theOrderOfConvergenceIsTwoForNewtonAndEmptyWhereTwoPointsCannotTell() {
        for (String start : List.of("left", "right")) {
            assertThat(number(run(start, "newton"), "order")).isCloseTo(2, within(0.1));
            assertThat(run(start, "pure-newton").getField("order")).isEmpty();
            assertThat(run(start, "pure-newton").getField("rate")).isEmpty();
        }
    }

    @Test
    void thereIsATraceForEveryRunAndNoOtherFile() throws IOException {
        List<String> wanted = new ArrayList<>(List.of(
                "checks.csv",
                "journal.jsonl",
                "landscapes/models.csv",
                "landscapes/quartic.left.csv",
                "landscapes/quartic.right.csv",
                "manifest.json",
                "plots/convergence-quartic-left.svg",
                "plots/convergence-quartic-right.svg",
                "plots/landscape-quartic-left.svg",
                "plots/landscape-quartic-right.svg",
                "report.html",
                "runs.csv"));
        runs.forEach(run -> wanted.add("traces/" + run.getField("run_id") + ".csv"));
        Path results = folder.resolve("results");
        try (Stream<Path> files = Files.walk(results)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> results.resolve("quartic")
                                    .relativize(file)
                                    .toString()
                                    .replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void tracesAgreeWithTheirRuns() throws IOException {
        for (NamedCsvRecord run : runs) {
            List<NamedCsvRecord> trace =
                    read(folder.resolve("results/quartic/traces/" + run.getField("run_id") + ".csv"));
            assertThat(trace.get(0).getHeader())
                    .containsExactly(
                            "iteration",
                            "n_f",
                            "n_g",
                            "n_h",
                            "n_hv",
                            "value",
                            "gap",
                            "gradient_norm",
                            "step_norm",
                            "step_length",
                            "seconds",
                            "x");
            for (int i = 1; i < trace.size(); i++) {
                assertThat(number(trace.get(i), "iteration")).isGreaterThan(number(trace.get(i - 1), "iteration"));
                for (String count : List.of("n_f", "n_g", "n_h", "n_hv", "seconds")) {
                    assertThat(number(trace.get(i), count)).isGreaterThanOrEqualTo(number(trace.get(i - 1), count));
                }
            }
            NamedCsvRecord last = trace.get(trace.size() - 1);
            for (String field : List.of("n_f", "value", "gap", "gradient_norm", "x")) {
                assertThat(last.getField(field)).as(field).isEqualTo(run.getField(field));
            }
            assertThat(last.getField("iteration")).isEqualTo(run.getField("iterations"));
        }
    }

    @Test
    void theManifestIsJsonAndKnowsTheRuns() throws IOException {
        List<String> strings = new ArrayList<>();
        try (JsonParser parser = new JsonFactory()
                .createParser(folder.resolve("results/quartic/manifest.json").toFile())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue() || parser.currentName() != null) {
                    strings.add(parser.getText());
                }
            }
        }
        assertThat(strings)
                .contains("exit_code", "command", "config", "sha256", "overrides", "versions", "host", "blas")
                .containsAll(runs.stream().map(run -> run.getField("run_id")).toList());
    }

    private static void assertEndsAt(NamedCsvRecord run, double x, double value, double gap) {
        assertThat(run.getField("status")).isEqualTo("converged");
        assertThat(run.getField("point")).isEqualTo("minimum");
        // ‖∇f‖ is at most 1e-8 and f″ at least 36: x is off by at most 3e-10 and f, quadratic there, by 2e-18.
        assertThat(number(run, "x")).isCloseTo(x, within(1e-9));
        // What is left in f is rounding: terms as large as 48, so some ulps of 7e-15.
        assertThat(number(run, "value")).isCloseTo(value, within(1e-13));
        assertThat(number(run, "gap")).isCloseTo(gap, within(1e-13));
    }

    private static NamedCsvRecord run(String start, String solver) {
        return runs.stream()
                .filter(run -> run.getField("start").equals(start)
                        && run.getField("solver").equals(solver))
                .findFirst()
                .orElseThrow();
    }

    private static double number(NamedCsvRecord record, String field) {
        return Double.parseDouble(record.getField(field));
    }

    private static List<NamedCsvRecord> read(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().toList();
        }
    }
}
