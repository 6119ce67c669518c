package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The window is [0, 100]², and numbers are their own places. */
class WindowTest {
    private static final Window WINDOW = new Window(0, 0, 100, 100);
    private static final Axis AXIS = Axis.linear(0, 100, 0, 100);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    @Test
    void whatLiesWithinStaysAsItIs() {
        assertThat(line(new double[] {10, 50, 90}, new double[] {10, 90, 10})).isEqualTo("M10 10L50 90L90 10");
    }

    @Test
    void aPathIsCutWhereItLeavesAndGoesOnWhereItComesBack() {
        assertThat(line(new double[] {50, 150, 150, 50}, new double[] {50, 50, 80, 80}))
                .isEqualTo("M50 50L100 50M100 80L50 80");
    }

    @Test
    void aSegmentAcrossTheWindowIsDrawnThoughBothEndsAreOutside() {
        assertThat(line(new double[] {-100, 200}, new double[] {-100, 200})).isEqualTo("M0 0L100 100");
        assertThat(line(new double[] {-100, 200}, new double[] {-10, -10})).isEmpty();
        assertThat(line(new double[] {-10, -10}, new double[] {0, 100})).isEmpty();
    }

    @Test
    void aPathIsBrokenWhereThereIsNoNumber() {
        assertThat(line(new double[] {10, Double.NaN, 30, 40}, new double[] {10, 20, 30, 40}))
                .isEqualTo("M30 30L40 40");
    }

    /** However a run diverges, no coordinate is outside. */
    @Property
    void nothingIsOutside(@ForAll @Size(5) double[] x, @ForAll @Size(5) double[] y) {
        Matcher number = NUMBER.matcher(line(x, y));
        while (number.find()) {
            assertThat(Double.parseDouble(number.group())).isBetween(0.0, 100.0);
        }
    }

    private static String line(double[] x, double[] y) {
        return WINDOW.line(Series.line("a", 0, x, y, null), AXIS, AXIS);
    }
}
