package dev.optimizer.runner.config.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.config.reader.Configs;
import dev.optimizer.runner.config.text.Diagnostic;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Sources;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every error stands at its very character, however the file is written. */
class PlacesTest {
    @Test
    void inAPlainFormula() {
        assertPlace("formula: x + sine(x)", "1:14", 4);
    }

    @Test
    void inQuotedFormulas() {
        assertPlace("formula: 'x + sine(x)'", "1:15", 4);
        assertPlace("formula: \"x + sine(x)\"", "1:15", 4);
        // Between single quotes a quote is written twice, and here it is the transpose.
        assertPlace("formula: 'x'' + sine(x)'", "1:17", 4);
        assertPlace("formula: \"x' +\t sine(x)\"", "1:17", 4);
    }

    @Test
    void inABlockOfLines() {
        assertPlace("formula: |\n  x +\n\n    sine(x)", "4:5", 4);
        assertPlace("formula: |-  # comment\n    x +\n      sine(x)", "3:7", 4);
        assertPlace("formula: |2\n   x +\n   sine(x)", "3:4", 4);
    }

    @Test
    void behindAnAnchor() {
        assertPlace("formula: &f x + sine(x)", "1:17", 4);
        assertPlace("formula: &f 'x + sine(x)'", "1:18", 4);
    }

    @Test
    void behindCharactersOfTwoUnits() {
        assertPlace("# \uD835\uDC65\nformula: x + sine(x) # \uD835\uDC65", "2:14", 4);
        assertPlace("{\"\uD835\uDC65\": 1, formula: x + sine(x)}", "1:23", 4);
    }

    @Test
    void withEveryKindOfLineBreak() {
        assertPlace("maximise: true\r\nformula: x + sine(x)\r\n", "2:14", 4);
        assertPlace("maximise: true\rformula: x + sine(x)\r", "2:14", 4);
        assertPlace("formula: |\r\n  x +\r\n  sine(x)\r\n", "3:3", 4);
    }

    @Test
    void withAByteOrderMark() {
        assertThat(Configs.messages("\uFEFFversio: 1\n" + Configs.VALID.replace("version: 1\n", "")))
                .containsExactly("1:1: unknown key 'versio'; did you mean 'version'?");
    }

    @Test
    void atTheEndOfAFormula() {
        assertPlace("formula: x + (x", "1:14", 1);
        assertPlace("formula: |\n  x +\n  (x\n", "3:3", 1);
    }

    @Test
    void whereYamlRewritesTheTextTheMessageBringsItsOwnPicture() {
        String picture = "unknown function 'sine'; did you mean 'sin'?\n  x + sine(x)\n      ^^^^";
        for (String formula :
                new String[] {">\n  x +\n  sine(x)", "x +\n  sine(x)", "\"x + \\x73ine(x)\"", "'x +\n  sine(x)'"}) {
            Diagnostic error = error("formula: " + formula);
            assertThat(error.message()).as(formula).startsWith(picture);
            assertThat(error.position().line()).as(formula).isEqualTo(1);
            assertThat(error.position().column()).as(formula).isEqualTo(10);
        }
    }

    @Test
    void anErrorBehindAnAliasStandsOnceWhereItIsWritten() {
        assertThat(Configs.messages("""
                        version: 1
                        problems:
                          a: {formula: x, starts: &s {first: 1, second: sine(1)}}
                          b: {formula: x, starts: *s}
                        solvers: {n: newton}
                        """)).containsExactly("3:49: unknown function 'sine'; did you mean 'sin'?");
    }

    /** The problem's only error; line and column are counted from its own first line. */
    private static void assertPlace(String problem, String place, int length) {
        Diagnostic error = error(problem);
        assertThat(error.position().line() + ":" + error.position().column())
                .as(error.render())
                .isEqualTo(place);
        assertThat(error.length()).as(error.render()).isEqualTo(length);
    }

    private static Diagnostic error(String problem) {
        Sources sources = new Sources();
        Diagnostics diagnostics = new Diagnostics(sources);
        try {
            YamlNode.Mapping mapping = YamlParser.parse(diagnostics, sources.add(Configs.FILE, problem));
            YamlNode.Entry formula = mapping.entries().stream()
                    .filter(entry -> entry.name().equals("formula"))
                    .findFirst()
                    .orElseThrow();
            new FormulaReader(diagnostics).read(new FormulaReader.Declarations(Map.of(), Map.of(), List.of()), formula);
            diagnostics.throwIfAny();
        } catch (InvalidConfigException e) {
            assertThat(e.diagnostics()).hasSize(1);
            return e.diagnostics().get(0);
        }
        throw new AssertionError("no error in " + problem);
    }
}
