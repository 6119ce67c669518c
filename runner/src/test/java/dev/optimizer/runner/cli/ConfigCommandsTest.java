package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.declaration.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate} and {@code plan}, and how configs are found. */
class ConfigCommandsTest {
    private static final String OK = ": ok, 4 runs = 1 problem x 2 starts x 2 solvers\n  %s: f(x) = "
            + Experiments.read(Experiments.QUARTIC).problems().get(0).function() + "\n";

    @TempDir
    private Path folder;

    @Test
    void validateConfirmsEveryFile() throws IOException {
        Path quartic = write("quartic.yaml", Experiments.QUARTIC);
        Session session = Session.run("validate", quartic);
        assertThat(session).isEqualTo(new Session(ExitCode.OK, quartic + OK.formatted("quartic"), ""));
    }

    /** Numbers that take 8 GB, which neither command needs. */
    @Test
    void manyLargeStartsAreListedAndNotMade() throws IOException {
        Path config = write("many.yaml", """
                version: 1
                problem:
                  formula: norm2(x)^2
                  variables: {x: 1000000}
                  starts: {h: {random: {uniform: [0, 1], count: 1000}}}
                solvers: {newton: newton}
                """);
        assertThat(Session.run("validate", config).out())
                .startsWith(config + ": ok, 1000 runs = 1 problem x 1000 starts x 1 solver\n");
        assertThat(Session.run("plan", config).out())
                .containsPattern("many-h-1-newton-[0-9a-f]{6} +many +h-1 +newton  random \\(1000000 entries\\)\n")
                .endsWith("\nmany: 1000 runs = 1 problem x 1000 starts x 1 solver\n");
    }

    /** Each word is right, which reading can tell; that they never meet shows only in the plan. */
    @Test
    void whatIsExpectedOfNoRunIsAnError() throws IOException {
        Path config = write("none.yaml", """
                version: 1
                problem: {formula: x^2, starts: {a: 1}}
                solvers: {n: newton, b: bfgs}
                sweep: {grid: {n.modification: [flip, shift]}}
                expect:
                  - {for: {solver: n}, status: converged}
                  - {for: {solver: b, n.modification: flip}, status: converged}
                """);

        Session session = Session.run("validate", config);

        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .startsWith(config
                        + ":7:5: this expects something of no run: no run has n.modification flip and solver b\n")
                .contains("\n1 error in the runs that are planned\n");
    }

