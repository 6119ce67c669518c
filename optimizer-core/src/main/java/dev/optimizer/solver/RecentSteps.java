package dev.optimizer.solver;

/** The lengths of the last steps, from which the order of convergence is read. */
final class RecentSteps {
    private static final int KEPT = 32;

    /** Steps within this many units in the last place of x are rounding error. */
    private static final double ROUNDING = 16 * Math.ulp(1.0);

    private final double[] ring = new double[KEPT];
    private long added;

    void add(double stepNorm) {
        ring[(int) (added++ % KEPT)] = stepNorm;
    }

    /** @param xNorm ‖x‖∞ at the end, which sets the size of rounding errors */
    ConvergenceRate convergence(double xNorm) {
        int count = (int) Math.min(added, KEPT);
        double[] steps = new double[count];
        for (int i = 0; i < count; i++) {
            steps[i] = ring[(int) ((added - count + i) % KEPT)];
        }
        return ConvergenceRate.of(steps, count, ROUNDING * xNorm);
    }
}
