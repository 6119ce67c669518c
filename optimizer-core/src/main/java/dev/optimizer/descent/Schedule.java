package dev.optimizer.descent;

/** How step lengths shrink over a run: the step made from iterate k, k = 0, 1, …, is α₀ times a factor. */
@FunctionalInterface
public interface Schedule {
    /** The factor of the step from iterate k, at least 0 and at most 1. */
    double factor(long k);

    /** 1: the same step every time. */
    static Schedule constant() {
        return k -> 1;
    }

    /**
     * 1/(1 + k/period), the 1/k of Robbins and Monro 1951: the sum of the steps diverges, that of their squares does not.
     *
     * @param period the number of steps after which they are half as long, greater than 0
     */
    static Schedule inverseTime(double period) {
        requirePeriod(period);
        return k -> 1 / (1 + k / period);
    }

    /** 1/√(1 + k), for convex functions with nothing but bounded slopes (Nesterov 2004, section 3.2.3). */
    static Schedule inverseSqrt() {
        return k -> 1 / Math.sqrt(1.0 + k);
    }

    /**
     * factor^⌊k/every⌋: geometric in stairs, and exponential decay if {@code every} is 1.
     *
     * @param factor in (0, 1)
     * @param every the steps in a stair, at least 1
     */
    static Schedule stepDecay(double factor, long every) {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("factor must lie in (0, 1): " + factor);
        }
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1: " + every);
        }
        return k -> power(factor, k / every);
    }

    /**
     * Half a cosine from 1 down to {@code last}, and {@code last} from there on (Loshchilov and Hutter 2017, eq. 5, without
     * restarts).
     *
     * @param period the number of steps it takes, greater than 0
     * @param last the factor at its end, in [0, 1]
     */
    static Schedule cosine(double period, double last) {
        requirePeriod(period);
        if (!(last >= 0 && last <= 1)) {
            throw new IllegalArgumentException("last must lie in [0, 1]: " + last);
        }
        return k -> last + (1 - last) * (1 + StrictMath.cos(Math.PI * Math.min(k / period, 1))) / 2;
    }

    /** By repeated squaring: the rounding is the same everywhere, and StrictMath.pow allocates. */
    private static double power(double base, long exponent) {
        double result = 1;
        double square = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            result *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }

    private static void requirePeriod(double period) {
        if (!(period > 0)) {
            throw new IllegalArgumentException("period must be greater than 0: " + period);
        }
    }
}
