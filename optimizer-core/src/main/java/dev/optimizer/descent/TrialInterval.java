package dev.optimizer.descent;

/**
 * The interval of Moré and Thuente 1994, section 4, with the safeguarded interpolation that picks the next trial from it
 * ({@code dcstep} in MINPACK-2). Its end {@code best} has the lowest value so far; a minimiser lies between the ends
 * once {@code bracketed}.
 */
final class TrialInterval {
    /** Case 3 goes at most this part of the way to the far end, so that the interval shrinks. */
    private static final double TOWARDS_OTHER = 0.66;

    double best;
    double bestValue;
    double bestSlope;
    double other;
    double otherValue;
    double otherSlope;
    boolean bracketed;

    /** Begins at α = 0. Values are counted from φ(0), so the first is 0. */
    void start(double slope0) {
        best = 0;
        bestValue = 0;
        bestSlope = slope0;
        other = 0;
        otherValue = 0;
        otherSlope = slope0;
        bracketed = false;
    }

    /** Takes ψ(α) = φ(α) − tilt·α instead of φ (eq. 2.1 of the paper), or back with the sign reversed. */
    void tilt(double tilt) {
        bestValue -= tilt * best;
        bestSlope -= tilt;
        otherValue -= tilt * other;
        otherSlope -= tilt;
    }

    /**
     * Takes in a trial and picks the next.
     *
     * @param low the shortest next step while not bracketed
     * @param high the longest
     * @return the next trial
     */
    double update(double alpha, double value, double slope, double low, double high) {
        double next = next(alpha, value, slope, low, high);
        if (value > bestValue) {
            setOther(alpha, value, slope);
        } else {
            if (oppositeSign(slope, bestSlope)) {
                setOther(best, bestValue, bestSlope);
            }
            best = alpha;
            bestValue = value;
            bestSlope = slope;
        }
        return next;
    }

    private void setOther(double alpha, double value, double slope) {
        other = alpha;
        otherValue = value;
        otherSlope = slope;
    }

    private double next(double alpha, double value, double slope, double low, double high) {
        if (value > bestValue) {
            return afterHigherValue(alpha, value, slope);
        }
        if (oppositeSign(slope, bestSlope)) {
            return afterChangeOfSign(alpha, value, slope);
        }
        return Math.abs(slope) < Math.abs(bestSlope)
                ? afterSmallerSlope(alpha, value, slope, low, high)
                : afterLargerSlope(alpha, value, slope, low, high);
    }

    /** Case 1: the minimum is bracketed; the cubic step if it is nearer to best, else half way to the quadratic one. */
    private double afterHigherValue(double alpha, double value, double slope) {
        bracketed = true;
        double cubic = cubicMinimizer(best, bestValue, bestSlope, alpha, value, slope);
        double quadratic = best + bestSlope / ((bestValue - value) / (alpha - best) + bestSlope) / 2 * (alpha - best);
        return Math.abs(cubic - best) < Math.abs(quadratic - best) ? cubic : cubic + (quadratic - cubic) / 2;
    }

    /** Case 2: the slopes bracket the minimum; of the cubic and the secant step the one farther from alpha. */
    private double afterChangeOfSign(double alpha, double value, double slope) {
        bracketed = true;
        double cubic = cubicMinimizer(alpha, value, slope, best, bestValue, bestSlope);
        double secant = secantStep(alpha, slope);
        return Math.abs(cubic - alpha) > Math.abs(secant - alpha) ? cubic : secant;
    }

    /** Case 3: the cubic step only if the cubic tends to infinity that way and its minimiser lies beyond alpha. */
    private double afterSmallerSlope(double alpha, double value, double slope, double low, double high) {
        double cubic = cubicBeyond(alpha, value, slope, low, high);
        double secant = secantStep(alpha, slope);
        if (!bracketed) {
            double farther = Math.abs(cubic - alpha) > Math.abs(secant - alpha) ? cubic : secant;
            return Math.max(low, Math.min(high, farther));
        }
        double nearer = Math.abs(cubic - alpha) < Math.abs(secant - alpha) ? cubic : secant;
        double bound = alpha + TOWARDS_OTHER * (other - alpha);
        return alpha > best ? Math.min(bound, nearer) : Math.max(bound, nearer);
    }

    /** Case 4: the cubic step towards the far end if there is one, else as far as allowed. */
    private double afterLargerSlope(double alpha, double value, double slope, double low, double high) {
        if (bracketed) {
            return cubicMinimizer(alpha, value, slope, other, otherValue, otherSlope);
        }
        return alpha > best ? high : low;
    }

    private double secantStep(double alpha, double slope) {
        return alpha + slope / (slope - bestSlope) * (best - alpha);
    }

    /** The minimiser of the cubic through values and slopes at a and b (Nocedal and Wright eq. 3.59), scaled. */
    private static double cubicMinimizer(
            double a, double valueA, double slopeA, double b, double valueB, double slopeB) {
        double theta = 3 * (valueA - valueB) / (b - a) + slopeA + slopeB;
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(slopeA), Math.abs(slopeB)));
        double square = theta / scale * (theta / scale) - slopeA / scale * (slopeB / scale);
        double gamma = scale * Math.sqrt(Math.max(0, square));
        if (b < a) {
            gamma = -gamma;
        }
        double ratio = (gamma - slopeA + theta) / (gamma - slopeA + gamma + slopeB);
        return a + ratio * (b - a);
    }

    private double cubicBeyond(double alpha, double value, double slope, double low, double high) {
        double theta = 3 * (bestValue - value) / (alpha - best) + bestSlope + slope;
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(bestSlope), Math.abs(slope)));
        double square = theta / scale * (theta / scale) - bestSlope / scale * (slope / scale);
        double gamma = scale * Math.sqrt(Math.max(0, square));
        if (alpha > best) {
            gamma = -gamma;
        }
        double ratio = (gamma - slope + theta) / (gamma + (bestSlope - slope) + gamma);
        if (ratio < 0 && gamma != 0) {
            return alpha + ratio * (best - alpha);
        }
        return alpha > best ? high : low;
    }

    private static boolean oppositeSign(double a, double b) {
        return a * Math.signum(b) < 0;
    }
}
