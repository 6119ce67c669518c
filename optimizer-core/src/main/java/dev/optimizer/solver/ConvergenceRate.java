package dev.optimizer.solver;

/**
 * How fast the iterates approached their limit: the order q and factor r in e_{k+1} ≈ r·e_k^q (Nocedal and Wright,
 * Numerical Optimization, 2nd ed., appendix A.2).
 *
 * <p>The limit is not known, and distances to the last iterate are biased. The length of the step to come stands in for
 * the error e_k: it matches e_k to first order where the order is above 1, and is proportional to it where the order is
 * 1. At the last iterate, from which no step was made, the last step times the ratio of the last two gradients does.
 *
 * @param order the order q: 1 linear, 2 quadratic; NaN when the points do not support an answer
 * @param rate the factor r of one step when the order is 1; NaN when it is not, or not known
 */
public record ConvergenceRate(double order, double rate) {
    static final ConvergenceRate UNKNOWN = new ConvergenceRate(Double.NaN, Double.NaN);

    /** Orders this close to 1 are linear convergence; a superlinear method that is still warming up is not. */
    private static final double LINEAR_BAND = 0.1;

    /** Estimates of a linear order from overlapping steps have to agree to this much. */
    private static final double LINEAR_AGREEMENT = 0.1;

    /** Fewest points from which a linear rate is read: two ratios that agree say little if they are the only ones. */
    private static final int LINEAR_POINTS = 5;

    /**
     * Two estimates of a superlinear order in a row have to agree to this much: one alone is off by up to a half while the
     * iterates still turn towards their final direction (400 Newton runs on exp(x) + exp(y − 2x) + y²: orders from 1.4 to
     * 2.5 without this rule, from 1.8 to 2.2 with it).
     */
    private static final double SUPERLINEAR_AGREEMENT = 0.25;

    /** No method in use has a higher order than Halley's 3; more is chance. */
    private static final double HIGHEST_ORDER = 3.5;

    /**
     * Estimates order and rate.
     *
     * @param errors (Input, overwritten) ‖x_{k+1} − x_k‖ in order, with room for one more
     * @param count how many there are
     * @param gradients (Input) ‖∇f(x_k)‖∞, one more than steps: the last is that of the final iterate
     * @param floor errors of this size and below are rounding
     */
    static ConvergenceRate of(double[] errors, int count, double[] gradients, double floor) {
        int last = count - 1;
        while (last >= 0 && !(errors[last] > floor)) {
            last--;
        }
        if (last < 0) {
            return UNKNOWN;
        }
        errors[last + 1] = errors[last] * gradients[last + 1] / gradients[last];
        double order = superlinearOrder(errors, errors[last + 1] > floor ? last + 1 : last);
        // Where convergence is linear the minimum may be degenerate, and gradients no measure of the error.
        return Double.isNaN(order) ? linear(errors, last) : new ConvergenceRate(order, Double.NaN);
    }

    /** How many errors fall strictly, one after the other, up to number {@code last} with it. */
    private static int decreasing(double[] errors, int last) {
        int first = last;
        while (first > 0 && errors[first - 1] > errors[first]) {
            first--;
        }
        return last - first + 1;
    }

    /** An order clearly above 1, or NaN. */
    private static double superlinearOrder(double[] errors, int last) {
        if (decreasing(errors, last) < 4) {
            return Double.NaN;
        }
        double order = order(errors, last);
        boolean supported = order > 1 + LINEAR_BAND
                && order <= HIGHEST_ORDER
                && Math.abs(order - order(errors, last - 1)) <= SUPERLINEAR_AGREEMENT;
        return supported ? order : Double.NaN;
    }

    private static ConvergenceRate linear(double[] errors, int last) {
        int points = decreasing(errors, last);
        if (points < LINEAR_POINTS) {
            return UNKNOWN;
        }
        double order = order(errors, last);
        boolean supported = Math.abs(order - 1) <= LINEAR_BAND
                && Math.abs(order(errors, last - 1) - order) <= LINEAR_AGREEMENT
                && Math.abs(order(errors, last - 2) - order) <= LINEAR_AGREEMENT;
        return supported ? new ConvergenceRate(order, rate(errors, last, points)) : UNKNOWN;
    }

    /** The order that takes the ratio of errors k−2 and k−1 to that of k−1 and k. */
    private static double order(double[] errors, int k) {
        return Math.log(errors[k] / errors[k - 1]) / Math.log(errors[k - 1] / errors[k - 2]);
    }

    /** The geometric mean of the last ratios, ten at most. */
    private static double rate(double[] errors, int last, int points) {
        int ratios = Math.min(points - 1, 10);
        return Math.pow(errors[last] / errors[last - ratios], 1.0 / ratios);
    }
}
