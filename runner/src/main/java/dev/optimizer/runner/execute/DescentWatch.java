package dev.optimizer.runner.execute;

import dev.optimizer.solver.Observer;
import dev.optimizer.solver.Progress;

/** Sees every iterate of a run, also those that are not recorded, and whether f rises between any two of them. */
final class DescentWatch implements Observer {
    /**
     * The last bits of f are rounding, and near a minimum all that changes: so many units in the last place of the larger
     * of two values are no rise.
     */
    private static final double ROUNDING = 4;

    private double previous = Double.POSITIVE_INFINITY;
    private boolean monotone = true;

    @Override
    public void observe(Progress progress) {
        observe(progress.point().value());
    }

    void observe(double value) {
        double larger = Math.max(Math.abs(value), Math.abs(previous));
        double slack = Double.isInfinite(larger) ? 0 : ROUNDING * Math.ulp(larger);
        // NaN is no descent.
        monotone &= value <= previous + slack;
        previous = value;
    }

    /** Whether f never rose so far. */
    boolean isMonotone() {
        return monotone;
    }
}
