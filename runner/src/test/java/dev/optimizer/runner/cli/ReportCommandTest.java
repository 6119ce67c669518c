package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    private Path results;
    private Path quartic;

    @BeforeEach
    void run() throws IOException {
        Path config = Files.writeString(folder.resolve("quartic.yaml"), Experiments.QUARTIC);
        results = folder.resolve("results");
        quartic = results.resolve("quartic");
        assertThat(Session.run(config, "--out", results, "-q").exit()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aReportThatIsMadeAnewIsTheOneOfTheBatch() throws IOException {
        String first = Files.readString(quartic.resolve("report.html"));
        Files.delete(quartic.resolve("report.html"));

        Session session = Session.run("report", quartic);

        assertThat(session).isEqualTo(new Session(ExitCode.OK, quartic.resolve("report.html") + "\n", ""));
        assertThat(quartic.resolve("report.html")).hasContent(first);
    }

    @Test
    void aFolderOfSeveralExperimentsGetsThemAll() throws IOException {
        Files.move(quartic, results.resolve("a"));
        Path config = folder.resolve("quartic.yaml");
        assertThat(Session.run(config, "--out", results, "-q").exit()).isEqualTo(ExitCode.OK);

        Session session = Session.run("report", results);

        assertThat(session.out())
                .isEqualTo(results.resolve("a/report.html") + "\n" + quartic.resolve("report.html") + "\n");
    }

    @Test
    void whereThereAreNoResults() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertUsage(empty + ": no results here: neither runs.csv nor folders with one; 'run' makes them", empty);
        Path missing = folder.resolve("missing");
        assertUsage(missing + ": no such folder", missing);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLine() throws IOException {
        Path trace;
        try (var traces = Files.list(quartic.resolve("traces"))) {
            trace = traces.sorted().findFirst().orElseThrow();
        }
        Files.writeString(trace, "iteration,value\n0,1\n1,x\n");
        assertUsage(quartic + ": the report cannot be made: " + trace + ":3: not a row of numbers", quartic);

        Files.writeString(quartic.resolve("manifest.json"), "{\n  \"name\": \n}");
        assertUsage(
                quartic + ": the report cannot be made: " + quartic.resolve("manifest.json") + ":3: this is no JSON",
                quartic);

        Files.writeString(quartic.resolve("runs.csv"), "run_id,status\n");
        assertUsage(quartic.resolve("runs.csv") + ":1: the header has no column 'problem'", quartic);
    }

    private static void assertUsage(String message, Path folder) {
        Session session = Session.run("report", folder);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo(message);
    }
}
