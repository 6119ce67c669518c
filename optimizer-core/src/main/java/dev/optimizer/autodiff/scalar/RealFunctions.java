package dev.optimizer.autodiff.scalar;

/**
 * What operations compute that neither Java's operators nor StrictMath do: called by interpreted and by compiled code, so
 * that both give the same bits. Truth is 1 and falsehood 0.
 */
public final class RealFunctions {
    private RealFunctions() {}

    /** a^k by repeated squaring; a negative power is the reciprocal of the positive one. */
    public static double powerInteger(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int k = Math.abs(exponent); k > 0; k >>= 1) {
            if ((k & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return exponent < 0 ? 1 / result : result;
    }

    /** a^b·(log a)^k. */
    public static double power(double base, double exponent, int logs) {
        double power = StrictMath.pow(base, exponent);
        if (logs == 0) {
            return power;
        }
        // a^b·(log a)^k → 0 as a → 0 from the right with b > 0; the product would say 0·∞.
        return base == 0 && exponent > 0 ? 0 : power * powerInteger(StrictMath.log(base), logs);
    }

    public static double asinSlope(double a) {
        return 1 / Math.sqrt((1 - a) * (1 + a));
    }

    /** The same bits as {@link StrictMath#log1p}. */
    public static double log1p(double x) {
        return Log1p.of(x);
    }

    /** The exponential is taken of a negative number only, so that it cannot overflow. */
    public static double tail(double x) {
        return StrictMath.exp(-Math.abs(x));
    }

    public static double sigmoid(double x, double tail) {
        return (x < 0 ? tail : 1) / (1 + tail);
    }

    public static double sigmoidSlope(double x, double tail) {
        return tail / ((1 + tail) * (1 + tail));
    }

    public static double softplus(double a, double tail) {
        return Math.max(a, 0) + Log1p.of(tail);
    }

    public static double less(double a, double b) {
        return a < b ? 1 : 0;
    }

    public static double lessEqual(double a, double b) {
        return a <= b ? 1 : 0;
    }

    public static double equal(double a, double b) {
        return a == b ? 1 : 0;
    }

    public static double not(double a) {
        return a == 0 ? 1 : 0;
    }

    public static double and(double a, double b) {
        return a != 0 && b != 0 ? 1 : 0;
    }

    public static double or(double a, double b) {
        return a != 0 || b != 0 ? 1 : 0;
    }

    /** b if a is true, otherwise c. */
    public static double select(double a, double b, double c) {
        return a != 0 ? b : c;
    }
}
