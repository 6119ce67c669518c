package dev.optimizer.runner.config.reader;

import static dev.optimizer.runner.config.reader.Configs.assertErrorsAsAnnotated;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said of everything that can be wrong in the keys of a config; see {@code ProblemErrorsTest} for the rest. */
class ConfigErrorsTest {
    @Test
    void unknownAndUnsupportedKeys() {
        assertErrorsAsAnnotated("""
                version: 1
                sead: 3              #! 1: unknown key 'sead'; did you mean 'seed'?
                weather: fine        #! 1: unknown key 'weather'; known: version, name, extends, seed, problem, problems, solvers, stop, record, baseline, expect, sweep, repeat
                problem:
                  formula: x^2
                  bounds: {x: 1}     #! 3: 'bounds' is not supported by this version; remove it
                  params: {n: 1}     #! 3: 'params' goes with builtin or plugin, not with a formula; remove it
                  starts: {a: 1}
                solvers:
                  newton: {type: newton, step: 1}  #! 26: unknown key 'step'; known: modification
                stop:
                  grdient_norm: 1e-8 #! 3: unknown key 'grdient_norm'; did you mean 'gradient_norm'?
                record: {evry: 1}    #! 10: unknown key 'evry'; did you mean 'every'?
                """);
    }

    @Test
    void missingKeys() {
        assertErrorsAsAnnotated("""
                name: a  #! 1: missing key 'version'; add version: 1 #! 1: missing key 'solvers'; add solvers: with a line 'name: {type: …}' for each #! 1: config needs one of the keys problem, problems
                """);
        assertErrorsAsAnnotated("""
                version: 1
                problems:
                  a: {maximise: true}          #! 3: problem needs one of the keys formula, residuals, builtin, plugin  #! 3: missing key 'starts'; add starts: with a line such as 'first: {x: 1}'
                  b: {formula: x}              #! 3: missing key 'starts'; add starts: with a line such as 'first: {x: 1}'
                  c: {formula: x, starts: {}}  #! 19: starts is empty; add a name with a start
                solvers:
                  d: {step: 1}       #! 3: missing key 'type'; it must be one of gradient-descent, newton, custom
                  e: {type: custom}  #! 3: missing key 'power'; add power: 2
                  f: custom          #! 6: f needs the key 'power'; write {type: custom, power: …}
                """);
    }

    @Test
    void aMisspeltKeyIsNotAlsoMissing() {
        assertErrorsAsAnnotated("""
                verson: 1         #! 1: unknown key 'verson'; did you mean 'version'?
                problem:
                  formla: x       #! 3: unknown key 'formla'; did you mean 'formula'?
                  strts: {a: 1}   #! 3: unknown key 'strts'; did you mean 'starts'?
                solver:           #! 1: unknown key 'solver'; did you mean 'solvers'?
                  newton: newton
                expect:
                  - {statsu: converged}  #! 6: unknown key 'statsu'; did you mean 'status'?
                """);
        assertErrorsAsAnnotated("""
                version: 1
                problm: {formula: x, starts: {a: 1}}  #! 1: unknown key 'problm'; did you mean 'problem'?
                solvers:
                  a: {tpye: newton}                   #! 7: unknown key 'tpye'; did you mean 'type'?
                """);
    }

    @Test
    void duplicateKeysNameTheLineOfTheFirst() {
        assertErrorsAsAnnotated("""
                version: 1
                seed: 1
                problem:
                  formula: x
                  starts:
                    a: 1
                    a: 2   #! 5: duplicate key 'a'; the first is on line 6
                solvers: {n: newton, "n": newton}  #! 22: duplicate key 'n'; the first is on line 8
                seed: 2    #! 1: duplicate key 'seed'; the first is on line 2
                """);
    }

    @Test
    void wrongTypes() {
        assertErrorsAsAnnotated("""
                version: one        #! 10: version must be a whole number: 'one'
                name: [a]           #! 7: name must be a name, not a list
                seed:               #! 6: seed needs a value: a whole number
                problem:
                  formula: {x: 1}   #! 12: formula must be a formula, not a mapping
                  maximise: yes     #! 13: maximise must be true or false: 'yes'
                  starts: 3         #! 11: starts must be a mapping with a name for each start, not the text '3'
                solvers: newton     #! 10: solvers must be a mapping with a name for each solver, not the text 'newton'
                stop: [1]           #! 7: stop must be a mapping, not a list
                record: auto        #! 9: record must be a mapping, not the text 'auto'
                expect: {a: b}      #! 9: expect must be a list with a dash for each item, not a mapping
                """);
    }

