package dev.optimizer.descent;

/**
 * The Armijo condition φ(α) − φ(0) ≤ c₁·α·φ′(0) (Armijo 1966; Nocedal and Wright eq. 3.4), usable down to round-off.
 *
 * <p>Where φ(α) and φ(0) agree to many digits their difference is noise, and the condition fails at the minimum itself.
 * There the difference is taken from the slopes, α·(φ′(0) + φ′(α))/2, which is exact for a parabola and has no
 * cancellation; the condition then reads φ′(α) ≤ (2c₁ − 1)·φ′(0), the approximate Wolfe condition of Hager and Zhang 2005,
 * eq. 4.1. Their other half, φ′(α) ≥ σ·φ′(0), is asked for once a longer step has been seen to raise f: without it, a
 * search with a wrong gradient would retreat into the noise and stay there.
 */
record SufficientDecrease(double c1) {
    /**
     * Values that agree to this many units in the last place are left to the slopes: the rounding error of a sum of some
     * thousand terms, random or not.
     */
    static final double ROUNDING = 4096 * Math.ulp(1.0);

    /** σ of Hager and Zhang 2005. */
    private static final double SIGMA = 0.9;

    SufficientDecrease {
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException("c1 must lie in (0, 0.5): " + c1);
        }
    }

    /** φ(α) − φ(0), as exactly as it can be told; NaN or infinite outside the domain. */
    static double rise(Line phi, double alpha, double value0, double slope0) {
        double difference = phi.value(alpha) - value0;
        return isNoise(difference, value0) ? alpha * (slope0 + phi.slope(alpha)) / 2 : difference;
    }

    /**
     * Whether α decreases φ enough; false outside the domain, where φ(α) is NaN or infinite (−∞ included).
     *
     * @param retreating whether a longer step has been rejected in this search
     */
    boolean holds(Line phi, double alpha, double value0, double slope0, boolean retreating) {
        double difference = phi.value(alpha) - value0;
        boolean noise = isNoise(difference, value0);
        if (noise && retreating && !(phi.slope(alpha) >= SIGMA * slope0)) {
            return false;
        }
        double rise = noise ? alpha * (slope0 + phi.slope(alpha)) / 2 : difference;
        return rise <= c1 * alpha * slope0 && rise > Double.NEGATIVE_INFINITY;
    }

    private static boolean isNoise(double difference, double value0) {
        return Math.abs(difference) <= ROUNDING * Math.abs(value0);
    }
}
