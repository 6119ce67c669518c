package dev.optimizer.runner.execute;

import dev.optimizer.solver.Observer;
import dev.optimizer.solver.Progress;
import dev.optimizer.solver.Trace;
import java.util.List;

/** Sees every iterate of one run after another: writes it down, and watches whether the value ever rises. */
final class Recorder implements Observer {
    private Trace trace;
    private DescentWatch descent;

    /** Forgets the last run. */
    void begin(Trace newTrace) {
        trace = newTrace;
        descent = new DescentWatch();
    }

    @Override
    public void observe(Progress progress) {
        trace.observe(progress);
        descent.observe(progress);
    }

    /** Whether no iterate so far was higher than the one before. */
    boolean isMonotone() {
        return descent.isMonotone();
    }

    /** The recorded iterates; nobody asks twice. */
    List<Trace.Row> takeRows() {
        List<Trace.Row> rows = trace.rows();
        trace = null;
        return rows;
    }
}
