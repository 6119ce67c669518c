package dev.optimizer.runner.config.problem;

import static dev.optimizer.runner.config.reader.Configs.assertErrorsAsAnnotated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.reader.Configs;
import org.junit.jupiter.api.Test;

/** What is said of everything that can be wrong with problems, starts and expectations. */
class ProblemErrorsTest {
    @Test
    void parametersOfBuiltinProblems() {
        assertErrorsAsAnnotated("""
                version: 1
                problems:
                  a: {builtin: extended-rosenbrock, params: {n: 7}}      #! 49: n must be 2 to 1000000 in steps of 2: 7
                  b: {builtin: extended-rosenbrock, params: {k: 7}}      #! 46: unknown parameter 'k'; known: n
                  c: {builtin: beale, params: {n: 2}}                    #! 32: 'beale' has no parameters; remove 'n'
                  d: {builtin: linear-full-rank, params: {m: 3, n: 4}}   #! 46: m must be 5 to 1000000: 3
                  e: {builtin: chebyquad, params: {n: many}}             #! 39: n must be a whole number: 'many'
                  f: {builtin: chebyquad, params: 3}                     #! 35: params must be a mapping of names, not the text '3'
                solvers: {n: newton}
                """);
    }

    @Test
    void problems() {
        assertErrorsAsAnnotated("""
                version: 1
                problems:
                  a: {formula: x, builtin: rosenbrock}    #! 19: 'formula' and 'builtin' exclude each other; remove one
                  b: {builtin: rosenbrok}                 #! 16: unknown builtin 'rosenbrok'; did you mean 'rosenbrock'?
                  c: {builtin: rosenbrock, let: {y: x}}   #! 28: 'let' goes with a formula, not with builtin; remove it
                  d: {formula: 1 + 1, starts: {a: {}}}    #! 16: the formula has no variable; there is nothing to optimise
                  e: {formula: x, optimum: {at: {x: 1}}, starts: {a: 1}}  #! 19: missing key 'value'; add value: the known best value
                  f: {formula: x*y, optimum: {value: 1, at: {x: 1}}, starts: {a: {x: 1, y: 1}}}  #! 41: at has no value for y
                  g: {formula: x*y, optimum: {value: 1, at: {x: 1, z: 1}}, starts: {a: {x: 1, y: 1}}}  #! 52: unknown variable 'z'; known: x, y
                  h: {formula: x, variables: {x: vector}, starts: {a: 1}}  #! 34: x must be scalar, a length such as 20, or [rows, columns]: 'vector'
                  i: {formula: x, variables: {pi: scalar}, starts: {a: 1}} #! 31: 'pi' is the constant 3.141592653589793; choose another name
                  j: {formula: x, let: {sin: x}, starts: {a: 1}}           #! 25: 'sin' is a function; choose another name
                  k:                                      #! 5: problem needs a value: a mapping
                problem: {formula: x, starts: {a: 1}}     #! 1: 'problems' and 'problem' exclude each other; remove one
                solvers: {n: newton}
                """);
    }

