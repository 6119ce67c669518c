package dev.optimizer.solver;

/** The lengths of the last steps and the gradients before them, from which the order of convergence is read. */
final class RecentSteps {
    /** A power of two, so that places in the rings need no division. */
    private static final int KEPT = 32;

    /** Steps within this many units in the last place of x are rounding error. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);

    private final double[] stepRing = new double[KEPT];
    private final double[] gradientRing = new double[KEPT];
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
        double[] steps = new double[count];
        double[] gradients = new double[count + 1];
        for (int i = 0; i < count; i++) {
            int at = (int) ((added - count + i) & (KEPT - 1));
            steps[i] = stepRing[at];
            gradients[i] = gradientRing[at];
        }
        gradients[count] = lastGradientNorm;
        return ConvergenceRate.of(steps, gradients, ROUNDING * xNorm);
    }
}