    @Test
    void anExperimentWithoutRunsIsAnError() throws IOException {
        Path config = write("none.yaml", """
                version: 1
                problem: {formula: x^2, starts: {a: 1}}
                solvers: {n: newton}
                sweep: {exclude: [{solver: n}]}
                """);

        Session session = Session.run("validate", config);

        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.err())
                .startsWith(config + ":1:1: every run is excluded; take something out of sweep.exclude\n");
    }

    @Test
    void gitHubShowsErrorsAtTheirLines() throws IOException {
        Path config = write(
                "bad.yaml", "version: 1\nproblem: {formula: x^2, starts: {a: 1}}\nsolvers: {n: newtn}\nseed: x\n");

        Session session = Session.in(Map.of("GITHUB_ACTIONS", "true"), "validate", config);

        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.err().lines().filter(line -> line.startsWith("::error")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("::error file=" + config + ",line="))
                .anyMatch(line -> line.contains(",line=3,col=14,title=invalid config::") && line.contains("newton"))
                .anyMatch(line -> line.contains(",line=4,col=7,title=invalid config::seed"));
        assertThat(Session.run("validate", config).err()).doesNotContain("::error");
    }

    @Test
    void aFolderMeansAllItsYamlRecursivelyInOrder() throws IOException {
        Path b = write("b.yaml", named("b"));
        Path a = write("sub/deep/a.yaml", named("a"));
        Path c = write("a.yaml", named("c"));
        write("notes.yml", "not: [a config");
        assertThat(Session.run("validate", folder).out())
                .isEqualTo(c + OK.formatted("c") + b + OK.formatted("b") + a + OK.formatted("a"));
    }

    @Test
    void aFolderWithoutYamlIsAUsageError() {
        Session session = Session.run("validate", folder);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo(folder + ": no *.yaml file in this folder");
    }

    @Test
    void everyErrorOfEveryFileIsShownAtOnce() throws IOException {
        Path first = write("first.yaml", "sead: 3\n" + Experiments.QUARTIC.replace("type: newton", "type: newtn"));
        Path second = write("second.yaml", "");
        Path good = write("good.yaml", Experiments.QUARTIC);
        Session session = Session.run("validate", first, good, second);
        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.out()).isEmpty();
        assertThat(session.err())
                .isEqualTo(first + ":1:1: unknown key 'sead'; did you mean 'seed'?\n"
                        + "    1 | sead: 3\n"
                        + "      | ^^^^\n"
                        + first
                        + ":10:18: type must be one of " + types() + ": 'newtn'; did you mean 'newton'?\n"
                        + "   10 |   newton: {type: newtn}\n"
                        + "      |                  ^^^^^\n"
                        + second
                        + ":1:1: the config is empty; it needs at least the keys version, problem and solvers\n"
                        + "    1 | \n"
                        + "      | ^\n"
                        + "3 errors in 3 files\n"
                        + "exit 14: config invalid\n");
    }

    private static String types() {
        return Solvers.declarations().stream().map(Section::name).collect(Collectors.joining(", "));
    }

    @Test
    void twoExperimentsOfOneNameWouldShareAFolder() throws IOException {
        Path first = write("first.yaml", Experiments.QUARTIC);
        Path second = write("second.yaml", Experiments.QUARTIC);
        Session session = Session.run("validate", first, second);
        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.err())
                .startsWith(
                        second + ":1:1: the name 'quartic' is taken by " + first + "; add 'name:' with another one\n");
    }

    @Test
    void momentumDoesNotGoWithALineSearch() throws IOException {
        Path file = write(
                "momentum.yaml",
                Experiments.QUARTIC.replace(
                        "{type: newton}", "{type: gradient-descent, momentum: 0.9, line_search: armijo}"));
        Session session = Session.run("validate", file);
        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.err())
                .startsWith(file
                        + ":9:3: momentum goes with fixed steps; leave it out, or leave line_search: armijo out\n"
                        + "    9 |   newton: {type: gradient-descent, momentum: 0.9, line_search: armijo}\n");
    }

    @Test
    void optionsThatDoNotGoTogetherAreAnErrorAtTheSolver() throws IOException {
        Path file = write(
                "wolfe.yaml",
                Experiments.QUARTIC.replace(
                        "{type: newton}", "{type: newton, line_search: {type: strong-wolfe, c1: 0.4, c2: 0.3}}"));
        Session session = Session.run("validate", file);
        assertThat(session.exit()).isEqualTo(ExitCode.CONFIG_INVALID);
        assertThat(session.err())
                .startsWith(file + ":9:3: ")
                .contains("c2", "\n    9 |   newton: {type: newton, line_search")
                .contains("1 error in 1 file\n");
    }

    @Test
    void aFileThatDoesNotExistHasAlikelyNeighbour() throws IOException {
        Path file = write("quartic.yaml", Experiments.QUARTIC);
        Path mistyped = folder.resolve("quartc.yaml");
        Session session = Session.run("validate", mistyped);
        assertThat(session.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(session.message()).isEqualTo(mistyped + ": no such file; did you mean '" + file + "'?");
        assertThat(Session.run("validate", folder.resolve("none/zzz")).message())
                .isEqualTo(folder.resolve("none/zzz") + ": no such file");
    }

    @Test
    void aMistypedSubcommandIsRecognised() {
        assertThat(Session.run("validte").message())
                .isEqualTo("validte: no such file; did you mean the subcommand 'validate'?");
    }

    @Test
    void planShowsEveryRunAndTheCount() throws IOException {
        Session session = Session.run("plan", write("quartic.yaml", Experiments.QUARTIC));
        assertThat(session).isEqualTo(new Session(ExitCode.OK, """
                        run                           problem  start  solver   from
                        quartic-left-descent-f31d64   quartic  left   descent  x = -0.5
                        quartic-left-newton-b93c70    quartic  left   newton   x = -0.5
                        quartic-right-descent-a76472  quartic  right  descent  x = 0.5
                        quartic-right-newton-b47c20   quartic  right  newton   x = 0.5

                        quartic: 4 runs = 1 problem x 2 starts x 2 solvers
                        """, ""));
    }

    @Test
    void planShowsEveryCoordinate() throws IOException {
        Path file = write("plane.yaml", """
                version: 1
                problem: {formula: x^2 + y^2, starts: {a: {y: 1e-9, x: 1/3}}}
                solvers: {newton: newton}
                """);
        assertThat(Session.run("plan", file).out()).contains("x = 0.3333333333333333, y = 1e-9\n");
    }

    private Path write(String name, String yaml) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, yaml);
    }

    private static String named(String name) {
        return Experiments.QUARTIC.replace("name: quartic", "name: " + name);
    }
}
