package dev.optimizer.runner.config.numbers;

import static dev.optimizer.runner.config.reader.Configs.assertErrorsAsAnnotated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.formula.Data;
import dev.optimizer.formula.Shape;
import dev.optimizer.formula.Variable;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.reader.Configs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Variables, data, starts and expectations that are vectors or matrices. */
class ArrayConfigTest {
    private static final String HEAD = "version: 1\nsolvers: {newton: newton}\nproblem:\n";

    private static ProblemConfig problem(String yaml) {
        return Configs.read(HEAD + yaml.indent(2)).problems().get(0);
    }

    @Test
    void variablesHaveShapes() {
        ProblemConfig problem = problem("""
                variables: {x: scalar, w: 20, U: [3, 2]}
                formula: x^2 + sum(w.^2) + sum(U.^2) + other
                starts: {zero: {fill: 0}}
                """);
        assertThat(problem.function().layout())
                .containsExactly(
                        new Variable("x", Shape.scalar(), 0),
                        new Variable("w", Shape.vector(20), 1),
                        new Variable("U", Shape.matrix(3, 2), 21),
                        new Variable("other", Shape.scalar(), 27));
        assertThat(problem.isLeastSquares()).isFalse();
    }

    @Test
    void whatOnlyYamlTakesForNumbersIsNamed() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problem:
                  data:
                    a: [1, .nan]      #! 12: an entry of a must be a finite number: .nan
                    b: [-.inf]        #! 9: an entry of b must be a finite number: -.inf
                    c: [1, ~]         #! 12: an entry of c needs a value: a number or a formula
                    d: [0x10]         #! 9: an entry of d must be a decimal number: '0x10'
                    e: ~              #! 8: e needs a value: a number or a formula
                  formula: x^2
                  starts: {s: 1}
                """);
    }

    @Test
    void aMillionRunsAreEnough() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton, descent: gradient-descent}
                problems:                            #! 1: these are 1000002 runs, at most 1000000; give fewer starts or solvers
                  a:
                    formula: x^2
                    starts:
                      a: {random: {uniform: [0, 1], count: 100000}}
                      b: {random: {uniform: [0, 1], count: 100000}}
                      c: {random: {uniform: [0, 1], count: 100000}}
                      d: {random: {uniform: [0, 1], count: 100000}}
                  b: {formula: x^2, starts: {a: 1, b: {random: {uniform: [0, 1], count: 100000}}}}
                """);
    }

    @Test
    void wrongShapesAreShown() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problems:
                  a: {variables: {x: vector}, formula: x, starts: {s: 1}} #! 22: x must be scalar, a length such as 20, or [rows, columns]: 'vector'
                  b: {variables: {x: 0}, formula: x, starts: {s: 1}} #! 22: the length of x must be at least 1: 0
                  c: {variables: {x: 2.5}, formula: x, starts: {s: 1}} #! 22: the length of x must be a whole number: '2.5'
                  d: {variables: {x: [2]}, formula: x, starts: {s: 1}} #! 22: x must be scalar, a length such as 20, or [rows, columns]
                  e: {variables: {x: [2, -1]}, formula: x, starts: {s: 1}} #! 26: the columns of x must be at least 1: -1
                  f: {variables: {x: scaler}, formula: x, starts: {s: 1}} #! 22: x must be scalar, a length such as 20, or [rows, columns]: 'scaler'; did you mean 'scalar'?
                  g: {variables: {x: 1e9}, formula: sum(x), starts: {s: 1}} #! 22: the length of x must be at most 100000000: 1e9
                  h: {variables: {w: 3, w_2: scalar}, formula: w_2*sum(w), starts: {s: {fill: 1}}} #! 48: the results could not tell 'w_2' from an entry of 'w'; rename one of them
                  i: {variables: {U: [2, 3], U_2_3: scalar}, formula: sum(U), starts: {s: {fill: 1}}} #! 55: the results could not tell 'U_2_3' from an entry of 'U'; rename one of them
                  j: {variables: {U: [2, 3], U_2: 1}, formula: sum(U), starts: {s: {fill: 1}}} #! 48: the results could not tell 'U_2' from an entry of 'U'; rename one of them
                  k: {variables: {w: 3, w_4: scalar, U: [2, 3], U_2_4: scalar, w_02: scalar}, formula: sum(w), starts: {s: {fill: 1}}}
                """);
    }

    @Test
    void dataAreNumbersOfAnyShape() {
        ProblemConfig problem = problem("""
                data:
                  c: pi
                  y: [0.1, 1/4, -2e3]
                  A: [[1, 2, 3], [4, 5, 6]]
                formula: c*sum(y) + sum(A) + x
                starts: {zero: 0}
                """);
        assertThat(problem.data()).extracting(NamedData::name).containsExactly("c", "y", "A");
        assertThat(values(problem, 0)).containsExactly(Math.PI);
        assertThat(values(problem, 1)).containsExactly(0.1, 0.25, -2000);
        assertThat(values(problem, 2)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(problem.data())
                .extracting(data -> data.values().shape())
                .containsExactly(Shape.scalar(), Shape.vector(3), Shape.matrix(2, 3));
    }

    private static double[] values(ProblemConfig problem, int index) {
        Data data = problem.data().get(index).values();
        return data.values();
    }

    @Test
    void wrongDataAreShown() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problem:
                  data:
                    a: []          #! 8: a is an empty list; write at least one number
                    b: [[]]        #! 9: b has an empty row; write at least one number
                    c: [[1, 2], [3]] #! 17: c needs rows of one length; the first has 2, this one 1
                    d: [[1], 2]    #! 14: d is a list of rows, so every item must be a list of numbers
                    e: [1, [2]]    #! 12: an entry of e must be a number or a formula, not a list
                    f: [1, two]    #! 12: unknown variable 'two'; this formula can have none
                    g:             #! 7: g needs a value: a number or a formula
                    h: {file: h.csv} #! 5: data needs one of the keys matrix, csv #! 9: unknown key 'file'; known: matrix, csv
                    i: {matrix: nowhere.csv} #! 17: configs/nowhere.csv does not exist; paths are relative to the config
                    j: {matrix: a.csv, csv: b.csv} #! 24: 'matrix' and 'csv' exclude each other; remove one
                  formula: x
                  starts: {s: 0}
                """);
    }

    @Test
    void namesOfDataMustBeFree() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problem:
                  variables: {x: 2}
                  data: {x: 1, sin: 2} #! 10: 'x' is already a variable; choose another name #! 16: 'sin' is a function; choose another name
                  formula: sum(x)
                  starts: {s: [1, 2]}
                """);
    }

    @Test
    void theObjectiveIsAScalarAndResidualsAreAVector() {
        assertThat(problem("{variables: {x: 2}, residuals: 2*x, starts: {s: [1, 2]}}")
                        .isLeastSquares())
                .isTrue();
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problems:
                  a: {variables: {x: 3}, formula: 2*x, starts: {s: {fill: 1}}} #! 35: the objective must be a scalar, but this is a vector of 3; reduce it to one number, for example with sum(...) or norm2(...)^2
                  b: {residuals: x^2, starts: {s: 1}} #! 18: residuals must be a vector, but this is a scalar; write [r] for a single residual
                  c: {residuals: "[x]", maximise: true, starts: {s: 1}} #! 25: 'maximise' goes with formula, not with residuals; remove it
                  d: {residuals: "[x]", formula: x, starts: {s: 1}} #! 25: 'residuals' and 'formula' exclude each other; remove one
                  e: {residuals: "[x]"} #! 3: missing key 'starts'; add starts: with a line such as 'first: {x: 1}'
                  f: {builtin: rosenbrock, data: {y: 1}} #! 28: 'data' goes with a formula, not with builtin; remove it
                  g: {variables: {u: 2, v: 3}, formula: "sum(u + v)", starts: {s: {fill: 1}}} #! 48: cannot add a vector of 2 and a vector of 3
                """);
    }

    @Test
    void startsOfWrongShapeNameBothShapes() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problem:
                  variables: {w: 3, U: [2, 2]}
                  let: {n: 3, m: n + sum(w)}
                  formula: sum(w.^2) + sum(U.^2)
                  starts:
                    good: {w: "vector(i in 1..n, i/n)", U: [[1, 2], [3, 4]]}
                    a: {w: 1, U: {fill: 1}}                #! 12: w is a vector of 3, but this is a scalar; write {fill: 1} for all entries
                    b: {w: [1, 2], U: {fill: 1}}           #! 12: w is a vector of 3, but this is a vector of 2
                    c: {w: {fill: 0}, U: [1, 2]}           #! 26: U is a 2×2 matrix, but this is a vector of 2
                    d: {w: {fill: 0}, U: [[1, 2]]}         #! 26: U is a 2×2 matrix, but this is a 1×2 matrix
                    e: {w: "vector(i in 1..m, 1)", U: {fill: 1}} #! 28: unknown variable 'm'
                    f: {w: "vector(i in 1..4, 1)", U: {fill: 1}} #! 12: w is a vector of 3, but this is a vector of 4
                    g: {w: "1/[1, 0, 1]", U: {fill: 1}}    #! 12: w must be finite: 1/[1, 0, 1] has the entry Infinity
                    h: [1, 2, 3]                           #! 8: one value for 2 variables; write {fill: …}, or a value for each of w, U
                    i: {w: {fill: [1]}, U: {fill: 1}}      #! 19: fill must be a number or a formula, not a list
                """);
    }

    @Test
    void expectationsHaveTheShapesOfTheirVariables() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problem:
                  variables: {w: 2}
                  data: {c: [1, 2]}
                  formula: sum((w - c).^2)
                  optimum: {value: 0, at: {w: [1]}}        #! 31: w is a vector of 2, but this is a vector of 1
                  starts: {zero: [0, 0]}
                expect:
                  - {at: {w: c, tolerance: 1e-9}, gradient: {w: -2*c}, hessian: [[2, 0], [0, 2]]}
                  - at: {w: 3}                             #! 13: w is a vector of 2, but this is a scalar; write {fill: 3} for all entries
                  - gradient: {w: [1, 2, 3]}               #! 19: w is a vector of 2, but this is a vector of 3
                  - hessian: [[1]]                         #! 14: hessian must have a row for each of w_1, w_2; rows given: 1
                """);
    }

    @Test
    void oneExpectationCannotBeAboutVariablesOfDifferentShapes() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problems:
                  a: {variables: {w: 2}, formula: sum(w), starts: {s: {fill: 0}}}
                  b: {variables: {w: 3}, formula: sum(w), starts: {s: {fill: 0}}}
                expect:
                  - {for: {problem: a}, at: {w: [1, 2]}}
                  - at: {w: {fill: 0}} #! 10: w is a vector of 2 in one problem and a vector of 3 in 'b'; select one with 'for'
                """);
    }

    @Test
    void nothingIsSaidAboutStartsWhoseProblemIsWrong() {
        assertErrorsAsAnnotated("""
                version: 1
                solvers: {newton: newton}
                problem:
                  variables: {w: 3}
                  let: {n: 3}
                  formula: summ(w)                         #! 12: unknown function 'summ'; did you mean 'sum'?
                  optimum: {value: 0, at: {w: [1, 2]}}
                  starts:
                    a: {w: "vector(i in 1..n, 1)"}
                    b: [1, 2]
                """);
        assertThat(List.of(1.0, 2.0)).isEqualTo(Doubles.of(1, 2));
    }
}
