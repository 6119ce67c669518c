package dev.optimizer.descent;

/**
 * The Armijo condition φ(α) ≤ φ(0) + c₁·α·φ′(0) (Armijo 1966; Nocedal and Wright eq. 3.4), usable down to round-off.
 *
 * <p>Within a few units in the last place of φ(0) differences of φ are noise and the condition fails at the minimum
 * itself. There the slopes decide, by the approximate Wolfe condition (2δ − 1)·φ′(0) ≥ φ′(α) of Hager and Zhang 2005,
 * eq. 4.1, which for a quadratic is the same condition written without cancellation.
 */
record SufficientDecrease(double c1) {
    /** Rounding in φ: a sum of a handful of terms of the size of φ(0). */
    private static final double ROUNDING = 8 * Math.ulp(1.0);

    SufficientDecrease {
        if (!(c1 > 0 && c1 < 0.5)) {
            throw new IllegalArgumentException("c1 must lie in (0, 0.5): " + c1);
        }
    }

    /** Whether α decreases φ enough; false when φ(α) is NaN. */
    boolean holds(Line phi, double alpha, double value0, double slope0) {
        double value = phi.value(alpha);
        if (Math.abs(value - value0) <= ROUNDING * Math.abs(value0)) {
            return phi.slope(alpha) <= (2 * c1 - 1) * slope0;
        }
        return value <= value0 + c1 * alpha * slope0;
    }
}
