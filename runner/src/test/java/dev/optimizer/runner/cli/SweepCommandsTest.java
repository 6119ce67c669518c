package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.Experiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps, overrides and selections on the command line and in the results. */
class SweepCommandsTest {
    private static final String SWEEP = """
            sweep:
              grid: {descent.step: [0.01, 0.002]}
              zip: {z: {stop.iterations: [100, 20], stop.gradient_norm: [1e-8, 1e-4]}}
              exclude: [{solver: newton, stop.iterations: 20}]
            """;

    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void write() throws IOException {
        config = Files.writeString(folder.resolve("quartic.yaml"), Experiments.QUARTIC + SWEEP);
    }

    @Test
    void planShowsTheParametersOfEveryRun() {
        Session session = Session.run("plan", config, "--only", "start=left");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.out()
                        .lines()
                        .map(line -> line.replaceAll("-[0-9a-f]{6} ", " ").replaceAll(" +", " ")))
                .containsExactly(
                        "run problem start solver descent.step stop.gradient_norm stop.iterations from",
                        "quartic-left-descent-step-0.01-gradient_norm-1e-8-iterations-100 quartic left descent 0.01 1e-8"
                                + " 100 x = -0.5",
                        "quartic-left-descent-step-0.01-gradient_norm-1e-4-iterations-20 quartic left descent 0.01 1e-4"
                                + " 20 x = -0.5",
                        "quartic-left-descent-step-0.002-gradient_norm-1e-8-iterations-100 quartic left descent 0.002"
                                + " 1e-8 100 x = -0.5",
                        "quartic-left-descent-step-0.002-gradient_norm-1e-4-iterations-20 quartic left descent 0.002"
                                + " 1e-4 20 x = -0.5",
                        "quartic-left-newton-gradient_norm-1e-8-iterations-100 quartic left newton 1e-8 100 x = -0.5",
                        "",
                        "quartic: 5 of 10 runs (--only start=left)");
        assertThat(Session.run("validate", config).out())
                .startsWith(config + ": ok, 10 runs = 1 problem x 2 starts x (descent 2 + newton 1) x 2 settings,"
                        + " 2 excluded\n");
    }

    /** The words of overrides and of a base mean what they would mean in the file: the very same runs. */
    @Test
    void overridesAndExtensionsMakeTheRunsThatTheFileWould() throws IOException {
        Path merged = Files.writeString(
                folder.resolve("merged.yaml"),
                Files.readString(config)
                                .replace("[0.01, 0.002]", "[0.03]")
                                .replace("right: 0.5", "right: 0.7")
                                .replace("{type: newton}", "{type: newton, modification: flip}")
                        + "repeat: 2\n");
        Path derived = Files.writeString(folder.resolve("derived.yaml"), """
                extends: quartic.yaml
                problem: {starts: {right: 0.7}}
                solvers: {newton: {modification: flip}}
                sweep: {grid: {descent.step: [0.03]}}
                repeat: 2
                """);
        String wanted = Session.run("plan", merged).out();
        assertThat(wanted).contains("quartic: 12 runs = ");
        assertThat(Session.run("plan", derived).out()).isEqualTo(wanted);
        assertThat(Session.run(
                                "plan",
                                config,
                                "--set",
                                "repeat=2",
                                "--set",
                                "problem.starts.right=0.7",
                                "--set",
                                "newton.modification=flip",
                                "--set",
                                "sweep.grid.descent.step=[0.03]")
                        .out())
                .isEqualTo(wanted);
    }

    @Test
    void planAsJson() throws IOException {
        List<String> ids = new ArrayList<>();
        String json = Session.run("plan", config, "--json", "--shard", "1/2").out();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "run_id".equals(parser.currentName())) {
                    ids.add(parser.getText());
                }
            }
        }
        assertThat(ids).hasSize(5).doesNotHaveDuplicates().allMatch(id -> id.startsWith("quartic-"));
        assertThat(json).contains("\"parameters\" : {", "\"descent.step\" : \"0.01\"");
    }

    @Test
    void resultsHaveAColumnPerParameterAndTheNaturalOrder() throws IOException {
        Session session = Session.run("run", config, "--out", folder.resolve("out"));
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        List<String> rows = Files.readAllLines(folder.resolve("out/quartic/runs.csv"));
        assertThat(rows.get(0))
                .startsWith(
                        "run_id,problem,start,solver,repeat,p_descent.step,p_stop.gradient_norm,p_stop.iterations,status,");
        assertThat(rows.stream()
                        .skip(1)
                        .map(row -> row.replaceFirst("^[^,]*,", "").replaceAll("^((?:[^,]*,){7}).*", "$1")))
                .containsExactly(
                        "quartic,left,descent,1,0.002,1e-8,100,",
                        "quartic,left,descent,1,0.002,1e-4,20,",
                        "quartic,left,descent,1,0.01,1e-8,100,",
                        "quartic,left,descent,1,0.01,1e-4,20,",
                        "quartic,left,newton,1,,1e-8,100,",
                        "quartic,right,descent,1,0.002,1e-8,100,",
                        "quartic,right,descent,1,0.002,1e-4,20,",
                        "quartic,right,descent,1,0.01,1e-8,100,",
                        "quartic,right,descent,1,0.01,1e-4,20,",
                        "quartic,right,newton,1,,1e-8,100,");
    }

    @Test
    void theManifestTellsWhatWasSetSweptAndSelected() throws IOException {
        Path derived = Files.writeString(folder.resolve("derived.yaml"), "extends: quartic.yaml\nname: derived\n");
        Session session = Session.run(
                "run",
                derived,
                "--out",
                folder.resolve("out"),
                "--set",
                "newton.modification=none",
                "--only",
                "solver=newton",
                "--shard",
                "1/2");
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).contains("derived: 1 of 10 runs (--only solver=newton --shard 1/2); ");
        String manifest = Files.readString(folder.resolve("out/derived/manifest.json"));
        assertThat(manifest)
                .contains("\"extends\" : {\n      \"file\" : \"quartic.yaml\",\n      \"sha256\" : \"")
                .contains("\"newton.modification\" : \"none\"")
                .contains("\"descent.step\" : [ \"0.01\", \"0.002\" ]")
                .contains("\"exclude\" : [ \"solver: newton, stop.iterations: 20\" ]")
                .contains("\"selection\" : [ \"--only solver=newton\", \"--shard 1/2\" ]")
                .contains("\"command\" : \"java -jar runner.jar run derived.yaml --set newton.modification=none"
                        + " --only solver=newton --shard 1/2\"")
                .doesNotContain(folder.toString());
    }

    @Test
    void inspectTakesOverrides() {
        assertThat(Session.run("inspect", config, "--start", "left", "--set", "problem.formula=x^2 + 7")
                        .out())
                .contains("value        7.25\n");
    }

    @Test
    void whatTheCommandLineGetsWrong() {
        assertThat(Session.run("plan", config, "--set", "seed")).satisfies(session -> {
            assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(session.message()).isEqualTo("--set needs path=value: seed");
        });
        assertThat(Session.run("plan", config, "--shard", "3/2")).satisfies(session -> {
            assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(session.message()).isEqualTo("--shard must be I/N with I from 1 to N: 3/2");
        });
        assertThat(Session.run("run", config, "--only", "solver=bfgs")).satisfies(session -> {
            assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(session.message())
                    .isEqualTo("--only solver=bfgs: no run has this solver; there are descent, newton");
        });
        assertThat(Session.run("validate", config, "--set", "sead=1")).satisfies(session -> {
            assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
            assertThat(session.err())
                    .startsWith("--set:1:1: there is no solver, problem or key 'sead' in " + config
                            + "; did you mean 'seed'?\n    1 | sead=1\n      | ^^^^\n1 error in 1 file\n");
        });
    }

    /** Options that are each in range may not go together; it is a value of the sweep that brings them together. */
    @Test
    void optionsThatDoNotGoTogetherAreAnErrorAtTheValue() throws IOException {
        Path file = Files.writeString(
                folder.resolve("momentum.yaml"),
                Experiments.QUARTIC.replace("step: 0.01", "line_search: armijo")
                        + "sweep: {grid: {descent.momentum: [0, 0.9]}}\n");
        assertThat(Session.run("validate", file).err()).contains("momentum goes with fixed steps");
    }

    @Test
    void everyRunExcludedIsNoExperiment() throws IOException {
        Path file = Files.writeString(
                folder.resolve("none.yaml"),
                Experiments.QUARTIC + "sweep: {exclude: [{start: left}, {start: right}]}\n");
        assertThat(Session.run("run", file).message()).isEqualTo("every run is excluded");
    }
}
