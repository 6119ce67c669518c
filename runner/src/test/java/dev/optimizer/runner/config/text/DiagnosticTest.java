package dev.optimizer.runner.config.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    @Test
    void showsThePlaceTheLineAndACaretForEveryWrongCharacter() {
        assertThat(render(
                        "  grdient_norm: 1e-8", 7, 3, 12, "unknown key 'grdient_norm'; did you mean 'gradient_norm'?"))
                .isEqualTo("""
                        configs/a.yaml:7:3: unknown key 'grdient_norm'; did you mean 'gradient_norm'?
                            7 |   grdient_norm: 1e-8
                              |   ^^^^^^^^^^^^""");
    }

    @Test
    void aTabAndACharacterOfTwoUnitsKeepTheCaretInPlace() {
        assertThat(render("\ta: \uD835\uDC65 b", 1, 7, 1, "m"))
                .isEqualTo("configs/a.yaml:1:7: m\n    1 | \ta: \uD835\uDC65 b\n      | \t     ^");
    }

    @Test
    void aCaretNeverReachesBeyondTheLine() {
        assertThat(render("abc", 1, 3, 50, "m")).endsWith("\n      |   ^");
        assertThat(render("abc", 1, 4, 50, "m")).endsWith("\n      |    ^");
        assertThat(render("", 1, 1, 0, "m")).endsWith("\n    1 | \n      | ^");
    }

    @Test
    void aLongLineIsCutAroundTheCaret() {
        List<String> lines = render("a".repeat(500) + "b" + "c".repeat(500), 1, 501, 1, "m")
                .lines()
                .toList();
        assertThat(lines.get(1)).isEqualTo("    1 | …" + "a".repeat(40) + "b" + "c".repeat(59) + "…");
        assertThat(lines.get(2)).isEqualTo("      | " + " ".repeat(41) + "^");
    }

    @Test
    void nothingInAFileCanSteerTheTerminal() {
        assertThat(render("a: \u001B[31m", 1, 1, 1, "bad '\u001B[31m\u0007'"))
                .doesNotContain("\u001B")
                .doesNotContain("\u0007")
                .contains("bad '\uFFFD[31m\uFFFD'");
    }

    @Test
    void furtherLinesOfAMessageAreIndented() {
        assertThat(render("a: b", 1, 4, 1, "wrong\n  x +\n    ^")).isEqualTo("""
                        configs/a.yaml:1:4: wrong
                                x +
                                  ^
                            1 | a: b
                              |    ^""");
    }

    private static String render(String line, int number, int column, int length, String message) {
        Position position = new Position(Path.of("configs/a.yaml"), number, column);
        return new Diagnostic(position, message, line, length).render().replace(System.lineSeparator(), "\n");
    }
}
