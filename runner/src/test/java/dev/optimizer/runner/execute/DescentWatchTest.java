package dev.optimizer.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescentWatchTest {
    @Test
    void fallingAndStayingIsDescent() {
        assertThat(isMonotone(3, 2, 2, -1, Double.NEGATIVE_INFINITY)).isTrue();
        assertThat(isMonotone(Double.POSITIVE_INFINITY, 1)).isTrue();
        assertThat(isMonotone()).isTrue();
    }

    @Test
    void anyRiseIsNoneWhateverComesAfterIt() {
        assertThat(isMonotone(3, 2, 2.0001, 1)).isFalse();
        assertThat(isMonotone(1e-300, 1.1e-300)).isFalse();
        assertThat(isMonotone(-1e300, -0.9e300)).isFalse();
    }

    @Test
    void aFewUnitsInTheLastPlaceAreRounding() {
        double four = 32 + 4 * Math.ulp(32.0);
        assertThat(isMonotone(32, four)).isTrue();
        assertThat(isMonotone(32, Math.nextUp(four))).isFalse();
        // The larger of the two says how coarse the last place is.
        assertThat(isMonotone(-4, -4 + 4 * Math.ulp(4.0))).isTrue();
    }

    @Test
    void whatIsNoNumberIsNoDescent() {
        assertThat(isMonotone(1, Double.NaN)).isFalse();
        assertThat(isMonotone(Double.NaN, 1)).isFalse();
        assertThat(isMonotone(1, Double.POSITIVE_INFINITY)).isFalse();
    }

    private static boolean isMonotone(double... values) {
        DescentWatch watch = new DescentWatch();
        for (double value : values) {
            watch.observe(value);
        }
        return watch.isMonotone();
    }
}
