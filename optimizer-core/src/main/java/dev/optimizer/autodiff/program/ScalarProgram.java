package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.kernel.Pass;
import dev.optimizer.autodiff.kernel.Step;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.NativeMemory;
import dev.optimizer.linalg.Vector;
import java.util.ArrayList;
import java.util.List;

/** Scalar code from the entries of x, and of a direction, to the entries of an array and one number more. */
final class ScalarProgram {
    private static final int X = 0;
    private static final int DIRECTION = 1;
    private static final int ARRAY = 2;
    private static final int NUMBER = 3;

    private final Step step;
    private final long[] addresses = new long[4];
    private final Vector number = Vector.zeros(1);

    /**
     * Takes the memory.
     *
     * @param code inputs x, then the direction if it uses one; results the array, then the number if there is one
     * @param length of the array
     * @param results the number of results of the code
     */
    ScalarProgram(Program code, Execution execution, int n, int length, int results) {
        List<Pass.Source> sources = new ArrayList<>();
        for (int i = 0; i < code.inputCount(); i++) {
            sources.add(new Pass.Source(i < n ? X : DIRECTION, Access.constant(i % n)));
        }
        List<Pass.Target> targets = new ArrayList<>();
        for (int i = 0; i < results; i++) {
            boolean array = i < length;
            targets.add(new Pass.Target(array ? ARRAY : NUMBER, Access.constant(array ? i : 0), false));
        }
        this.step = execution.prepare(new Pass(Domain.POINT, code, sources, targets, List.of()));
        addresses[NUMBER] = number.address();
    }

    /** Runs the code on arrays at these addresses, 0 for one that it does not use; returns the number. */
    double run(long x, long direction, long array) {
        addresses[X] = x;
        addresses[DIRECTION] = direction;
        addresses[ARRAY] = array;
        step.run(addresses);
        return NativeMemory.get(addresses[NUMBER]);
    }
}
