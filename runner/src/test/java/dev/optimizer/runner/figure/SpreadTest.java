package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianStandsInTheMiddleOfTheRange() {
        Series spread = Spread.of(
                "three", 5, List.of(line(new double[] {0, 1}, 8, 1), line(new double[] {0, 1}, 2, 9), flat(4)));
        assertThat(spread.name()).isEqualTo("three");
        assertThat(spread.slot()).isEqualTo(5);
        assertThat(spread.x()).containsExactly(0, 1);
        assertThat(spread.low()).containsExactly(2, 1);
        assertThat(spread.y()).containsExactly(4, 4);
        assertThat(spread.high()).containsExactly(8, 9);
    }

    @Test
    void ofTwoItIsHalfWay() {
        assertThat(Spread.of("two", 0, List.of(flat(1), flat(4))).y()).containsExactly(2.5);
    }

    /** Nothing is interpolated: between iterates there is nothing to be known. */
    @Test
    void aLineHasTheValueOfItsPointBeforeAndKeepsItsLast() {
        Series spread = Spread.of("two", 0, List.of(line(new double[] {0, 3}, 9, 5), line(new double[] {1, 2}, 4, 6)));
        assertThat(spread.x()).containsExactly(0, 1, 2, 3);
        assertThat(spread.low()).containsExactly(9, 4, 6, 5);
        assertThat(spread.high()).containsExactly(9, 9, 9, 6);
    }

    /** Two of three have no number: then neither has the median, and the band is around the third. */
    @Test
    void whatIsNoNumberIsNoBetterThanTheWorst() {
        Series spread = Spread.of("some", 0, List.of(flat(Double.NaN), flat(Double.POSITIVE_INFINITY), flat(3)));
        assertThat(spread.y()).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(spread.high()).containsExactly(3);
        assertThat(Spread.of("most", 0, List.of(flat(Double.NaN), flat(1), flat(3)))
                        .y())
                .containsExactly(3);
        assertThat(Spread.of("none", 0, List.of(flat(Double.NaN))).high()).containsExactly(Double.NaN);
    }

    @Test
    void manyPlacesAreThinnedOutAndTheLastIsKept() {
        double[] x = new double[1001];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        double[] places =
                Spread.of("long", 0, List.of(Series.line("a", 0, x, x, null))).x();
        assertThat(places).hasSizeLessThan(125).startsWith(0, 9).endsWith(999, 1000);
    }

    @Test
    void linesOfOneNameAreTogetherAndOthersStayAsTheyAre() {
        Series alone = Series.line("b", 1, new double[] {0}, new double[] {7}, Mark.GOOD);

        List<Series> together = Spread.together(List.of(flat(1), alone, flat(3)));

        assertThat(together).extracting(Series::name).containsExactly("a, 2 runs", "b");
        assertThat(together.get(0).y()).containsExactly(2);
        assertThat(together.get(0).high()).containsExactly(3);
        assertThat(together.get(1).mark()).isEqualTo(Mark.GOOD);
    }

    @Test
    void failuresAreCountedInTheName() {
        Series failed = Series.line("a", 0, new double[] {0}, new double[] {7}, Mark.FAILED);
        assertThat(Spread.together(List.of(flat(1), failed, flat(3))))
                .extracting(Series::name)
                .containsExactly("a, 3 runs (1 failed)");
    }

    @Test
    void manyBandsWouldHideTheLines() {
        List<Series> lines = new ArrayList<>();
        for (int name = 0; name < 9; name++) {
            for (int value = 1; value <= 2; value++) {
                lines.add(Series.line("n" + name, name, new double[] {0}, new double[] {value}, null));
            }
        }
        assertThat(Spread.together(lines)).hasSize(9).allSatisfy(line -> {
            assertThat(line.y()).containsExactly(1.5);
            assertThat(line.high()).isEmpty();
        });
        assertThat(Spread.together(lines.subList(0, 16)))
                .hasSize(8)
                .allSatisfy(line -> assertThat(line.high()).containsExactly(2));
    }

    private static Series flat(double value) {
        return line(new double[] {0}, value);
    }

    private static Series line(double[] x, double... y) {
        return Series.line("a", 0, x, y, null);
    }
}
