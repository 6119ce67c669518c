package dev.optimizer.conformance;

import dev.optimizer.solver.Observer;
import dev.optimizer.solver.Progress;

/** Sees the first and the lowest value of all iterates of a run. */
final class Lowest implements Observer {
    private double first;
    private double value;

    @Override
    public void observe(Progress progress) {
        double now = progress.point().value();
        if (progress.iteration() == 0) {
            first = now;
            value = now;
        }
        value = now < value ? now : value;
    }

    double first() {
        return first;
    }

    double value() {
        return value;
    }
}
