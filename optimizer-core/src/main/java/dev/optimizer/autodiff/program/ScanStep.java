package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.linalg.Vector;

/** Runs the recurrence of a {@link ArrayNode.Scan}. */
final class ScanStep implements Step {
    private final ArrayNode.Scan scan;
    private final double[] starts;
    private final double[] factors;
    private final double[] terms;
    private final Fetch start;
    private final Fetch factor;
    private final Fetch term;
    private final Vector states;

    /** Fetches an element for each iteration of a domain into a Java array. */
    public interface Fetch {
        void into(double[] entries);
    }

    /** @param term null for zero */
    ScanStep(ArrayNode.Scan scan, Fetch start, Fetch factor, Fetch term, Vector states) {
        int entries = scan.segments().entries().count();
        this.scan = scan;
        this.starts = new double[scan.segments().outer().count()];
        this.factors = new double[entries];
        this.terms = new double[entries];
        this.start = start;
        this.factor = factor;
        this.term = term;
        this.states = states;
    }

    @Override
    public void run() {
        start.into(starts);
        factor.into(factors);
        if (term != null) {
            term.into(terms);
        }
        int entry = 0;
        for (int segment = 0; segment < starts.length; segment++) {
            int length = scan.segments().length(segment);
            if (scan.backward()) {
                backward(segment, entry, length);
            } else {
                forward(segment, entry, length);
            }
            entry += length;
        }
    }

    /** A segment has one state more than entries, so its states begin {@code segment} places further on. */
    private void forward(int segment, int from, int length) {
        double state = starts[segment];
        states.set(from + segment, state);
        for (int entry = from; entry < from + length; entry++) {
            state = factors[entry] * state + terms[entry];
            states.set(entry + segment + 1, state);
        }
    }

    private void backward(int segment, int from, int length) {
        double state = starts[segment];
        states.set(from + length + segment, state);
        for (int entry = from + length - 1; entry >= from; entry--) {
            state = factors[entry] * state + terms[entry];
            states.set(entry + segment, state);
        }
    }
}
