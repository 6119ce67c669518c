package dev.optimizer.descent;

/**
 * The Armijo condition φ(α) ≤ φ(0) + c₁·α·φ′(0) (Armijo 1966; Nocedal and Wright eq. 3.4), usable down to round-off.
 *
 * <p>Within a few units in the last place of φ(0) differences of φ are noise and the condition fails at the minimum
 * itself. There the slopes decide, by the approximate Wolfe conditions σ·φ′(0) ≤ φ′(α) ≤ (2δ − 1)·φ′(0) of Hager and
 * Zhang 2005, eq. 4.1, which for a quadratic say the same without cancellation. The left one only counts once a longer
 * step has been seen to raise f: without it, a search with a wrong gradient would retreat into the noise and stay there.
 */
record SufficientDecrease(double c1) {
    /** Rounding in φ: a sum of a handful of terms of the size of φ(0). */
    private static final double ROUNDING = 8 * Math.ulp(1.0);

    /** σ of Hager and Zhang 2005. */
    private static final double SIGMA = 0.9;

    SufficientDecrease {
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException("c1 must lie in (0, 0.5): " + c1);
        }
    }

    /**
     * Whether α decreases φ enough; false when φ(α) is NaN.
     *
     * @param retreating whether a longer step has been rejected in this search
     */
    boolean holds(Line phi, double alpha, double value0, double slope0, boolean retreating) {
        double value = phi.value(alpha);
        if (Math.abs(value - value0) <= ROUNDING * Math.abs(value0)) {
            double slope = phi.slope(alpha);
            return slope <= (2 * c1 - 1) * slope0 && (!retreating || slope >= SIGMA * slope0);
        }
        return value <= value0 + c1 * alpha * slope0;
    }
}
