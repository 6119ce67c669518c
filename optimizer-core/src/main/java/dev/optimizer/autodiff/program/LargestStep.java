package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.kernel.Pass;
import dev.optimizer.autodiff.kernel.Step;
import dev.optimizer.autodiff.kernel.Walk;
import dev.optimizer.linalg.NativeMemory;
import java.util.List;

/** Finds the largest of what is contributed to each element, and the iteration that contributes it first. */
final class LargestStep implements Step {
    private static final double NONE = -1;
    private static final int PIECE = 128;

    private final Contribution contribution;
    private final Pass.Source source;
    private final int length;
    private final int slot;
    private final Walk walk;
    private final double[] entries = new double[PIECE];

    /**
     * @param source what is contributed
     * @param length the number of elements
     * @param slot of the largest values; the numbers of their iterations are in the next
     */
    LargestStep(Contribution contribution, Pass.Source source, int length, int slot) {
        this.contribution = contribution;
        this.source = source;
        this.length = length;
        this.slot = slot;
        this.walk = new Walk(Walk.loops(contribution.domain(), List.of(source.access(), contribution.to())), PIECE);
    }

    @Override
    public void run(long[] addresses) {
        long values = addresses[slot];
        long numbers = addresses[slot + 1];
        for (int i = 0; i < length; i++) {
            NativeMemory.put(values + (long) Double.BYTES * i, Double.NEGATIVE_INFINITY);
            NativeMemory.put(numbers + (long) Double.BYTES * i, NONE);
        }
        for (boolean more = walk.restart(); more; more = walk.next()) {
            walk.load(addresses, source, entries);
            for (int k = 0; k < walk.length(); k++) {
                long element = walk.address(0, contribution.to(), k);
                compare(values + element, numbers + element, entries[k], walk.start() + k);
            }
        }
    }

    private static void compare(long value, long number, double entry, int iteration) {
        double largest = NativeMemory.get(value);
        boolean larger = entry > largest || Double.isNaN(entry) && !Double.isNaN(largest);
        if (larger || NativeMemory.get(number) == NONE) {
            NativeMemory.put(value, entry);
            NativeMemory.put(number, iteration);
        }
    }
}
