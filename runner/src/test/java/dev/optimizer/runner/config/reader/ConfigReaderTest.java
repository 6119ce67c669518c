package dev.optimizer.runner.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.config.Check;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.Expectation;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Near;
import dev.optimizer.runner.config.Optimum;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.RecordConfig;
import dev.optimizer.runner.config.RecordConfig.Iterates;
import dev.optimizer.runner.config.Selector;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.StartConfig;
import dev.optimizer.runner.config.StartValue;
import dev.optimizer.runner.config.StartValue.Constant;
import dev.optimizer.runner.config.StartValue.Normal;
import dev.optimizer.runner.config.StartValue.Uniform;
import dev.optimizer.runner.config.StopConfig;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.text.Diagnostic;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
    @Test
    void readsTheExampleOfTheContract() {
        Experiment experiment = Configs.read("""
                version: 1
                name: quartic
                seed: 7
                problem:
                  formula: 3*x^4 - 4*x^3 - 12*x^2
                  optimum: {value: -32, at: {x: 2}}
                  starts:
                    left:  {x: -0.5}
                    right: 0.5
                    any:   {random: {uniform: [-2, 3], count: 10}}
                solvers:
                  descent: {type: gradient-descent, step: 0.01}
                  newton:  {type: newton}
                record: {every: 2, iterates: never}
                expect:
                  - for: {solver: newton, start: right}
                    status: converged
                    value: {near: -32, tolerance: 1e-9}
                    at: {x: 2}
                    iterations: {max: 20}
                    order: {min: 1.9}
                    point: minimum
                  - for: {start: left}
                    gradient: {x: 7.5, tolerance: 1e-12}
                    hessian: [[-3]]
                """);
        assertThat(experiment.name()).isEqualTo("quartic");
        assertThat(experiment.seed()).isEqualTo(7);
        assertThat(experiment.record()).isEqualTo(new RecordConfig(2, Iterates.NEVER));
        ProblemConfig problem = experiment.problems().get(0);
        assertThat(problem.name()).isEqualTo("quartic");
        assertThat(problem.function().variables()).containsExactly("x");
        assertThat(problem.optimum()).contains(new Optimum(-32, List.of(2.0), new Position(Configs.FILE, 6, 13)));
        assertThat(problem.starts())
                .containsExactly(
                        new StartConfig("left", List.of(new Constant(-0.5)), OptionalInt.empty(), at(8, 5)),
                        new StartConfig("right", List.of(new Constant(0.5)), OptionalInt.empty(), at(9, 5)),
                        new StartConfig("any", List.of(new Uniform(-2, 3)), OptionalInt.of(10), at(10, 5)));
        assertThat(experiment.solvers()).extracting(SolverConfig::name).containsExactly("descent", "newton");
        // 1e-6 · max(1, |wanted|), by the definition of the default tolerance.
        assertThat(experiment.expectations())
                .containsExactly(
                        new Expectation(
                                new Selector(Map.of("start", Set.of("right"), "solver", Set.of("newton"))),
                                List.of(
                                        new Check.Ending(Status.CONVERGED, at(17, 5)),
                                        measure("value", 18, new Near(-32, 1e-9)),
                                        new Check.At(Map.of("x", List.of(new Near(2, 2e-6))), at(19, 5)),
                                        measure("iterations", 20, OptionalDouble.empty(), OptionalDouble.of(20)),
                                        measure("order", 21, OptionalDouble.of(1.9), OptionalDouble.empty()),
                                        new Check.Point(PointKind.MINIMUM, at(22, 5))),
                                at(16, 5)),
                        new Expectation(
                                new Selector(Map.of("start", Set.of("left"))),
                                List.of(
                                        new Check.Gradient(Map.of("x", List.of(new Near(7.5, 1e-12))), at(24, 5)),
                                        new Check.Hessian(List.of(List.of(new Near(-3, 3e-6))), at(25, 5))),
                                at(23, 5)));
    }

    @Test
    void whatIsLeftOutHasTheDefaultsOfTheContract() {
        Experiment experiment = Configs.read(Configs.VALID);
        assertThat(experiment.file()).isEqualTo(Configs.FILE);
        assertThat(experiment.name()).isEqualTo("test");
        assertThat(experiment.seed()).isEqualTo(1);
        assertThat(experiment.stop()).isEqualTo(new StopConfig(1e-8, 0, 0, 1000, 100_000, 60));
        assertThat(experiment.record()).isEqualTo(new RecordConfig(1, Iterates.AUTO));
        assertThat(experiment.expectations()).isEmpty();
        ProblemConfig problem = experiment.problems().get(0);
        assertThat(problem.name()).isEqualTo("test");
        assertThat(problem.maximise()).isFalse();
        assertThat(problem.builtin()).isEmpty();
        assertThat(problem.optimum()).isEmpty();
        assertThat(problem.position()).isEqualTo(at(2, 1));
    }

    @Test
    void theDefaultNameIsTheFilesWithoutItsEnding() throws Exception {
        assertThat(Configs.READER.read(Path.of("a/b.c.yaml"), Configs.VALID).name())
                .isEqualTo("b.c");
        assertThat(messages(Path.of("my file.yaml")))
                .containsExactly("the file's name 'my file' cannot be the experiment's; add a key 'name'");
        assertThat(messages(Path.of("..yaml")))
                .containsExactly("the file's name '.' cannot be the experiment's; add a key 'name'");
        assertThat(Configs.READER
                        .read(Path.of("my file.yaml"), Configs.VALID + "name: mine\n")
                        .name())
                .isEqualTo("mine");
    }

    @Test
    void optionsAreTypedAndComeWithTheirDefaults() {
        Experiment experiment = Configs.read("""
                version: 1
                problem: {formula: x, starts: {a: 1}}
                solvers:
                  bare: gradient-descent
                  full: {memory: 1e1, type: gradient-descent, nesterov: true, step: .5, line_search: {type: armijo, contraction: 0.1}}
                  word: {type: gradient-descent, line_search: fixed}
                  quoted: {type: "newton", "modification": 'none'}
                """);
        Map<String, Object> armijo = Map.of("sufficient_decrease", 1e-4, "contraction", 0.5);
        Choice plain = new Choice("armijo", armijo);
        assertThat(method(experiment, 0))
                .isEqualTo(
                        new Choice("gradient-descent", Map.of("line_search", plain, "nesterov", false, "memory", 10L)));
        Choice changed = new Choice("armijo", Map.of("sufficient_decrease", 1e-4, "contraction", 0.1));
        assertThat(method(experiment, 1))
                .isEqualTo(new Choice(
                        "gradient-descent",
                        Map.of("line_search", changed, "step", 0.5, "nesterov", true, "memory", 10L)));
        assertThat(method(experiment, 1).options().keySet())
                .as("in the order of declaration")
                .containsExactly("line_search", "step", "nesterov", "memory");
        assertThat(method(experiment, 2).options())
                .containsEntry("line_search", new Choice("fixed", Map.of("step", 0.01)));
        assertThat(method(experiment, 3)).isEqualTo(new Choice("newton", Map.of("modification", "none")));
        assertThat(experiment.solvers().get(1).position()).isEqualTo(at(5, 3));
    }

    @Test
    void startsAreInTheOrderOfTheVariables() {
        Experiment experiment = Configs.read("""
                version: 1
                problem:
                  variables: {y: scalar, unused: scalar}
                  let: {s: x + y}
                  formula: s^2
                  starts:
                    point: {x: 1, unused: pi/4, y: "-e"}
                    mixed: {x: {random: {uniform: [0, pi]}}, y: {random: {normal: [1, .5]}}, unused: {fill: 1e2}}
                    filled: {fill: -3}
                    random: {random: {normal: [0, 2]}}
                solvers: {n: newton}
                """);
        ProblemConfig problem = experiment.problems().get(0);
        assertThat(problem.function().variables()).containsExactly("y", "unused", "x");
        assertThat(problem.starts())
                .extracting(StartConfig::values)
                .containsExactly(
                        List.of(new Constant(-Math.E), new Constant(Math.PI / 4), new Constant(1)),
                        List.of(new Normal(1, 0.5), new Constant(100), new Uniform(0, Math.PI)),
                        List.of(new Constant(-3), new Constant(-3), new Constant(-3)),
                        List.of(new Normal(0, 2), new Normal(0, 2), new Normal(0, 2)));
    }

    @Test
    void aBuiltinProblemBringsItsStartsAndItsMinimum() {
        Experiment experiment = Configs.read("""
                version: 1
                problem: {builtin: rosenbrock}
                solvers: {n: newton}
                expect: [{for: {problem: rosenbrock}, value: 0}]
                """);
        ProblemConfig problem = experiment.problems().get(0);
        assertThat(problem.name()).isEqualTo("rosenbrock");
        assertThat(problem.builtin()).contains("rosenbrock");
        assertThat(problem.starts()).isNotEmpty();
        assertThat(problem.starts().get(0).values()).hasSize(2);
        assertThat(problem.optimum()).contains(new Optimum(0, List.of(1.0, 1.0), new Position(Configs.FILE, 2, 1)));
    }

    @Test
    void aBuiltinProblemTakesItsParameters() {
        ProblemConfig problem = Configs.read("""
                version: 1
                problem: {builtin: linear-full-rank, params: {m: 7, n: 4}}
                solvers: {n: newton}
                """).problems().get(0);
        assertThat(problem.function().dimension()).isEqualTo(4);
        assertThat(problem.optimum().orElseThrow().value()).isEqualTo(3);
        assertThat(problem.starts()).extracting(StartConfig::name).containsExactly("standard", "times-10", "times-100");
        assertThat(problem.starts().get(1).values())
                .containsExactly(new StartValue.Entries(Doubles.of(10, 10, 10, 10)));
    }

    @Test
    void startsOfABuiltinProblemMayUseItsParametersAndData() {
        ProblemConfig problem = Configs.read("""
                version: 1
                problem:
                  builtin: kowalik-osborne
                  starts:
                    first: {x: "u[1:4]"}
                solvers: {n: newton}
                """).problems().get(0);
        assertThat(problem.starts().get(0).values()).containsExactly(new StartValue.Entries(Doubles.of(4, 2, 1, 0.5)));
    }

    @Test
    void severalProblemsShareBlocksByAliases() {
        Experiment experiment = Configs.read("""
                version: 1
                problems:
                  up: {formula: x^2, starts: &starts {a: 1, b: 2}}
                  down: {formula: x^4, maximise: true, optimum: {value: 0}, starts: *starts}
                solvers: {n: newton}
                """);
        assertThat(experiment.problems()).extracting(ProblemConfig::name).containsExactly("up", "down");
        assertThat(experiment.problems().get(1).starts())
                .extracting(StartConfig::name)
                .containsExactly("a", "b");
        assertThat(experiment.problems().get(1).maximise()).isTrue();
    }

    @Test
    void numbersAreDecimal() {
        Experiment experiment = Configs.read(
                Configs.VALID
                        + "seed: -010\nstop: {iterations: 1e3, evaluations: 5., gradient_norm: 1e-8, step_norm: +.5E-1, seconds: .inf}\n");
        assertThat(experiment.seed()).isEqualTo(-10);
        assertThat(experiment.stop()).isEqualTo(new StopConfig(1e-8, 0, 0.05, 1000, 5, Double.POSITIVE_INFINITY));
    }

    @Test
    void aRandomStartStandsForSeveral() {
        StartConfig start = new StartConfig("any", List.of(), OptionalInt.of(3), at(1, 1));
        assertThat(start.names()).containsExactly("any-1", "any-2", "any-3");
        assertThat(start.isCalled("any")).isTrue();
        assertThat(start.isCalled("any-3")).isTrue();
        assertThat(start.isCalled("any-4")).isFalse();
        assertThat(start.isCalled("any-03")).isFalse();
        assertThat(start.isCalled("any-")).isFalse();
        assertThat(new StartConfig("any", List.of(), OptionalInt.empty(), at(1, 1)).names())
                .containsExactly("any");
    }

    @Test
    void aSelectorTakesDeclaredAndExpandedNames() {
        Selector selector = new Selector(Map.of("problem", Set.of("p"), "start", Set.of("any", "left-2")));
        assertThat(matches(selector, "p", "any", "any-1")).isTrue();
        assertThat(matches(selector, "p", "left", "left-2")).isTrue();
        assertThat(matches(selector, "p", "left", "left-1")).isFalse();
        assertThat(matches(selector, "q", "any", "any-1")).isFalse();
    }

    private static boolean matches(Selector selector, String problem, String declaredStart, String start) {
        return selector.matches(key -> key.equals("problem") ? Set.of(problem) : Set.of(declaredStart, start));
    }

    @Test
    void aMeasureHoldsOnlyIfEveryBoundDoes() {
        Check.Measure measure = new Check.Measure(
                "value", OptionalDouble.of(1), OptionalDouble.of(2), Optional.of(new Near(1.5, 0.6)), at(1, 1));
        assertThat(measure.accepts(1)).isTrue();
        assertThat(measure.accepts(2)).isTrue();
        assertThat(measure.accepts(0.95)).isFalse();
        assertThat(measure.accepts(2.05)).isFalse();
        assertThat(measure.accepts(Double.NaN)).isFalse();
        assertThat(new Near(0, 1).accepts(Double.POSITIVE_INFINITY)).isFalse();
    }

    private static List<String> messages(Path file) {
        try {
            Configs.READER.read(file, Configs.VALID);
            return List.of();
        } catch (InvalidConfigException e) {
            return e.diagnostics().stream().map(Diagnostic::message).toList();
        }
    }

    private static Choice method(Experiment experiment, int solver) {
        return experiment.solvers().get(solver).method();
    }

    private static Check measure(String name, int line, Near near) {
        return new Check.Measure(name, OptionalDouble.empty(), OptionalDouble.empty(), Optional.of(near), at(line, 5));
    }

    private static Check measure(String name, int line, OptionalDouble min, OptionalDouble max) {
        return new Check.Measure(name, min, max, Optional.empty(), at(line, 5));
    }

    private static Position at(int line, int column) {
        return new Position(Configs.FILE, line, column);
    }
}
