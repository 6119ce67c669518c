package dev.optimizer.runner.config.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Optimum;
import dev.optimizer.runner.config.text.InvalidConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --set} is as good as an edit of the file, and its errors stand in its own text. */
class OverridesTest {
    private static final String YAML = """
            version: 1
            problem:
              formula: 3*x^4 - 4*x^3 - 12*x^2
              starts: {left: -0.5, right: {x: 0.5}}
            solvers:
              descent: {type: gradient-descent, line_search: armijo}
              newton: newton
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "descent.step=0.5 | armijo} | armijo, step: 0.5}",
                "solvers.descent.step=0.5 | armijo} | armijo, step: 0.5}",
                "descent.line_search=fixed | armijo | fixed",
                "descent.line_search={type: armijo, contraction: 0.1} | armijo | {type: armijo, contraction: 0.1}",
                "descent.line_search.contraction=0.1 | armijo | {type: armijo, contraction: 0.1}",
                "newton.modification=none | newton: newton | newton: {type: newton, modification: none}",
                "newton={type: custom, power: 2} | newton: newton | newton: {type: custom, power: 2}",
                "problem.formula=x^2 + 1 | 3*x^4 - 4*x^3 - 12*x^2 | x^2 + 1",
                "test.formula=x^2 + 1 | 3*x^4 - 4*x^3 - 12*x^2 | x^2 + 1",
                "problem.starts.left=7 | -0.5 | 7",
                "problem.starts.right.x=7 | {x: 0.5} | 7",
                "problem.starts={a: 1} | {left: -0.5, right: {x: 0.5}} | {a: 1}",
                "problem.optimum.value=-32 | starts: | optimum: {value: -32}~  starts:",
                "stop.iterations=7 | solvers: | stop: {iterations: 7}~solvers:",
                "stop={iterations: 7} | solvers: | stop: {iterations: 7}~solvers:",
                "seed=7 | solvers: | seed: 7~solvers:",
                "repeat=3 | solvers: | repeat: 3~solvers:",
                "sweep.grid.descent.step=[1, 2] | solvers: | sweep: {grid: {descent.step: [1, 2]}}~solvers:",
                "sweep.zip.z.descent.step=[1, 2] | solvers: | sweep: {zip: {z: {descent.step: [1, 2]}}}~solvers:",
                "expect=[{status: converged}] | solvers: | expect: [{status: converged}]~solvers:"
            })
    void isAnEditOfTheFile(String override, String before, String after) throws Exception {
        String edited = YAML.replace(before, after.replace('~', '\n'));
        assertThat(edited).isNotEqualTo(YAML);
        assertThat(described(Configs.READER.read(Configs.FILE, YAML, List.of(override))))
                .isEqualTo(described(Configs.read(edited)));
    }

    @Test
    void laterOnesSeeWhatEarlierOnesPut() throws Exception {
        Experiment experiment = Configs.READER.read(
                Configs.FILE, YAML, List.of("solvers={a: newton}", "a.modification=none", "a.modification=shift"));
        assertThat(experiment.solvers()).singleElement().satisfies(solver -> {
            assertThat(solver.name()).isEqualTo("a");
            assertThat(solver.method().options()).containsEntry("modification", "shift");
        });
    }

    @Test
    void aNameThatIsAKeyIsFoundByItsLongPath() throws Exception {
        String yaml = YAML.replace("newton: newton", "stop: newton");
        Experiment experiment =
                Configs.READER.read(Configs.FILE, yaml, List.of("solvers.stop.modification=none", "stop.iterations=3"));
        assertThat(experiment.solvers().get(1).method().options()).containsEntry("modification", "none");
        assertThat(experiment.stop().iterations()).isEqualTo(3);
    }

    /** Line 2 is that of the second {@code --set}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "desent.step=1 | 2:1: there is no solver, problem or key 'desent' in configs/test.yaml; did you mean 'descent'?",
                "descent.setp=1 | 2:9: unknown key 'setp'; did you mean 'step'?",
                "descent.line_search.contration=1 | 2:21: unknown key 'contration'; did you mean 'contraction'?",
                "solvers.newtn.modification=none | 2:9: unknown solver 'newtn'; did you mean 'newton'?",
                "problem.starts.rihgt=1 | 2:16: unknown start 'rihgt'; did you mean 'right'?",
                "problem.starts.left.y=1 | 2:21: unknown variable 'y'; known: x",
                "descent.step=-1 | 2:14: step must be greater than 0: -1",
                "descent.step=[1 | 2:16: not valid YAML: expected ',' or ']', but got <stream end> (while parsing a flow sequence)",
                "problem.formula=x + sine(x) | 2:21: unknown function 'sine'; did you mean 'sin'?",
                "stop.iterations= | 2:17: iterations needs a value: a whole number",
                "extends=a.yaml | 2:1: what a config extends is for the file to say; --set cannot",
                "newton..modification=none | 2:1: a path consists of names with dots between them, such as descent.step: 'newton..modification'"
            })
    void errorsStandInTheTextThatIsSet(String override, String wanted) {
        assertThatThrownBy(() -> Configs.READER.read(Configs.FILE, YAML, List.of("seed=1", override)))
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        e -> assertThat(e.diagnostics()).singleElement().satisfies(error -> {
                            assertThat(error.position() + ": " + error.message())
                                    .isEqualTo("--set:" + wanted);
                            assertThat(error.sourceLine()).isEqualTo(override);
                        }));
    }

    @Test
    void whatIsSweptCannotBeSetBesides() {
        String swept = YAML + "sweep: {grid: {descent.step: [1, 2]}, zip: {z: {descent.line_search: [fixed, armijo]}}}";
        assertThatThrownBy(() -> Configs.READER.read(
                        Configs.FILE, swept, List.of("solvers.descent.step=1", "descent.line_search.contraction=0.1")))
                .isInstanceOfSatisfying(
                        InvalidConfigException.class,
                        e -> assertThat(e.diagnostics())
                                .extracting(error -> error.position() + ": " + error.message())
                                .containsExactly(
                                        "--set:1:1: 'descent.step' is swept; select some of its values with --only, or set all of"
                                                + " them as sweep.grid.descent.step",
                                        "--set:2:1: 'descent.line_search' is swept; select some of its values with --only, or set"
                                                + " all of them as sweep.zip.z.descent.line_search"));
    }

    @Test
    void aNameOfSolverAndProblemIsAmbiguous() {
        String yaml = """
                version: 1
                problems: {a: {formula: x, starts: {s: 1}}}
                solvers: {a: newton}
                """;
        assertThatThrownBy(() -> Configs.READER.read(Configs.FILE, yaml, List.of("a.modification=none")))
                .hasMessageStartingWith("--set:1:1: 'a' is a solver and a problem; write solvers.a or problems.a");
    }

    /** All that decides runs, without the places. */
    private static String described(Experiment experiment) {
        return experiment.name()
                + experiment.settings()
                + experiment.sweep()
                + experiment.solverVariants().stream()
                        .map(solver -> solver.map(value -> value.name() + value.method()))
                        .toList()
                + experiment.problemVariants().stream()
                        .map(problem -> problem.map(value -> value.function().text()
                                + value.optimum().map(Optimum::value)
                                + value.starts().stream()
                                        .map(start -> start.name() + start.values())
                                        .toList()))
                        .toList()
                + experiment.expectations().size();
    }
}
