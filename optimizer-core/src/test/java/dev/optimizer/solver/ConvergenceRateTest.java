package dev.optimizer.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConvergenceRateTest {
    @Test
    void quadraticErrorsHaveOrderTwoAndNoRate() {
        ConvergenceRate rate = ofErrors(0.5, 1e-1, 1e-2, 1e-4, 1e-8);

        // Exact squares: only the rounding of four logarithms remains.
        assertThat(rate.order()).isCloseTo(2, within(1e-12));
        assertThat(rate.rate()).isNaN();
    }

    @Test
    void oneEstimateAloneSupportsNoAnswer() {
        assertThat(ofErrors(1e-2, 1e-4, 1e-8)).isEqualTo(ConvergenceRate.UNKNOWN);
        assertThat(ofErrors(1e-4, 1e-8)).isEqualTo(ConvergenceRate.UNKNOWN);
        assertThat(ofErrors(1e-4)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void estimatesThatDisagreeSupportNoAnswer() {
        assertThat(ofErrors(0.31, 0.016, 9.1e-6, 6e-11)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void geometricErrorsHaveOrderOneAndTheirRatioAsRate() {
        double[] errors = new double[40];
        Arrays.setAll(errors, i -> Math.pow(2.0 / 3, i));

        ConvergenceRate rate = ofErrors(errors);

        // A ratio of logarithms of ratios near 1: ε divided by log(3/2), a few times over.
        assertThat(rate.order()).isCloseTo(1, within(1e-12));
        assertThat(rate.rate()).isCloseTo(2.0 / 3, within(1e-14));
    }

    @Test
    void aFewPointsDoNotMakeALinearRate() {
        assertThat(ofErrors(0.4, 0.2, 0.1, 0.05)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void errorsThatRiseSupportNoAnswer() {
        assertThat(ofErrors(1e-1, 1e-2, 1e-4, 1e-3)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void erraticErrorsSupportNoAnswer() {
        assertThat(ofErrors(0.9, 0.8, 0.5, 0.45, 0.25, 0.2)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void theLastErrorComesFromTheGradients() {
        double[] steps = {1e-1, 1e-2, 1e-4};
        double[] gradients = {4, 4e-1, 4e-3, 4e-7};

        assertThat(of(steps, gradients, 0).order()).isCloseTo(2, within(1e-12));
    }

    @Test
    void ordersBeyondAnyMethodAreChance() {
        assertThat(ofErrors(1e-1, 1e-2, 1e-6, 1e-22)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    @Test
    void whatIsBelowRoundOffIsLeftOut() {
        double[] steps = {1e-1, 1e-2, 1e-4, 1e-8, 3e-15};
        double[] gradients = {1e-1, 1e-2, 1e-4, 1e-8, 3e-15, 1e-15};

        assertThat(of(steps, gradients, 1e-14).order()).isCloseTo(2, within(1e-12));
    }

    @Test
    void notANumberSupportsNoAnswer() {
        assertThat(ofErrors(Double.NaN, Double.NaN, Double.NaN)).isEqualTo(ConvergenceRate.UNKNOWN);
        assertThat(ofErrors(1, Double.NaN, 1e-4)).isEqualTo(ConvergenceRate.UNKNOWN);
    }

    /** Errors e_k of which steps and gradients are exact multiples. */
    private static ConvergenceRate ofErrors(double... errors) {
        return of(Arrays.copyOf(errors, errors.length - 1), errors, 0);
    }

    private static ConvergenceRate of(double[] steps, double[] gradients, double floor) {
        return ConvergenceRate.of(Arrays.copyOf(steps, steps.length + 1), steps.length, gradients, floor);
    }
}
