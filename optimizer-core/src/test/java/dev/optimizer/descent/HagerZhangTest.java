package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HagerZhangTest {
    private static final double DELTA = HagerZhang.DEFAULT_DELTA;
    private static final double EPSILON = 1e-6;

    /** T1 or T2 of the paper, on the test functions of Moré and Thuente 1994. */
    @Property(tries = 300)
    void wolfeHoldsWhereverTheSearchStarts(
            @ForAll @DoubleRange(min = -3, max = 3) double exponent,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double sigma) {
        for (int number = 1; number <= 3; number++) {
            Curve phi = Curve.moreThuente(number);
            double value0 = phi.at(0);
            double slope0 = phi.slope(0);

            double alpha = phi.search(new HagerZhang(DELTA, sigma), Math.pow(10, exponent));

            assertThat(alpha).as("function %d", number).isPositive();
            boolean wolfe = phi.at(alpha) - value0 <= DELTA * alpha * slope0;
            boolean approximate = phi.slope(alpha) <= (2 * DELTA - 1) * slope0
                    && phi.at(alpha) <= value0 + EPSILON * Math.abs(value0);
            assertThat(wolfe || approximate).as("function %d", number).isTrue();
            assertThat(phi.slope(alpha)).isGreaterThanOrEqualTo(sigma * slope0);
            assertThat(phi.trials().size()).isLessThanOrEqualTo(30);
        }
    }

    @Test
    void theFirstTrialThatIsGoodEnoughIsTaken() {
        Curve phi = new Curve(a -> (a - 1) * (a - 1), a -> 2 * (a - 1));

        assertThat(phi.search(new HagerZhang(), 1)).isEqualTo(1);
        assertThat(phi.trials()).containsExactly(1.0);
    }

    @Test
    void aSecantStepFindsTheMinimumOfAParabola() {
        Curve phi = new Curve(a -> (a - 1) * (a - 1), a -> 2 * (a - 1));

        // 4 is too far; the line through the slopes at 0 and 4 is zero at 1, to a rounding.
        assertThat(phi.search(new HagerZhang(DELTA, 0.1), 4)).isEqualTo(1);
        assertThat(phi.trials()).containsExactlyInAnyOrder(4.0, 1.0);
    }

    /** Between 0 and 1 values differ by less than their rounding, and the sufficient decrease fails or holds by chance. */
    @Property(tries = 300)
    void nearRoundOffTheSlopesDecide(@ForAll @DoubleRange(min = 0.05, max = 50) double first) {
        Curve phi = new Curve(a -> 1e8 + 1e-10 * (a - 1) * (a - 1), a -> 2e-10 * (a - 1));

        double alpha = phi.search(new HagerZhang(DELTA, 0.1), first);

        // |φ′| has to come down to a tenth on the left, to 1 − 2δ on the right.
        assertThat(alpha).isBetween(0.9, 1.8);
    }

    /** −log(1 − a) − 2a: minimum at 1/2, not finite from the wall at 1 on. */
    @Property(tries = 300)
    void aWallWasTooFar(@ForAll @DoubleRange(min = -3, max = 12) double exponent) {
        Curve phi = new Curve(a -> -Math.log(1 - a) - 2 * a, a -> a < 1 ? 1 / (1 - a) - 2 : Double.NaN);

        double alpha = phi.search(new HagerZhang(DELTA, 0.1), Math.pow(10, exponent));

        assertThat(phi.slope(alpha)).isGreaterThanOrEqualTo(0.1 * phi.slope(0));
        assertThat(phi.at(alpha)).isLessThanOrEqualTo(DELTA * alpha * phi.slope(0));
    }

    @Test
    void aSlopeThatStaysSteepUpToTheWallStillGivesALowerPoint() {
        Curve phi = new Curve(a -> a < 1 ? -a : Double.POSITIVE_INFINITY, a -> a < 1 ? -1 : Double.NaN);

        double alpha = phi.search(new HagerZhang(), 10);

        assertThat(alpha).isBetween(0.9, Math.nextDown(1.0));
    }

    @Test
    void nothingToFindIsZero() {
        Curve wall = new Curve(a -> a == 0 ? 1 : Double.NaN, a -> -1);
        Curve uphill = new Curve(a -> a, a -> -1);

        assertThat(wall.search(new HagerZhang(), 1)).isZero();
        assertThat(uphill.search(new HagerZhang(), 1)).isZero();
    }

    @Test
    void constantsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new HagerZhang(0.5, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delta must lie in (0, 0.5): 0.5");
        assertThatThrownBy(() -> new HagerZhang(0.1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sigma must lie in [delta, 1) with delta = 0.1: 1.0");
    }
}
