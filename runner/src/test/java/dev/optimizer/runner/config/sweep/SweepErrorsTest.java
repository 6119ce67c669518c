package dev.optimizer.runner.config.sweep;

import static dev.optimizer.runner.config.reader.Configs.assertErrorsAsAnnotated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.config.reader.Configs;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a sweep that is wrong, and of values that are. */
class SweepErrorsTest {
    @Test
    void axes() {
        assertErrorsAsAnnotated("""
                version: 1
                problem: {formula: x, starts: {a: 1}}
                solvers:
                  d: gradient-descent
                  n: newton
                sweep:
                  grid:
                    d.step: []              #! 13: d.step has no values; give at least one
                    d.memory: [3, 4, 3.0]   #! 22: value 3 of d.memory is value 1 again
                    n.modificaton: [none]   #! 7: unknown key 'modificaton'; did you mean 'modification'?
                    nn.modification: [none] #! 5: there is no solver, problem or key 'nn' in configs/test.yaml; did you mean 'n'?
                    stop.seconds: 3         #! 19: stop.seconds must be a list of values, not the text '3'
                    record.every: [1]       #! 5: 'record.every' cannot be swept; an axis leads into a solver, a problem, stop or seed
                    solvers: [1]            #! 5: 'solvers' cannot be swept; an axis leads into a solver, a problem, stop or seed
                    problem.starts.b: [1]   #! 20: unknown start 'b'; known: a
                    d..step: [1]            #! 5: a path consists of names with dots between them, such as descent.step: 'd..step'
                  zap: {}                   #! 3: unknown key 'zap'; did you mean 'zip'?
                """);
    }

    @Test
    void axesThatContradictEachOther() {
        assertErrorsAsAnnotated("""
                version: 1
                problem: {formula: x, starts: {a: 1}}
                solvers: {d: gradient-descent}
                sweep:
                  grid:
                    d.step: [1, 2]
                    solvers.d.step: [3, 4]         #! 5: 'd.step' is swept twice; remove one
                    d.line_search: [armijo, fixed]
                  zip:
                    one: {d.line_search.contraction: [0.1]}  #! 11: 'd.line_search.contraction' and 'd.line_search' are swept, and one is a part of the other; remove one
                    two: {stop.iterations: [1, 2], stop.seconds: [1], seed: [1, 2, 3]}  #! 36: the lists of 'two' must be equally long: stop.seconds has 1 value, stop.iterations 2 #! 55: the lists of 'two' must be equally long: seed has 3 values, stop.iterations 2
                    three: {}                      #! 5: three is empty; remove it
                """);
    }

    @Test
    void aValueIsWrongOnceHoweverManyVariantsHaveIt() {
        assertErrorsAsAnnotated("""
                version: 1
                problem: {formula: x, starts: {a: 1}}
                solvers: {d: gradient-descent}
                sweep:
                  grid:
                    d.step: [1, -2, 3]                   #! 17: step must be greater than 0: -2
                    d.line_search: [armijo, {type: armijo, contraction: 7}, armjo]  #! 57: contraction must be less than 1: 7 #! 61: line_search must be one of fixed, armijo: 'armjo'; did you mean 'armijo'?
                    d.memory: [1, 2, 3]
                    stop.iterations: [1, many]           #! 26: iterations must be a whole number: 'many'
                    problem.formula: [x, x + sine(x)]    #! 30: unknown function 'sine'; did you mean 'sin'?
                """);
    }

    @Test
    void whatAValueMakesWrongElsewhereIsShownAtTheValue() {
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  formula: x
                  starts: {a: {x: 1}}
                solvers:
                  d: {type: gradient-descent, memory: 3}
                sweep:
                  grid:
                    problem.formula: [x^2, x + y]         #! 28: start 'a' has no value for y (line 4, with this value)
                    d.type: [gradient-descent, newton]    #! 32: unknown key 'memory'; known: modification (line 6, with this value)
                """);
    }

    @Test
    void whatIsWrongWithEveryValueIsNoneOfTheSweeps() {
        assertErrorsAsAnnotated("""
                version: 1
                problem: {formula: x, starts: {a: 1}}
                solvers:
                  d: {type: gradient-descent, memry: 3}   #! 31: unknown key 'memry'; did you mean 'memory'?
                sweep: {grid: {d.step: [1, 2]}}
                """);
    }

    @Test
    void exclusions() {
        assertErrorsAsAnnotated("""
                version: 1
                problem: {formula: x, starts: {a: 1}}
                solvers: {d: gradient-descent, n: newton}
                repeat: 2
                sweep:
                  grid: {d.step: [1, 2]}
                  zip: {z: {stop.iterations: [1, 2], d.memory: [3, 4]}}
                  exclude:
                    - {solver: n, d.step: 1}               #! 7: no run matches this exclusion; remove it
                    - {stop.iterations: 1, d.memory: 4}    #! 7: no run matches this exclusion; remove it
                    - {}                                   #! 7: this excludes every run; say which, such as {solver: newton}
                    - {solver: m}                          #! 16: unknown solver 'm'; known: d, n
                    - {d.step: 3}                          #! 16: '3' is no value of d.step; known: 1, 2
                    - {d.setp: 1}                          #! 8: unknown key 'd.setp'; did you mean 'd.step'?
                    - {repeat: 3}                          #! 16: repeat must be at most 2: 3
                    - {start: []}                          #! 8: start selects nothing; remove it to select all
                    - {solver: d, d.step: 1.0, d.memory: [3, 4], repeat: [1, 2]}
                """);
    }

    /** Every problem that an expectation selects must have what it names. */
    @Test
    void expectationsFitEverySelectedVariant() {
        assertErrorsAsAnnotated("""
                version: 1
                problem: {builtin: extended-rosenbrock}
                solvers: {n: newton}
                sweep: {grid: {problem.params.n: [2, 4]}}
                expect:
                  - for: {problem.params.n: 2}
                    at: {x: [1, 1]}
                  - at: {x: [1, 1]}  #! 10: x is a vector of 2 in one problem and a vector of 4 in 'extended-rosenbrock with problem.params.n = 4'; select one with 'for'
                """);
    }

    /** Counted, not made: a hundred million variants would fit into no memory. */
    @Test
    void tooMany() {
        String values = IntStream.range(1, 10_001).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        String two = "sweep: {grid: {d.step: [" + values + "], d.memory: [" + values + "]}}\n";
        String descent = Configs.VALID.replace("newton: newton", "d: gradient-descent");
        assertThat(Configs.messages(descent + two))
                .containsExactly("6:1: this makes 100000002 variants of problems, solvers and settings, at most 100000;"
                        + " give fewer values");
        String runs = "repeat: 101\nsweep: {grid: {d.step: [" + values + "]}}\n";
        assertThat(Configs.messages(descent + runs))
                .containsExactly(
                        "2:1: these are 1010000 runs, at most 1000000; give fewer starts, solvers, swept values"
                                + " or repetitions");
        assertThat(Configs.messages(descent + "repeat: 0\n")).containsExactly("6:9: repeat must be at least 1: 0");
    }
}