    @Test
    void numbersAreWhatIsWrittenNotWhatYamlMakesOfThem() {
        assertErrorsAsAnnotated("""
                version: 1
                seed: 1.5             #! 7: seed must be a whole number: '1.5'
                problem: {formula: x, starts: {a: 1}}
                solvers: {newton: newton}
                stop:
                  gradient_norm: abc  #! 18: gradient_norm must be a number: 'abc'
                  value_change: .inf  #! 17: value_change must be a number: '.inf'
                  step_norm: 1_000    #! 14: step_norm must be a number: '1_000'
                  iterations: 1:30    #! 15: iterations must be a whole number: '1:30'
                  evaluations: 0x10   #! 16: evaluations must be a whole number: '0x10'
                  seconds: "60"       #! 12: seconds must be a number; drop the quotes: '60'
                record:
                  every: 99999999999999999999  #! 10: every must fit into 64 bits: '99999999999999999999'
                expect:
                  - {value: 1e999}    #! 13: value must be a number below 1.8e308: 1e999
                  - {value: NaN}      #! 13: value must be a number: 'NaN'
                  - {value: 1e}       #! 13: value must be a number: '1e'
                """);
    }

    @Test
    void ranges() {
        assertErrorsAsAnnotated("""
                version: 2            #! 10: version must be 1: 2
                problem: {formula: x, starts: {a: 1}}
                solvers:
                  a: {type: gradient-descent, step: -1}    #! 37: step must be greater than 0: -1
                  b: {type: gradient-descent, memory: 101} #! 39: memory must be at most 100: 101
                  c: {type: custom, power: 0.5}            #! 28: power must be at least 1: 0.5
                  d: {type: gradient-descent, line_search: {type: armijo, contraction: 1}}  #! 72: contraction must be less than 1: 1
                stop:
                  gradient_norm: -1e-9  #! 18: gradient_norm must be at least 0: -1e-9
                  seconds: -inf         #! 12: seconds must be at least 0: -inf
                record: {every: 0}      #! 17: every must be at least 1: 0
                """);
    }

    @Test
    void choices() {
        assertErrorsAsAnnotated("""
                version: 1
                problem: {formula: x, starts: {a: 1}}
                solvers:
                  a: newtn            #! 6: a must be one of gradient-descent, newton, custom: 'newtn'; did you mean 'newton'?
                  b: {type: newtn}    #! 13: type must be one of gradient-descent, newton, custom: 'newtn'; did you mean 'newton'?
                  c: {type: newton, modification: shfit}  #! 35: modification must be one of shift, eigenvalues, none: 'shfit'; did you mean 'shift'?
                  d: {type: gradient-descent, line_search: armjo}  #! 44: line_search must be one of fixed, armijo: 'armjo'; did you mean 'armijo'?
                  e: {type: gradient-descent, line_search: [fixed]}  #! 44: line_search must be one of fixed, armijo, or a mapping with a type, not a list
                  f: {type: gradient-descent, line_search: {type: fixed, contraction: 0.5}}  #! 58: unknown key 'contraction'; known: step
                  g: {type: gradient-descent, line_search: {step: 1}}  #! 31: missing key 'type'; it must be one of fixed, armijo
                  h: [newton]         #! 6: h must be one of gradient-descent, newton, custom, or a mapping with a type, not a list
                  i:                  #! 5: i needs a value: one of gradient-descent, newton, custom, or a mapping with a type
                record: {iterates: on}  #! 20: iterates must be one of auto, always, never: 'on'
                """);
    }

    @Test
    void namesThatWouldLeaveTheOutputFolder() {
        for (String name : new String[] {
            "../x",
            ".",
            "..",
            ".hidden",
            "a/b",
            "a\\b",
            "x".repeat(101),
            "ü",
            "a.",
            "con",
            "NUL.x",
            "Com1",
            "ｃｏｎ",
            "C:x"
        }) {
            String yaml = Configs.VALID + "name: " + name + "\n";
            assertThat(Configs.errors(yaml))
                    .as(name)
                    .singleElement()
                    .satisfies(
                            error -> assertThat(error.message())
                                    .startsWith(
                                            "name must consist of at most 100 of A-Z a-z 0-9 . _ -, neither start nor end with a dot,"));
        }
    }

    @Test
    void namesOfTheUsersOwn() {
        String rule = " must consist of at most 60 of A-Z a-z 0-9 _ - and start with a letter or _: ";
        assertErrorsAsAnnotated("""
                version: 1
                problems:
                  a b: {formula: x, starts: {a: 1}}   #! 3: the name of a problem%1$s'a b'
                  p: {formula: x, starts: {1st: 1}}   #! 28: the name of a start%1$s'1st'
                solvers:
                  ../n: newton                        #! 3: the name of a solver%1$s'../n'
                """.formatted(rule));
    }
}
