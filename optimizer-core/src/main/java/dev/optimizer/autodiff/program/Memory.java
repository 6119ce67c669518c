package dev.optimizer.autodiff.program;

import dev.optimizer.linalg.Vector;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The memory that the programs of one objective share: the inputs, and the known numbers once each. */
public final class Memory {
    private final Map<Integer, Vector> inputs = new HashMap<>();
    private final Map<double[], Vector> known = new IdentityHashMap<>();

    public Vector input(int number, int length) {
        return inputs.computeIfAbsent(number, key -> Vector.zeros(length));
    }

    public Vector known(double[] values) {
        return known.computeIfAbsent(values, Vector::of);
    }
}
