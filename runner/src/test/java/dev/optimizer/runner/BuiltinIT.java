package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Built-in problems: by name, with parameters, from their own starts, measured by their own minima. */
class BuiltinIT {
    @TempDir
    private Path folder;

    @Test
    void aBuiltinProblemRunsWithItsParametersFromItsOwnStarts() throws Exception {
        Files.writeString(folder.resolve("valleys.yaml"), """
                version: 1
                problem: {builtin: extended-rosenbrock, params: {n: 6}}
                solvers: {newton: newton}
                expect:
                  - {status: converged, point: minimum, gap: {max: 1e-12}, at: {x: [1, 1, 1, 1, 1, 1]}}
                """);
        Jar.Finished finished = Jar.in(folder).run("valleys.yaml");
        assertThat(finished.exit()).as(finished.err()).isZero();
        List<NamedCsvRecord> runs = read(folder.resolve("results/valleys/runs.csv"));
        assertThat(runs).extracting(run -> run.getField("start")).containsExactly("standard", "times-10", "times-100");
        assertThat(runs)
                .extracting(run -> run.getField("x_6"))
                .allMatch(x -> Math.abs(Double.parseDouble(x) - 1) < 1e-6);
        assertThat(folder.resolve("results/valleys/manifest.json"))
                .content()
                .contains("\"builtin\" : \"extended-rosenbrock\"");
    }

    @Test
    void aProblemWithoutAMinimumHasNoGap() throws Exception {
        Files.writeString(folder.resolve("down.yaml"), """
                version: 1
                problem: {builtin: pathological-cubic}
                solvers: {newton: newton}
                """);
        assertThat(Jar.in(folder).run("down.yaml").exit()).isZero();
        assertThat(read(folder.resolve("results/down/runs.csv")))
                .extracting(run -> run.getField("gap"))
                .containsOnly("");
    }

    @Test
    void aParameterOutOfItsRangeIsShownWhereItStands() throws Exception {
        Files.writeString(folder.resolve("odd.yaml"), """
                version: 1
                problem: {builtin: extended-rosenbrock, params: {n: 7}}
                solvers: {newton: newton}
                """);
        Jar.Finished finished = Jar.in(folder).run("validate", "odd.yaml");
        assertThat(finished.exit()).isEqualTo(14);
        assertThat(finished.err()).startsWith("odd.yaml:2:53: n must be 2 to 1000000 in steps of 2: 7\n");
    }

    private static List<NamedCsvRecord> read(Path csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv);
                Stream<NamedCsvRecord> records = reader.stream()) {
            return records.toList();
        }
    }
}
