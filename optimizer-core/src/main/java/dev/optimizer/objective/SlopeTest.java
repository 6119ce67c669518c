package dev.optimizer.objective;

import java.util.function.DoubleUnaryOperator;

/**
 * Tells whether φ′(0) is what it is claimed to be, from values of φ around 0.
 *
 * <p>The Taylor remainder φ(h) − φ(0) − h·s falls as h² if s is φ′(0) and as h if it is not; equivalently the difference
 * quotients converge to s or to something else. What they converge to is found by extrapolation with an estimate of its
 * error (Ridders 1982, Advances in Engineering Software 4(2)), which is what tells a wrong slope from rounding: s is wrong
 * when it is off by many times that error. The part of the remainder that is even in h, curvature, cancels.
 */
final class SlopeTest {
    /** What came out. Undecided: φ is not finite or not smooth around 0, or its rounding hides the slope. */
    enum Outcome {
        RIGHT,
        WRONG,
        UNDECIDED
    }

    /** The longest step, from which each is a quarter of the one before: 1e-2 to 4e-8 of the scale of x. */
    static final double LONGEST = 1e-2;

    private static final int STEPS = 10;
    private static final double SHORTEST = LONGEST / (1 << 2 * (STEPS - 1));

    /** An error estimate from three extrapolations is rarely short by more than this factor. */
    private static final double SAFETY = 10;

    /** Rounding of a value of φ, at least: a few units in the last place. */
    private static final double ROUNDING = 4 * Math.ulp(1.0);

    /** Errors below this fraction of the slope are not looked for: the claimed slope is itself a sum with rounding. */
    private static final double SMALLEST = 1e-10;

    /** A slope that is known to less than this fraction of how φ varies is not known. */
    private static final double RESOLUTION = 0.1;

    private final DoubleUnaryOperator function;
    private final double centre;
    private final double claimed;
    private final double noise;
    private double measured = Double.NaN;
    private double error = Double.POSITIVE_INFINITY;
    private double variation;
    private boolean kinked;

    /**
     * @param function φ, evaluated at up to 22 arguments of at most a hundredth
     * @param centre φ(0)
     * @param claimed what φ′(0) is claimed to be
     */
    SlopeTest(DoubleUnaryOperator function, double centre, double claimed) {
        this.function = function;
        this.centre = centre;
        this.claimed = claimed;
        // Over the shortest step hardly anything but rounding is left of the second difference; its last digits at
        // least.
        double left = function.applyAsDouble(-SHORTEST);
        double right = function.applyAsDouble(SHORTEST);
        this.noise = Math.max(Math.abs(left - 2 * centre + right), ROUNDING * Math.abs(centre));
        extrapolate();
    }

    private void extrapolate() {
        double quotient = Double.NaN;
        double extrapolated = Double.NaN;
        double change = Double.NaN;
        double bend = Double.NaN;
        double h = LONGEST;
        for (int k = 0; k < STEPS && !agrees(); k++, h /= 4) {
            double right = function.applyAsDouble(h);
            double left = function.applyAsDouble(-h);
            double lastQuotient = quotient;
            double lastExtrapolated = extrapolated;
            double lastChange = change;
            double lastBend = bend;
            quotient = (right - left) / (2 * h);
            // The error of a central quotient is a series in h²: a quarter of the step has a sixteenth of its first
            // term.
            extrapolated = quotient + (quotient - lastQuotient) / 15;
            change = Math.abs(extrapolated - lastExtrapolated);
            bend = Math.abs(right - 2 * centre + left) / h;
            double scale = Math.max(Math.max(Math.abs(claimed), Math.abs(quotient)), bend);
            double rounding = (2 * noise + ROUNDING * (Math.abs(left) + Math.abs(right))) / h + SMALLEST * scale;
            double estimate = Math.max(change, lastChange) + rounding;
            if (estimate < error) {
                error = estimate;
                measured = extrapolated;
                variation = scale;
                kinked = isKink(bend, lastBend, rounding);
            }
        }
    }

    /** Whether slope and quotients agree to so many digits that more steps can only lose some. */
    private boolean agrees() {
        double scale = Math.max(Math.abs(claimed), Math.abs(measured));
        return Math.abs(claimed - measured) <= 1e-9 * scale && error <= 1e-6 * scale;
    }

    /**
     * Whether the slopes from the left and from the right stay apart as the step shrinks, and the one claimed lies between
     * them: at a kink any of those is as good as the others.
     */
    private boolean isKink(double bend, double lastBend, double noise) {
        boolean between = Math.abs(claimed - measured) <= bend / 2 + error;
        return between && bend > lastBend / 2 && bend > SAFETY * noise;
    }

    Outcome outcome() {
        if (!Double.isFinite(error) || !Double.isFinite(claimed)) {
            return Outcome.UNDECIDED;
        }
        if (off() > SAFETY * error) {
            return kinked ? Outcome.UNDECIDED : Outcome.WRONG;
        }
        return error <= RESOLUTION * variation || off() <= noise ? Outcome.RIGHT : Outcome.UNDECIDED;
    }

    /** How far the slope is off. */
    double off() {
        return Math.abs(claimed - measured);
    }

    double claimed() {
        return claimed;
    }

    double measured() {
        return measured;
    }
}
