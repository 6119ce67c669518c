package dev.optimizer.solver;

/**
 * How fast the iterates approached their limit: the order q and factor r in e_{k+1} ≈ r·e_k^q (Nocedal and Wright,
 * Numerical Optimization, 2nd ed., appendix A.2), where the length of the step to come stands in for the error e_k,
 * which it matches to first order whenever the order is above 1 and is proportional to when it is 1.
 *
 * @param order the order q: 1 linear, 2 quadratic; NaN when the steps do not support an answer
 * @param rate the factor r of one step when the order is 1; NaN when it is not, or not known
 */
public record ConvergenceRate(double order, double rate) {
    static final ConvergenceRate UNKNOWN = new ConvergenceRate(Double.NaN, Double.NaN);

    /** Orders this close to 1 are linear convergence; a superlinear method that is still warming up is not. */
    private static final double LINEAR_BAND = 0.1;

    /** Steps and gradients have to tell the same superlinear order, to this fraction of it. */
    private static final double SUPERLINEAR_AGREEMENT = 0.25;

    /** No method in use has a higher order than Halley's 3; more is chance. */
    private static final double HIGHEST_ORDER = 3.5;

    /** Two estimates from overlapping steps have to agree to this much before a linear order is believed. */
    private static final double LINEAR_AGREEMENT = 0.1;

    /** Fewest steps from which a linear rate is read: two ratios that agree say nothing if they are the only ones. */
    private static final int LINEAR_STEPS = 5;

    /**
     * Estimates order and rate from the last step lengths.
     *
     * <p>Only the last run of strictly decreasing, clearly positive steps counts: three at least, whose two ratios give
     * one estimate of the order. A superlinear answer also needs the gradients at the same iterates to tell the same
     * order; a linear one needs five steps whose estimates agree.
     *
     * @param steps ‖x_{k+1} − x_k‖ in order, the latest at index {@code count − 1}
     * @param gradients ‖∇f(x_k)‖∞ at the same indices
     * @param count how many there are
     * @param floor steps of this length and below are rounding error
     */
    static ConvergenceRate of(double[] steps, double[] gradients, int count, double floor) {
        int last = count - 1;
        while (last >= 0 && !(steps[last] > floor)) {
            last--;
        }
        int first = last;
        while (first > 0 && steps[first - 1] > steps[first]) {
            first--;
        }
        int decreasing = last - first + 1;
        if (last < 0 || decreasing < 3) {
            return UNKNOWN;
        }
        double order = order(steps, last);
        if (order > 1 + LINEAR_BAND) {
            boolean agreed = Math.abs(order(gradients, last) - order) <= SUPERLINEAR_AGREEMENT * order;
            return agreed && order <= HIGHEST_ORDER ? new ConvergenceRate(order, Double.NaN) : UNKNOWN;
        }
        if (decreasing < LINEAR_STEPS || Math.abs(order - 1) > LINEAR_BAND) {
            return UNKNOWN;
        }
        boolean agreed = Math.abs(order(steps, last - 1) - order) <= LINEAR_AGREEMENT
                && Math.abs(order(steps, last - 2) - order) <= LINEAR_AGREEMENT;
        return agreed ? new ConvergenceRate(order, rate(steps, first, last)) : UNKNOWN;
    }

    /** The order that takes the ratio of errors k−2 and k−1 to that of k−1 and k. */
    private static double order(double[] errors, int k) {
        return Math.log(errors[k] / errors[k - 1]) / Math.log(errors[k - 1] / errors[k - 2]);
    }

    /** The geometric mean of the last ratios, ten at most. */
    private static double rate(double[] steps, int first, int last) {
        int from = Math.max(first, last - 10);
        return Math.pow(steps[last] / steps[from], 1.0 / (last - from));
    }
}
