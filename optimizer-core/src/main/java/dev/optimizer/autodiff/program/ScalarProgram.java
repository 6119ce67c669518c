package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.kernel.Pass;
import dev.optimizer.autodiff.kernel.Step;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.Buffers;
import dev.optimizer.linalg.NativeMemory;
import dev.optimizer.linalg.Vector;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Scalar code from the entries of x, and of a direction, to the entries of an array and one number more. */
final class ScalarProgram {
    private static final int X = 0;
    private static final int DIRECTION = 1;
    private static final int ARRAY = 2;
    private static final int NUMBER = 3;

    private final Step step;
    private final long[] addresses = new long[4];
    private final Vector number = Vector.zeros(1);
    private final int length;
    private final Vector[] copies = new Vector[3];
    private final int n;

    /**
     * Takes the memory.
     *
     * @param code inputs x, then the direction if it uses one; results the array, then the number if there is one
     * @param length of the array
     * @param results the number of results of the code
     */
    ScalarProgram(Program code, Execution execution, int n, int length, int results) {
        this.n = n;
        this.length = length;
        List<Pass.Source> sources = new ArrayList<>();
        for (int i = 0; i < code.inputCount(); i++) {
            sources.add(new Pass.Source(i < n ? X : DIRECTION, Access.constant(i % n)));
        }
        List<Pass.Target> targets = new ArrayList<>();
        for (int i = 0; i < results; i++) {
            boolean array = i < length;
            targets.add(new Pass.Target(array ? ARRAY : NUMBER, Access.constant(array ? i : 0), false));
        }
        this.step = execution.prepare(new Pass(Domain.POINT, code, sources, targets));
        addresses[NUMBER] = number.address();
    }

    /** Runs the code; returns the number. */
    double run(INDArray x) {
        addresses[X] = read(X, x);
        step.run(addresses);
        Reference.reachabilityFence(this);
        return NativeMemory.get(addresses[NUMBER]);
    }

    /** Runs the code with a result in {@code array}; returns the number. */
    double run(INDArray x, INDArray array) {
        long address = Buffers.address(array);
        addresses[ARRAY] = address != 0 ? address : copy(ARRAY, length).address();
        double value = run(x);
        if (address == 0) {
            copies[ARRAY].write(array);
        }
        return value;
    }

    /** The same along a direction. */
    void run(INDArray x, INDArray direction, INDArray array) {
        addresses[DIRECTION] = read(DIRECTION, direction);
        run(x, array);
    }

    private long read(int slot, INDArray from) {
        long address = Buffers.address(from);
        if (address == 0) {
            copy(slot, n).read(from);
            address = copies[slot].address();
        }
        return address;
    }

    private Vector copy(int slot, int elements) {
        if (copies[slot] == null) {
            copies[slot] = Vector.zeros(elements);
        }
        return copies[slot];
    }
}
