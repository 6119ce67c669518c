package dev.optimizer.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConvergenceRateTest {
    @Test
    void quadraticStepsHaveOrderTwoAndNoRate() {
        ConvergenceRate rate = of(0.5, 1e-1, 1e-2, 1e-4, 1e-8);

        // Exact squares: only the rounding of four logarithms remains.
        assertThat(rate.order()).isCloseTo(2, within(1e-12));
        assertThat(rate.rate()).isNaN();
    }

    @Test
    void geometricStepsHaveOrderOneAndTheirRatioAsRate() {
        ConvergenceRate rate = of(geometric(2.0 / 3, 40));

        // A ratio of logarithms of ratios near 1: ε divided by log(3/2), a few times over.
        assertThat(rate.order()).isCloseTo(1, within(1e-12));
        assertThat(rate.rate()).isCloseTo(2.0 / 3, within(1e-14));
    }

    @Test
    void twoStepsSupportNoAnswer() {
        assertThat(of(1e-2, 1e-4)).isEqualTo(ConvergenceRate.UNKNOWN);
        assertThat(of()).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void threeStepsDoNotMakeALinearRate() {
        assertThat(of(0.4, 0.2, 0.1)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void stepsThatRiseSupportNoAnswer() {
        assertThat(of(1e-1, 1e-2, 1e-4, 1e-3)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void erraticStepsSupportNoAnswer() {
        assertThat(of(0.9, 0.8, 0.5, 0.45, 0.25)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void aSuperlinearOrderNeedsTheGradientsToAgree() {
        double[] steps = {1e-1, 1e-2, 1e-4};
        double[] gradients = {1e-1, 5e-2, 2e-2};

        assertThat(ConvergenceRate.of(steps, gradients, 3, 0)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void ordersBeyondAnyMethodAreChance() {
        assertThat(of(0.5, 0.45, 1e-5)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void stepsBelowRoundOffAreLeftOut() {
        double[] steps = {1e-2, 1e-4, 1e-8, 3e-15, 0};

        ConvergenceRate rate = ConvergenceRate.of(steps, steps, 5, 1e-14);

        assertThat(rate.order()).isCloseTo(2, within(1e-12));
    }

    @Test
    void notANumberSupportsNoAnswer() {
        assertThat(of(Double.NaN, Double.NaN, Double.NaN)).isEqualTo(ConvergenceRate.UNKNOWN);
        assertThat(of(1, Double.NaN, 1e-4)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    private static double[] geometric(double ratio, int count) {
        double[] steps = new double[count];
        for (int i = 0; i < count; i++) {
            steps[i] = Math.pow(ratio, i);
        }
        return steps;
    }

    private static ConvergenceRate of(double... steps) {
        return ConvergenceRate.of(steps, steps, steps.length, 0);
    }
}
