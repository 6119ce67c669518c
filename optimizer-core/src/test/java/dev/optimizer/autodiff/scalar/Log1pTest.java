package dev.optimizer.autodiff.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log1p is StrictMath's, to the bit. */
class Log1pTest {
    @Test
    void isThatOfStrictMath() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000_000; i++) {
            double x = switch (i % 4) {
                case 0 -> random.nextDouble(-1, 2);
                case 1 -> Double.longBitsToDouble(random.nextLong());
                case 2 -> StrictMath.exp(random.nextDouble(-60, 60));
                default -> -StrictMath.exp(random.nextDouble(-60, 0));
            };
            assertSame(x);
        }
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                -1,
                -2,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                0x1p53,
                0x1p-29,
                -0x1p-29,
                0x1p-54,
                0.41421356237309503,
                0.4142135623730951,
                -0.2928932188134524,
                -0.29289321881345254,
                3,
                1023,
                0x1.fffffp-2,
                0x1.0000000000001p0
            })
    void isThatOfStrictMathAtTheEdges(double x) {
        assertSame(x);
    }

    private static void assertSame(double x) {
        long expected = Double.doubleToLongBits(StrictMath.log1p(x));
        if (Double.doubleToLongBits(Log1p.of(x)) != expected) {
            // AssertJ in each of two million rounds would take longer than all else.
            assertThat(Log1p.of(x)).as("log1p(%s)", x).isEqualTo(StrictMath.log1p(x));
        }
    }
}
