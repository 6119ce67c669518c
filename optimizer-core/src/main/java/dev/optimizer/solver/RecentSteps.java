package dev.optimizer.solver;

/** The lengths of the last steps and the gradients before them, from which the order of convergence is read. */
final class RecentSteps {
    /** A power of two, so that places in the rings need no division. */
    private static final int KEPT = 32;

    /** Steps within this many units in the last place of x are rounding error. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);

    private final double[] stepRing = new double[KEPT];
    private final double[] gradientRing = new double[KEPT];
    private final double[] steps = new double[KEPT + 1];
    private final double[] gradients = new double[KEPT + 1];
    private long added;

    void clear() {
        added = 0;
    }

    /**
     * @param stepNorm ‖x_{k+1} − x_k‖∞
     * @param gradientNorm ‖∇f(x_k)‖∞
     */
    void add(double stepNorm, double gradientNorm) {
        int at = (int) (added++ & (KEPT - 1));
        stepRing[at] = stepNorm;
        gradientRing[at] = gradientNorm;
    }

    /**
     * @param lastGradientNorm ‖∇f‖∞ at the iterate that the last step led to
     * @param xNorm ‖x‖∞ at the end, which sets the size of rounding errors
     */
    ConvergenceRate convergence(double lastGradientNorm, double xNorm) {
        int count = (int) Math.min(added, KEPT);
        int first = (int) ((added - count) & (KEPT - 1));
        unroll(stepRing, first, count, steps);
        unroll(gradientRing, first, count, gradients);
        gradients[count] = lastGradientNorm;
        return ConvergenceRate.of(steps, count, gradients, ROUNDING * xNorm);
    }

    /** The {@code count} entries from number {@code first} on, around the end. */
    private static void unroll(double[] ring, int first, int count, double[] to) {
        int upToEnd = Math.min(count, KEPT - first);
        System.arraycopy(ring, first, to, 0, upToEnd);
        System.arraycopy(ring, 0, to, upToEnd, count - upToEnd);
    }
}
