package dev.optimizer.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AxisTest {
    /** Places are pixels; a millionth of one is rounding. */
    private static final double PIXEL = 1e-6;

    @Test
    void linear() {
        Axis axis = axis(false, 0, 4, 10);
        assertThat(axis.place(0)).isEqualTo(100);
        assertThat(axis.place(4)).isEqualTo(140);
        assertThat(axis.place(10)).isEqualTo(200);
        assertThat(labels(axis)).containsExactly("0", "2", "4", "6", "8", "10");
    }

    @Test
    void logarithmic() {
        Axis axis = axis(true, 1, 100);
        assertThat(axis.place(10)).isEqualTo(150, within(PIXEL));
        assertThat(labels(axis)).containsExactly("10²", "10¹", "10⁰");
    }

    @Test
    void whatIsNotPositiveStandsOnTheFloorAndNothingIsAdded() {
        Axis axis = axis(true, 0, -3, 1, 100);
        assertThat(axis.hasFloor()).isTrue();
        assertThat(axis.place(0)).isEqualTo(100);
        assertThat(axis.place(-3)).isEqualTo(100);
        double begin = axis.place(1);
        assertThat(begin).isGreaterThan(105);
        assertThat(axis.place(10)).isEqualTo((begin + 200) / 2, within(PIXEL));
        assertThat(axis(true, 1, 100).hasFloor()).isFalse();
    }

    @Test
    void whatIsNoFiniteNumberDoesNotCount() {
        Axis axis = axis(false, Double.NaN, 0, Double.POSITIVE_INFINITY, 10, Double.NEGATIVE_INFINITY);
        assertThat(axis.place(10)).isEqualTo(200);
        assertThat(labels(axis(true))).containsExactly("10¹", "10⁰");
        assertThat(labels(axis(false))).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    }

    @Test
    void oneValueStandsInTheMiddle() {
        assertThat(axis(false, 8).place(8)).isEqualTo(150);
        assertThat(axis(true, 8).place(8)).isEqualTo(150, within(PIXEL));
        assertThat(axis(false, -1e308).place(-1e308)).isBetween(100.0, 200.0);
        assertThat(axis(true, 1.7e308).place(1.7e308)).isBetween(100.0, 200.0);
    }

    @Test
    void ofANarrowRangeTheTicksCanStillBeToldApart() {
        assertThat(labels(axis(false, 100, 100.001)))
                .containsExactly("100", "100.0002", "100.0004", "100.0006", "100.0008", "100.001");
        assertThat(labels(axis(true, 1, 1 + 1e-12))).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    /** Numbers next to each other: adding a step to them changes nothing, and a loop of such steps would never end. */
    @Test
    void roundingIsNotShownAsARange() {
        Axis axis = axis(false, 1, Math.nextUp(1.0));
        assertThat(axis.place(1)).isEqualTo(150, within(PIXEL));
        assertThat(labels(axis)).doesNotHaveDuplicates().hasSizeLessThan(12);
    }

    /** A run that ended at its start has the iteration 0 only, and there is none before it. */
    @Test
    void zeroAloneStandsAtTheBeginning() {
        Axis axis = axis(false, 0);
        assertThat(labels(axis)).containsExactly("0", "1");
        assertThat(axis.place(0)).isEqualTo(axis.from());
    }

    @Test
    void betweenWholeNumbersThereAreNoTicks() {
        assertThat(labels(axis(false, 0, 1, 2))).containsExactly("0", "1", "2");
        assertThat(labels(axis(false, 0, 0.5, 2))).contains("0.5");
    }

    @Test
    void sixHundredPowersOfTen() {
        Axis axis = axis(true, 1e-300, 1, 1e300);
        assertThat(axis.place(1)).isEqualTo(150, within(PIXEL));
        assertThat(axis.place(1e300)).isEqualTo(200, within(PIXEL));
        assertThat(labels(axis)).startsWith("10³⁰⁰", "10²⁰⁰").hasSize(7);
        Axis linear = axis(false, -1.7e308, 0, 1.7e308);
        assertThat(linear.place(0)).isEqualTo(150, within(PIXEL));
        assertThat(linear.place(1.7e308)).isEqualTo(200, within(PIXEL));
        assertThat(labels(linear)).contains("0", "10³⁰⁸");
    }

    @Property
    void placesAreMonotoneAndOnTheAxis(
            @ForAll boolean logarithmic, @ForAll @Size(min = 1, max = 6) List<Double> numbers) {
        double[] values = sorted(numbers);
        Axis axis = axis(logarithmic, values);
        double last = 100;
        for (double value : values) {
            assertThat(axis.place(value)).isBetween(last - PIXEL, 200 + PIXEL);
            last = axis.place(value);
        }
    }

    @Property
    void ticksAreOnTheAxisAndDistinct(
            @ForAll boolean logarithmic, @ForAll @Size(min = 1, max = 6) List<Double> numbers) {
        Axis axis = axis(logarithmic, sorted(numbers));
        assertThat(axis.ticks())
                .hasSizeBetween(1, 14)
                .allSatisfy(tick -> assertThat(axis.place(tick.value())).isBetween(100 - PIXEL, 200 + PIXEL));
        assertThat(labels(axis)).doesNotHaveDuplicates();
    }

    private static double[] sorted(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static Axis axis(boolean logarithmic, double... numbers) {
        return Axis.of(logarithmic, List.of(numbers), 100, 200);
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis.Tick::label).toList();
    }
}
