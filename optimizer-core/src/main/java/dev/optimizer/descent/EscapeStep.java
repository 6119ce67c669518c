package dev.optimizer.descent;

/**
 * How far to go along negative curvature from a point where the slope is nothing to go by. The parabola ½α²φ″(0) takes the
 * place of the tangent in Armijo's condition (McCormick 1977, Math. Programming 13, 111–115): f has to fall by a part of what
 * the parabola promises, and by more than rounding. A step along which the parabola keeps most of its promise is doubled,
 * because nothing at the point itself says how far its curvature reaches.
 */
final class EscapeStep implements StepRule {
    /** The part of the promise that makes a step. */
    private static final double ENOUGH = 1e-4;

    /** The part that makes a longer one worth trying: that of trust regions (Nocedal and Wright, algorithm 4.1). */
    private static final double MOST = 0.75;

    /** Each way: a factor of 2⁶⁰ makes up for any guess at the scale of x. */
    private static final int TRIALS = 60;

    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        double curvature = phi.curvature();
        return falls(phi, first, value0, curvature)
                ? lengthen(phi, first, value0, curvature)
                : shorten(phi, first, value0, curvature);
    }

    private static double lengthen(Line phi, double first, double value0, double curvature) {
        double alpha = first;
        double value = phi.value(alpha);
        for (int trial = 0; trial < TRIALS && value - value0 <= MOST * promise(alpha, curvature); trial++) {
            if (!(phi.value(2 * alpha) < value && falls(phi, 2 * alpha, value0, curvature))) {
                return alpha;
            }
            alpha *= 2;
            value = phi.value(alpha);
        }
        return alpha;
    }

    private static double shorten(Line phi, double first, double value0, double curvature) {
        double alpha = first;
        for (int trial = 0; trial < TRIALS; trial++) {
            alpha /= 2;
            if (falls(phi, alpha, value0, curvature)) {
                return alpha;
            }
        }
        return 0;
    }

    /** Whether f falls enough, and not to where a domain ends: what is asked last costs a gradient that a step needs anyway. */
    private static boolean falls(Line phi, double alpha, double value0, double curvature) {
        double difference = phi.value(alpha) - value0;
        return difference <= ENOUGH * promise(alpha, curvature)
                && difference < -SufficientDecrease.ROUNDING * Math.abs(value0)
                && difference > Double.NEGATIVE_INFINITY
                && Double.isFinite(phi.slope(alpha));
    }

    private static double promise(double alpha, double curvature) {
        return alpha * alpha * curvature / 2;
    }

    @Override
    public boolean needsDescent() {
        return false;
    }
}
