package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    private static final Colors NONE = new Colors(false);

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table(NONE, "run", ">value", "checks");
        table.row().cell("a-long-name").cell("-5").cell("2 of 3");
        table.row().cell("b").cell("1000000").cell("1 of 1");
        assertThat(table).hasToString("""
                        run            value  checks
                        a-long-name       -5  2 of 3
                        b            1000000  1 of 1
                        """);
    }

    @Test
    void signsCountAsOneCharacterEach() {
        Table table = new Table(NONE, "∇²f", ">‖∇f‖∞", ">𝛼", "end");
        table.row().cell("1").cell("2").cell("3").cell("|");
        table.row().cell("four").cell("fivefive").cell("𝛼𝛽𝛾").cell("|");
        // 𝛼 is two Java chars and one character.
        assertThat(table).hasToString("""
                        ∇²f      ‖∇f‖∞    𝛼  end
                        1            2    3  |
                        four  fivefive  𝛼𝛽𝛾  |
                        """);
    }

    @Test
    void linesHaveNoSpaceAtTheirEnd() {
        Table table = new Table(NONE, "run", "checks");
        table.row().cell("a").cell("");
        assertThat(table).hasToString("run  checks\na\n");
    }

    @Test
    void coloursTakeNoWidth() {
        Colors colors = new Colors(true);
        Table table = new Table(colors, "a", ">b", "c");
        table.row().cell("xx", colors::good).cell("1", colors::bad).cell("y", colors::doubtful);
        assertThat(table.toString())
                .isEqualTo("\u001b[2ma\u001b[0m   \u001b[2mb\u001b[0m  \u001b[2mc\u001b[0m\n"
                        + "\u001b[32mxx\u001b[0m  \u001b[31m1\u001b[0m  \u001b[33my\u001b[0m\n");
    }

    @Test
    void aTableWithoutRowsIsItsHeading() {
        assertThat(new Table(NONE, "run", ">value")).hasToString("run  value\n");
    }
}
