package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepRuleTest {
    private static final double C1 = ArmijoBacktracking.DEFAULT_C1;

    @Property(tries = 300)
    void strongWolfeHoldsWhereverTheSearchStarts(@ForAll @DoubleRange(min = -3, max = 3) double exponent) {
        for (int number = 1; number <= 3; number++) {
            Curve phi = Curve.moreThuente(number);
            double slope0 = phi.slope(0);

            double alpha = phi.search(new MoreThuente(C1, 0.1), Math.pow(10, exponent));

            assertThat(alpha).as("function %d", number).isPositive();
            assertThat(phi.at(alpha)).isLessThanOrEqualTo(phi.at(0) + C1 * alpha * slope0);
            assertThat(Math.abs(phi.slope(alpha))).isLessThanOrEqualTo(0.1 * Math.abs(slope0));
            assertThat(phi.trials().size()).isLessThanOrEqualTo(20);
        }
    }

    /** Tables I to III of the paper: the trials from 1e-3, 1e-1, 1e1 and 1e3. */
    @ParameterizedTest
    @CsvSource({"1, 1e-3, 6, 3, 1, 4", "2, 0.1, 12, 8, 8, 11", "3, 0.1, 12, 12, 10, 13"})
    void searchesTakeAsManyTrialsAsInThePaper(int number, double c1, int a, int b, int c, int d) {
        List<Integer> trials = Stream.of(1e-3, 1e-1, 1e1, 1e3)
                .map(first -> {
                    Curve phi = Curve.moreThuente(number);
                    phi.search(new MoreThuente(c1, 0.1 + 1e-15), first);
                    return phi.trials().size();
                })
                .toList();

        assertThat(trials).containsExactly(a, b, c, d);
    }

    @Property(tries = 300)
    void armijoHoldsWhereverTheSearchStarts(@ForAll @DoubleRange(min = -3, max = 3) double exponent) {
        for (int number = 1; number <= 3; number++) {
            Curve phi = Curve.moreThuente(number);

            double alpha = phi.search(new ArmijoBacktracking(), Math.pow(10, exponent));

            assertThat(alpha).isPositive().isLessThanOrEqualTo(Math.pow(10, exponent));
            assertThat(phi.at(alpha)).isLessThanOrEqualTo(phi.at(0) + C1 * alpha * phi.slope(0));
        }
    }

    @Test
    void backtrackingGoesToTheMinimumOfTheParabola() {
        Curve phi = new Curve(a -> (a - 0.3) * (a - 0.3), a -> 2 * (a - 0.3));

        // Three roundings of numbers below 1.
        assertThat(phi.search(new ArmijoBacktracking(), 1)).isCloseTo(0.3, within(2e-16));
    }

    @Test
    void fixedStepNeverEvaluates() {
        Curve phi = new Curve(a -> Double.NaN, a -> -1);

        assertThat(phi.search(new FixedStep(), 0.01)).isEqualTo(0.01);
        assertThat(phi.trials()).isEmpty();
    }

    @Test
    void trialsOutsideTheDomainAreRejected() {
        // −log(1 − a) − 2a: minimum at 1/2, NaN beyond the wall at 1.
        Curve phi = new Curve(a -> -Math.log(1 - a) - 2 * a, a -> 1 / (1 - a) - 2);

        for (StepRule rule : new StepRule[] {new ArmijoBacktracking(), new MoreThuente()}) {
            double alpha = phi.search(rule, 100);
            assertThat(alpha).isBetween(0.0, 1.0).isPositive();
            assertThat(phi.at(alpha)).isNegative();
        }
    }

    @Test
    void aSlopeThatLiesFindsNoStep() {
        Curve uphill = new Curve(a -> a, a -> -1);

        assertThat(uphill.search(new ArmijoBacktracking(), 1)).isZero();
        assertThat(uphill.search(new MoreThuente(), 1)).isZero();
    }

    @Test
    void nothingButNaNFindsNoStep() {
        Curve wall = new Curve(a -> a == 0 ? 1 : Double.NaN, a -> -1);

        assertThat(wall.search(new ArmijoBacktracking(), 1)).isZero();
        assertThat(wall.search(new MoreThuente(), 1)).isZero();
    }

    @Test
    void theMinimumIsReachedThroughRoundOff() {
        // Around 1e8 the parabola moves f by less than an ulp, so only the slopes can tell.
        Curve phi = new Curve(a -> 1e8 + 1e-10 * (a - 1) * (a - 1), a -> 2e-10 * (a - 1));

        assertThat(phi.search(new ArmijoBacktracking(), 1)).isEqualTo(1);
        assertThat(phi.search(new MoreThuente(), 1)).isEqualTo(1);
        assertThat(phi.search(new ArmijoBacktracking(), 5)).isLessThan(2.1);
    }

    @Test
    void constantsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new ArmijoBacktracking(0.7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("c1 must lie in (0, 0.5): 0.7");
        assertThatThrownBy(() -> new MoreThuente(1e-4, 1.5)).hasMessage("c2 must lie in (c1, 1) with c1 = 1.0E-4: 1.5");
        assertThatThrownBy(() -> FirstStep.always(0)).hasMessage("step must be greater than 0 and finite: 0.0");
        assertThatThrownBy(() -> new ArmijoBacktracking(Double.NaN)).hasMessage("c1 must lie in (0, 0.5): NaN");
    }
}
