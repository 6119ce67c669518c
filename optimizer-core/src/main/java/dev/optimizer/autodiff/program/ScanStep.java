package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.kernel.Step;
import dev.optimizer.linalg.NativeMemory;

/** Runs the recurrence of a {@link ArrayNode.Scan}. */
final class ScanStep implements Step {
    private final ArrayNode.Scan scan;
    private final int slot;
    private final double[] starts;
    private final double[] factors;
    private final double[] terms;
    private final Entries start;
    private final Entries factor;
    private final Entries term;

    /**
     * @param term null for zero
     * @param slot of the states
     */
    ScanStep(ArrayNode.Scan scan, Entries start, Entries factor, Entries term, int slot) {
        int entries = scan.segments().entries().count();
        this.scan = scan;
        this.slot = slot;
        this.starts = new double[scan.segments().outer().count()];
        this.factors = new double[entries];
        this.terms = new double[entries];
        this.start = start;
        this.factor = factor;
        this.term = term;
    }

    @Override
    public void run(long[] addresses) {
        start.copy(addresses, starts);
        factor.copy(addresses, factors);
        if (term != null) {
            term.copy(addresses, terms);
        }
        int entry = 0;
        for (int segment = 0; segment < starts.length; segment++) {
            int length = scan.segments().length(segment);
            // A segment has one state more than entries, so its states begin that many places further on.
            long states = addresses[slot] + (long) Double.BYTES * segment;
            if (scan.backward()) {
                backward(starts[segment], states, entry, length);
            } else {
                forward(starts[segment], states, entry, length);
            }
            entry += length;
        }
    }

    private void forward(double first, long states, int from, int length) {
        double state = first;
        put(states, from, state);
        for (int entry = from; entry < from + length; entry++) {
            state = factors[entry] * state + terms[entry];
            put(states, entry + 1, state);
        }
    }

    private void backward(double last, long states, int from, int length) {
        double state = last;
        put(states, from + length, state);
        for (int entry = from + length - 1; entry >= from; entry--) {
            state = factors[entry] * state + terms[entry];
            put(states, entry, state);
        }
    }

    private static void put(long states, int place, double state) {
        NativeMemory.put(states + (long) Double.BYTES * place, state);
    }
}
