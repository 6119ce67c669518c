package dev.optimizer.runner.config.declaration;

/**
 * How far a figure may be from its baseline: absolute + relative · |baseline|.
 *
 * @param absolute at least 0; infinite for a figure that is not judged
 * @param relative at least 0; likewise
 */
public record Tolerance(double absolute, double relative) {
    /** Not a bit off. */
    public static final Tolerance EXACT = new Tolerance(0, 0);

    /** As far as it likes. */
    public static final Tolerance UNJUDGED = new Tolerance(Double.POSITIVE_INFINITY, 0);

    public boolean isJudged() {
        return !Double.isInfinite(absolute) && !Double.isInfinite(relative);
    }

    /** How far from a baseline is still right. */
    public double allowed(double baseline) {
        // 0·∞ is NaN.
        return relative == 0 ? absolute : absolute + relative * Math.abs(baseline);
    }

    /** Whether a figure is near enough; what is not known (NaN) or infinite has to be the same. */
    public boolean accepts(double baseline, double now) {
        return Double.compare(baseline, now) == 0
                || Double.isFinite(baseline) && Math.abs(now - baseline) <= allowed(baseline);
    }

    /** {@code exactly}, {@code within 1e-9 + 1e-6·|baseline|}, {@code not judged}. */
    @Override
    public String toString() {
        if (equals(EXACT)) {
            return "exact";
        }
        if (!isJudged()) {
            return "not judged";
        }
        String part = relative == 0 ? "" : relative + "·|baseline|";
        return "within " + (absolute == 0 ? part : absolute + (part.isEmpty() ? "" : " + " + part));
    }
}
