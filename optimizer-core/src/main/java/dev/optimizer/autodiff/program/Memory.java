package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.linalg.Vector;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** What the programs of one objective share: the known numbers once each, copies of inputs, and how they are run. */
final class Memory {
    private final Execution execution;
    private final Map<Integer, Vector> inputs = new HashMap<>();
    private final Map<double[], Vector> known = new IdentityHashMap<>();

    Memory(Execution execution) {
        this.execution = execution;
    }

    Execution execution() {
        return execution;
    }

    /** For an input that lies scattered where the user has it. */
    Vector input(int number, int length) {
        return inputs.computeIfAbsent(number, key -> Vector.zeros(length));
    }

    Vector known(double[] values) {
        return known.computeIfAbsent(values, Vector::of);
    }
}
