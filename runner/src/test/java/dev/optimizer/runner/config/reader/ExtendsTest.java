package dev.optimizer.runner.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.StartConfig;
import dev.optimizer.runner.config.StartValue;
import dev.optimizer.runner.config.StopConfig;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.UnreadableConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A config that says what it changes of another. */
class ExtendsTest {
    private static final String BASE = """
            version: 1
            name: base
            problem:
              formula: c*x^2
              data: {c: 2}
              starts: {left: -1, any: {random: {uniform: [0, 1], count: 3}}}
            solvers:
              descent: {type: gradient-descent, line_search: {type: armijo, contraction: 0.1}, memory: 3}
              newton: newton
            stop: {iterations: 7, gradient_norm: 1e-3}
            expect: [{status: converged}, {point: minimum}]
            """;

    @TempDir
    private Path folder;

    @Test
    void mappingsAreMergedAndEverythingElseIsReplaced() throws Exception {
        Experiment experiment = read("""
                extends: base.yaml
                name: derived
                problem:
                  starts: {right: 1, any: {random: {count: 5}}}
                stop: {iterations: 9}
                expect: [{status: stalled}]
                """);
        assertThat(experiment.name()).isEqualTo("derived");
        assertThat(experiment.problems().get(0).starts())
                .extracting(StartConfig::name)
                .containsExactly("left", "any", "right");
        assertThat(experiment.problems().get(0).starts().get(1).names()).hasSize(5);
        assertThat(experiment.stop()).isEqualTo(new StopConfig(1e-3, 0, 0, 9, 100_000, 60));
        assertThat(experiment.expectations()).hasSize(1);
        assertThat(experiment.origin().base()).contains(folder.resolve("base.yaml"));
    }

    @Test
    void aSolverKeepsItsOptionsWhileItIsOfTheSameType() throws Exception {
        Experiment experiment = read("""
                extends: base.yaml
                solvers:
                  descent: {line_search: {contraction: 0.2}}
                  newton: {modification: none}
                """);
        assertThat(experiment.solvers().get(0).method().options())
                .containsEntry("memory", 3L)
                .extracting(options -> ((Choice) options.get("line_search")).options())
                .satisfies(search -> assertThat(search.get("contraction")).isEqualTo(0.2));
        assertThat(experiment.solvers().get(1).method().options()).containsEntry("modification", "none");
    }

    /** Of what the other type does not know, nothing may leak; of what it happens to know, neither. */
    @Test
    void aSolverOfAnotherTypeReplacesTheWhole() throws Exception {
        Experiment experiment = read("""
                extends: base.yaml
                solvers:
                  descent: {type: newton}
                  newton: {type: gradient-descent, line_search: fixed}
                """);
        assertThat(experiment.solvers().get(0).method())
                .isEqualTo(new Choice("newton", Map.of("modification", "shift")));
        assertThat(experiment.solvers().get(1).method().options()).containsEntry("memory", 10L);
        Experiment search = read("extends: base.yaml\nsolvers: {descent: {line_search: {type: fixed}}}\n");
        assertThat(search.solvers().get(0).method().options())
                .containsEntry("line_search", new Choice("fixed", Map.of("step", 0.01)))
                .containsEntry("memory", 3L);
    }

    @Test
    void aStartOfAnotherFormReplacesTheWhole() throws Exception {
        Experiment experiment =
                read("extends: base.yaml\nproblem: {starts: {any: {x: 3}, left: {random: {normal: [0, 1]}}}}\n");
        assertThat(experiment.problems().get(0).starts().get(1).count()).isEmpty();
        assertThat(experiment.problems().get(0).starts().get(0).values()).containsExactly(new StartValue.Normal(0, 1));
    }

    @Test
    void dataLieBesideTheFileThatMentionsThem() throws Exception {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("sub/A.csv"), "1,2\n3,4\n");
        Files.writeString(folder.resolve("B.csv"), "5\n");
        Files.writeString(folder.resolve("sub/base.yaml"), """
                version: 1
                problem:
                  formula: x'*A*x + sum(B)
                  variables: {x: 2}
                  data: {A: {matrix: A.csv}, B: {matrix: none.csv}}
                  starts: {a: [1, 1]}
                solvers: {newton: newton}
                """);
        Path file = write("derived.yaml", "extends: sub/base.yaml\nproblem: {data: {B: {matrix: B.csv}}}\n");
        assertThat(Configs.READER.read(file).problems().get(0).data())
                .extracting(data -> data.values().shape().toString())
                .containsExactly("2×2 matrix", "1×1 matrix");
        Files.writeString(folder.resolve("C.csv"), "7,8\n");
        List<NamedData> set = Configs.READER
                .read(file, List.of("problem.data.B={matrix: C.csv}"))
                .problems()
                .get(0)
                .data();
        assertThat(set.get(1).values().values()).containsExactly(7, 8);
    }

    @Test
    void everyErrorStandsInItsOwnFile() throws IOException {
        assertThat(errors(
                        BASE.replace("iterations: 7", "iterations: seven").replace("c*x^2", "c*x^2 + sine(x)"),
                        "extends: base.yaml\nstop: {gradient_norm: small}\nsead: 3\n"))
                .containsExactly(
                        "derived.yaml:2:23: gradient_norm must be a number: 'small'",
                        "derived.yaml:3:1: unknown key 'sead'; did you mean 'seed'?",
                        "base.yaml:4:20: unknown function 'sine'; did you mean 'sin'?",
                        "base.yaml:10:20: iterations must be a whole number: 'seven'");
    }

    @Test
    void whatCannotBeExtended() throws IOException {
        String derived = "seed: 1\nextends: base.yaml\n";
        assertThat(errors("extends: more.yaml\n" + BASE, derived))
                .containsExactly("base.yaml:1:1: a config that is extended cannot extend another; remove it");
        assertThat(errors("a: [1\n", derived))
                .singleElement()
                .asString()
                .startsWith("base.yaml:2:1: not valid YAML: expected ',' or ']'");
        assertThat(errors(BASE, "extends: none.yaml\n"))
                .containsExactly(
                        "derived.yaml:1:10: cannot read " + folder.resolve("none.yaml") + ": there is no such file");
        assertThat(errors(BASE, "extends: .\n")).singleElement().asString().endsWith(": it is a folder");
        assertThat(errors(BASE, "extends: derived.yaml\n"))
                .containsExactly("derived.yaml:1:10: a config cannot extend itself");
        assertThat(errors(BASE, "extends: [base.yaml]\n"))
                .containsExactly("derived.yaml:1:10: extends must be a name, not a list");
        assertThat(errors(BASE, "extends: base.yaml\nproblems: {p: {formula: x, starts: {a: 1}}}\n"))
                .containsExactly("derived.yaml:2:1: 'problem' and 'problems' exclude each other; remove one");
    }

    private Experiment read(String derived) throws Exception {
        write("base.yaml", BASE);
        return Configs.READER.read(write("derived.yaml", derived));
    }

    private List<String> errors(String base, String derived) throws IOException {
        write("base.yaml", base);
        Path file = write("derived.yaml", derived);
        try {
            Configs.READER.read(file);
            return List.of();
        } catch (InvalidConfigException e) {
            return e.diagnostics().stream()
                    .map(error -> folder.relativize(error.position().file()) + ":"
                            + error.position().line() + ":" + error.position().column() + ": " + error.message())
                    .toList();
        } catch (UnreadableConfigException e) {
            throw new AssertionError(e);
        }
    }

    private Path write(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }
}
