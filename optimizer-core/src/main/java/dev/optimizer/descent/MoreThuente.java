package dev.optimizer.descent;

/**
 * A step that satisfies the strong Wolfe conditions: sufficient decrease and |φ′(α)| ≤ c₂·|φ′(0)| (Nocedal and Wright
 * eq. 3.7), by the search of Moré and Thuente 1994 (ACM TOMS 20, 286–307) with the constants of its reference program,
 * {@code dcsrch} in MINPACK-2. A trial where φ is not finite bounds the steps allowed after it.
 */
public final class MoreThuente implements StepRule {
    /** The customary c₂ for Newton-like directions (Nocedal and Wright, section 3.1); 0.1 suits gradient directions. */
    public static final double DEFAULT_C2 = 0.9;

    /** While nothing is bracketed the next trial moves on by between these multiples of the last move. */
    private static final double EXTRAPOLATE_LEAST = 1.1;

    private static final double EXTRAPOLATE_MOST = 4;

    /** The bracket has to shrink by this factor every two trials, or it is halved. */
    private static final double SHRINK = 0.66;

    /** The relative width at which a bracket is as good as a point. */
    private static final double WIDTH_TOLERANCE = 4 * Math.ulp(1.0);

    /** After a trial that is not finite, the next goes this part of the way. */
    private static final double RETREAT = 0.1;

    private static final int TRIALS = 60;

    private final SufficientDecrease decrease;
    private final double c2;
    private final TrialInterval interval = new TrialInterval();

    public MoreThuente() {
        this(ArmijoBacktracking.DEFAULT_C1, DEFAULT_C2);
    }

    /**
     * @param c1 the fraction of the predicted decrease to insist on, in (0, 0.5)
     * @param c2 the fraction of the slope that may remain, in (c1, 1)
     */
    public MoreThuente(double c1, double c2) {
        this.decrease = new SufficientDecrease(c1);
        if (!(c2 > c1 && c2 < 1)) {
            throw new IllegalArgumentException("c2 must lie in (c1, 1) with c1 = " + c1 + ": " + c2);
        }
        this.c2 = c2;
    }

    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        interval.start(slope0);
        double alpha = first;
        double low = 0;
        double high = first + EXTRAPOLATE_MOST * first;
        double wall = Double.POSITIVE_INFINITY;
        double width = Double.POSITIVE_INFINITY;
        double widthBefore = Double.POSITIVE_INFINITY;
        boolean firstStage = true;
        for (int trial = 0; trial < TRIALS && isWide(); trial++) {
            // The slope first: the value is a by-product of the gradient, not the other way round.
            double slope = phi.slope(alpha);
            double rise = SufficientDecrease.rise(phi, alpha, value0, slope0);
            if (!Double.isFinite(rise) || !Double.isFinite(slope)) {
                wall = alpha;
                alpha = interval.best + RETREAT * (alpha - interval.best);
                continue;
            }
            boolean decreased = decrease.holds(phi, alpha, value0, slope0, trial > 0);
            if (decreased && Math.abs(slope) <= -c2 * slope0) {
                return alpha;
            }
            // The modified function ψ serves until a minimiser of φ itself is in sight (section 3 of the paper).
            firstStage = firstStage && !(decreased && slope >= 0);
            double tilt = firstStage && rise <= interval.bestValue && !decreased ? decrease.c1() * slope0 : 0;
            interval.tilt(tilt);
            alpha = interval.update(alpha, rise - tilt * alpha, slope - tilt, low, high);
            interval.tilt(-tilt);
            if (interval.bracketed) {
                double now = Math.abs(interval.other - interval.best);
                if (now >= SHRINK * widthBefore) {
                    alpha = interval.best + (interval.other - interval.best) / 2;
                }
                widthBefore = width;
                width = now;
            } else {
                low = alpha + EXTRAPOLATE_LEAST * (alpha - interval.best);
                high = alpha + EXTRAPOLATE_MOST * (alpha - interval.best);
            }
            alpha = alpha < wall ? alpha : interval.best + (wall - interval.best) / 2;
        }
        // A lower point is progress, even where the slope stays steep up to the wall.
        boolean usable = interval.best > 0 && decrease.holds(phi, interval.best, value0, slope0, true);
        return usable ? interval.best : 0;
    }

    private boolean isWide() {
        return !interval.bracketed
                || Math.abs(interval.other - interval.best) > WIDTH_TOLERANCE * Math.max(interval.other, interval.best);
    }
}