    @Test
    void starts() {
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  formula: x^2 + width^2
                  starts:
                    a: 1                           #! 8: one value for 2 variables; write {fill: …}, or a value for each of x, width
                    b: {x: 1}                      #! 5: start 'b' has no value for width
                    c: {x: 1, widht: 2}            #! 15: unknown variable 'widht'; did you mean 'width'?
                    d: {x: 1, width: abc}          #! 22: unknown variable 'abc'; this formula can have none
                    e: {x: 1, width: [2]}          #! 22: width is a scalar, but this is a vector of 1
                    f: {x: 1, width: {fil: 2}}     #! 23: unknown key 'fil'; did you mean 'fill'?
                    g: {x: 1, width: 1/0}          #! 22: width must be finite: 1/0 is Infinity
                    h: {random: {uniform: [3, -2]}}          #! 27: uniform must be [a, b] with a less than b, and b - a finite
                    i: {random: {normal: [0, 0]}}            #! 26: normal must be [mean, sd] with sd greater than 0
                    j: {random: {uniform: [3]}}              #! 27: uniform must be a list of two numbers: [a, b]
                    k: {random: {normal: 3}}                 #! 26: normal must be a list of two numbers: [mean, sd]
                    l: {random: {count: 2}}                  #! 9: random needs one of the keys uniform, normal
                    m: {random: {unifrom: [0, 1]}}           #! 18: unknown key 'unifrom'; did you mean 'uniform'?
                    n: {random: {uniform: [0, 1], count: 0}} #! 42: count must be at least 1: 0
                    o: {random: {uniform: [0, 1], count: 100001}}  #! 42: count must be at most 100000: 100001
                    p: {random: {uniform: [0, 1]}, x: 1}     #! 36: unknown key 'x'; known: random
                    q: {x: {random: {normal: [0, 1], count: 2}}, width: 1}  #! 38: unknown key 'count'; known: uniform, normal
                    r: {fill: 1, x: 2}             #! 18: unknown key 'x'; known: fill
                    s: {fill: 1e999}               #! 15: fill must be a number below 1.8e308: 1e999
                    t: {random: 3}                 #! 17: random must be a mapping, not the text '3'
                    u: {random: {uniform: [0, 1], normal: [0, 1]}}  #! 35: 'uniform' and 'normal' exclude each other; remove one
                    v:                             #! 7: one value for 2 variables; write {fill: …}, or a value for each of x, width
                solvers: {n: newton}
                """);
    }

    @Test
    void aBadFormulaIsOneErrorWhateverStandsOnIt() {
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  formula: x^2 + sine(y)   #! 18: unknown function 'sine'; did you mean 'sin'?
                  starts:
                    a: {x: 1, z: 2}
                    b: {q: 3}
                    c: 7
                  optimum: {value: 1, at: {u: 1}}
                solvers: {n: newton}
                expect:
                  - for: {start: b}
                    at: {v: 1}
                    hessian: [[1]]
                """);
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  lett: {a: x^2}         #! 3: unknown key 'lett'; did you mean 'let'?
                  formula: a + 1
                  starts: {first: {x: 1}}
                solvers: {n: newton}
                """);
    }

    @Test
    void everyLetIsRead() {
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  let:
                    a: x +           #! 10: missing operand after '+'
                    b: 2a            #! 8: missing operator; write 2*a
                    c: {d: 1}        #! 8: c must be a formula, not a mapping
                  formula: a + b + c + )  #! 24: missing operand before ')'
                  starts: {first: 1}
                solvers: {n: newton}
                """);
    }

    /** What a let would have been nobody knows, so nothing is held against those who use it. */
    @Test
    void aLetThatIsWrongIsNotAskedWhatItIs() {
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  let:
                    a: [1, {b: 2}]   #! 12: an entry of a must be a formula, not a mapping
                    c: a[1]
                    d: 2x + sum(c)   #! 8: missing operator; write 2*x
                  formula: a[2]^2 + norm2(c) + dot(d, a)
                  starts: {first: 1}
                solvers: {n: newton}
                """);
    }

    /** YAML makes lists of them, and splits max(x, 1) in two. */
    @Test
    void listsAreArraysWhereFormulasAreMeant() {
        ProblemConfig problem = Configs.read("""
                version: 1
                problem:
                  variables: {x: 2}
                  let:
                    a: [1, 2, 3]
                    B: [[1, sum(x)], [max(3, 1), 0]]
                    c:
                      - x[1]
                      - "x[2]^2"
                  residuals: [sum(x), "a[2]", 'B[1,2]', norm2(c)]
                  starts: {first: {fill: 1}}
                solvers: {n: newton}
                """).problems().get(0);

        assertThat(problem.function().text()).isEqualTo("[sum(x), a[2], B[1,2], norm2(c)]");
        assertThat(problem.function().lets())
                .extracting(let -> let.name() + " = " + let.text() + ", " + let.shape())
                .containsExactly(
                        "a = [1, 2, 3], vector of 3",
                        "B = [[1, sum(x)], [max(3, 1), 0]], 2×2 matrix",
                        "c = [x[1], x[2]^2], vector of 2");
    }

    @Test
    void errorsInsideOfListsHaveAPlace() {
        assertErrorsAsAnnotated("""
                version: 1
                problems:
                  a: {residuals: [max(x, 1), 2y], starts: {a: {fill: 1}}}     #! 30: missing operator or comma between '2' and 'y'
                  b: {residuals: [[x, y], [1]], starts: {a: {fill: 1}}}       #! 27: the rows of a matrix need equal lengths: row 1 has 2 entries, row 2 has 1
                  c: {residuals: [], starts: {a: {fill: 1}}}                  #! 18: a vector needs at least one entry
                  d: {formula: [x], starts: {a: {fill: 1}}}                   #! 16: the objective must be a scalar, but this is a vector of 1; its one entry is a scalar: (...)[1]
                solvers: {n: newton}
                """);
    }

    @Test
    void startsThatStandForOneAnother() {
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  formula: x
                  starts:
                    any-2: 1        #! 5: start 'any-2' is one of those that 'any' stands for; rename it
                    any: {random: {uniform: [0, 1], count: 3}}
                    any-4: 1
                    any-02: 1
                solvers: {n: newton}
                """);
    }

    @Test
    void expectations() {
        assertErrorsAsAnnotated("""
                version: 1
                problem:
                  formula: x^2 + y^2
                  starts:
                    left: {fill: -1}
                    any: {random: {uniform: [0, 1], count: 3}}
                solvers: {newton: newton}
                expect:
                  - 3                                 #! 5: expect must be a mapping, not the text '3'
                  - {}                                #! 5: this expects nothing; add a check such as 'status: converged'
                  - for: {solver: newton}             #! 5: this expects nothing; add a check such as 'status: converged'
                  - {status: convrged}                #! 14: status must be one of converged, stalled, budget, diverged, not-finite, line-search-failed, unbounded, crashed: 'convrged'; did you mean 'converged'?
                  - {point: minimal}                  #! 13: point must be one of minimum, maximum, saddle, degenerate, not-stationary: 'minimal'; did you mean 'minimum'?
                  - {value: {}}                       #! 6: this needs min, max or near
                  - {value: [1]}                      #! 13: value must be a number, or a mapping of min, max, near and tolerance, not a list
                  - {value: {min: 1, tolerance: 1}}   #! 22: tolerance goes with near; add near, or remove tolerance
                  - {value: {min: 2, max: 1}}         #! 27: max must be at least min
                  - {value: {near: 2, tolerance: -1}} #! 34: tolerance must be at least 0: -1
                  - {value: {nera: 2, tolerance: 1}}  #! 14: unknown key 'nera'; did you mean 'near'?
                  - {at: {z: 1}}                      #! 11: unknown variable 'z'; known: x, y, tolerance
                  - {at: {tolerance: 1}}              #! 6: at needs a number for at least one variable
                  - {gradient: {x: 1, tolernce: 1}}   #! 23: unknown variable 'tolernce'; did you mean 'tolerance'?
                  - {at: 3}                           #! 10: at must be a mapping of variables, not the text '3'
                  - {hessian: [[1, 2]]}               #! 15: hessian must have a row for each of x, y; rows given: 1
                  - {hessian: [[1, 2], [3]]}          #! 24: every row must have as many numbers as there are rows, 2: 1
                  - {hessian: [[1, 2], 3]}            #! 24: a row of hessian must be a list of numbers, not the text '3'
                  - {hessian: [[1, 2], [3, a]]}       #! 28: an entry must be a number: 'a'
                  - {hessian: {tolerance: 1}}         #! 6: missing key 'values'; add values: a list of rows
                  - {hessian: {values: [[1, 2], [2, 1]], tolerance: -1}}  #! 53: tolerance must be at least 0: -1
                """);
    }

    @Test
    void selectors() {
        assertErrorsAsAnnotated("""
                version: 1
                problems:
                  bowl: {formula: x^2, starts: {left: -1, any: {random: {uniform: [0, 1], count: 3}}}}
                  valley: {builtin: rosenbrock, starts: {far: {fill: 3}}}
                solvers: {newton: newton, descent: gradient-descent}
                expect:
                  - {for: {solver: newtn}, status: converged}       #! 20: unknown solver 'newtn'; did you mean 'newton'?
                  - {for: {problem: [bowl, valey]}, status: converged}  #! 28: unknown problem 'valey'; did you mean 'valley'?
                  - {for: {start: any-4}, status: converged}        #! 19: unknown start 'any-4'; did you mean 'any'?
                  - {for: {problem: valley, start: left}, status: converged}  #! 36: unknown start 'left'; known: far
                  - {for: {solver: []}, status: converged}          #! 12: solver selects nothing; remove it to select all
                  - {for: {solver: {a: b}}, status: converged}      #! 20: solver must be a name or a list of names, not a mapping
                  - {for: {solvr: newton}, at: {y: 1}}              #! 12: unknown key 'solvr'; did you mean 'solver'?
                  - {for: newton, status: converged}                #! 11: for must be a mapping, not the text 'newton'
                  - {fro: {start: far}, at: {y: 1}}                 #! 6: unknown key 'fro'; did you mean 'for'?
                  - {at: {y: 1}}                                    #! 11: unknown variable 'y'; known: x, tolerance (problem 'bowl')
                  - {for: {start: left}, at: {y: 1}}                #! 31: unknown variable 'y'; known: x, tolerance
                """);
    }
}
