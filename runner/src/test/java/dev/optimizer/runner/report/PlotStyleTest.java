package dev.optimizer.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.runner.figure.Series;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Plots are read by more than browsers: what their style may say is little. */
class PlotStyleTest {
    private static final Plot PLOT = Plot.of(
            280,
            List.of(Series.line("newton", 0, new double[0], new double[0], null)),
            height -> "<svg viewBox=\"0 0 420 " + height + "\"><title>$1 \\</title><path/></svg>");

    @Test
    void coloursAreThoseOfALightGround() {
        String sheet = """
                :root {
                  --ground: #ffffff; --s0: #0072b2;
                }
                :root[data-theme="dark"] { --ground: #000000; --s0: #56b4e9; }
                p { color: red; }
                /*FIGURE*/
                /* For the reader. */
                .s0 { fill: var(--s0); }
                /*END*/
                """;
        String file = PlotStyle.of(sheet).applyTo(PLOT);
        assertThat(file)
                .startsWith(
                        "<svg width=\"420\" height=\"280\" viewBox=\"0 0 420 280\"><title>$1 \\</title>"
                                + "<style>.s0 { fill: #0072b2; }</style><rect width=\"420\" height=\"280\" fill=\"#ffffff\"/><path/>")
                .contains(">newton</text>")
                .endsWith("</svg>\n");
    }

    @Test
    void aColourThatTheSheetLacksIsNotPassedOver() {
        assertThatThrownBy(() -> PlotStyle.of(":root { --ground: #fff; } /*FIGURE*/ .a { fill: var(--ink); } /*END*/"))
                .hasMessage("the style sheet gives no value to --ink on a light ground");
    }

    /** JSVG takes the first of two rules, browsers the last; some readers know classes only, few know variables. */
    @Test
    void theSheetKeepsToClassesAndTellsAClassAPropertyOnce() throws IOException {
        String file = PlotStyle.read().applyTo(PLOT);
        String rules = file.substring(file.indexOf("<style>") + 7, file.indexOf("</style>"));
        assertThat(rules).doesNotContain("var(", "--", "/*", "@", "calc(");
        Matcher rule = Pattern.compile("([^{}]+)\\{([^{}]*)\\}").matcher(rules);
        Set<String> told = new HashSet<>();
        while (rule.find()) {
            for (String selector : rule.group(1).strip().split(", ")) {
                assertThat(selector).matches("\\.[a-z0-9]+");
                for (String declaration : rule.group(2).strip().split(";\\s*")) {
                    assertThat(told.add(selector + " " + declaration.split(":")[0]))
                            .as("%s { %s }", selector, declaration)
                            .isTrue();
                }
            }
        }
        assertThat(told).contains(".s7 stroke", ".line fill", ".kind paint-order");
    }
}
