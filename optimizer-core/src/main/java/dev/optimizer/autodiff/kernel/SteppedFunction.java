package dev.optimizer.autodiff.kernel;

import dev.optimizer.linalg.NativeMemory;
import dev.optimizer.linalg.Vector;

/** A function whose pass takes its addresses from a table, and leaves the number in memory. */
final class SteppedFunction extends PointFunction {
    private final Step step;
    private final long[] addresses = new long[RETURNED + 1];
    private final Vector number = Vector.zeros(1);

    SteppedFunction(Step step) {
        this.step = step;
        addresses[RETURNED] = number.address();
    }

    @Override
    public double run(long array0, long array1, long array2) {
        addresses[0] = array0;
        addresses[1] = array1;
        addresses[2] = array2;
        step.run(addresses);
        return NativeMemory.get(addresses[RETURNED]);
    }
}
