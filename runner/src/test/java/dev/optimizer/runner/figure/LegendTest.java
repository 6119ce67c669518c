package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LegendTest {
    @Test
    void aNameStandsBesideItsColour() {
        String svg = Legend.of(420, List.of(named("newton", 9))).svg(260);
        assertThat(svg).startsWith("<g transform=\"translate(0 260)\">");
        assertThat(svg).contains("<g class=\"s1 d1\" data-name=\"newton\">", ">newton</text>");
    }

    /** Ten runs of one solver are one entry. */
    @Test
    void everyNameStandsThereOnce() {
        Legend legend = Legend.of(420, List.of(named("a", 0), named("b", 1), named("a", 0)));
        assertThat(legend.svg(0)).containsOnlyOnce(">a</text>").containsOnlyOnce(">b</text>");
        assertThat(legend.height())
                .isEqualTo(Legend.of(420, List.of(named("a", 0))).height());
    }

    @Test
    void entriesThatDoNotFitGoIntoTheNextRow() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            series.add(named("solver-number-" + i, i));
        }
        Legend legend = Legend.of(420, series);
        Matcher place = Pattern.compile("<text class=\"tick\" x=\"([0-9.]+)\" y=\"([0-9.]+)\"[^>]*>([^<]*)<")
                .matcher(legend.svg(0));
        int entries = 0;
        while (place.find()) {
            entries++;
            // DejaVu Sans in 10.5 pixels.
            assertThat(Double.parseDouble(place.group(1)) + 6.1 * place.group(3).length())
                    .isLessThan(420);
            assertThat(Double.parseDouble(place.group(2))).isLessThan(legend.height());
        }
        assertThat(entries).isEqualTo(12);
    }

    @Test
    void aNameThatFitsIntoNoRowIsCut() {
        Legend legend = Legend.of(420, List.of(named("x".repeat(500), 0)));
        assertThat(legend.svg(0)).containsPattern(">x{40,60}…</text>").contains("<title>" + "x".repeat(500));
    }

    @Test
    void nothingNeedsNoPlace() {
        assertThat(Legend.of(420, List.of()).height()).isZero();
    }

    private static Series named(String name, int slot) {
        return Series.line(name, slot, new double[0], new double[0], null);
    }
}
