package dev.optimizer.benchmarks;

import dev.optimizer.linalg.Buffers;
import org.nd4j.linalg.api.ndarray.INDArray;

/** That two ways to compute the same thing do: a time is worth nothing otherwise. */
final class Agreement {
    /** Two orders of summation of up to a million terms of either sign differ by less. */
    private static final double TOLERANCE = 1e-9;

    private Agreement() {}

    static void require(double expected, double actual) {
        require(new double[] {expected}, new double[] {actual});
    }

    static void require(double[] expected, INDArray actual) {
        double[] entries = new double[expected.length];
        Buffers.read(actual, entries);
        require(expected, entries);
    }

    private static void require(double[] expected, double[] actual) {
        double largest = 0;
        for (double entry : expected) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - actual[i]) <= TOLERANCE * largest)) {
                throw new IllegalStateException("entry " + i + " is " + actual[i] + " instead of " + expected[i]);
            }
        }
    }
}
