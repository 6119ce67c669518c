package dev.optimizer.objective;

import dev.optimizer.linalg.Buffers;
import dev.optimizer.linalg.Vector;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs code for value and gradient in a workspace, on a copy of x. */
abstract class WorkspaceObjective implements Objective {
    final long n;
    final Vector x;
    final Vector g;

    WorkspaceObjective(long n) {
        if (n < 1 || n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("n must lie in [1, " + Integer.MAX_VALUE + "]: " + n);
        }
        this.n = n;
        this.x = Vector.zeros(n);
        this.g = Vector.zeros(n);
    }

    /** f at {@link #x}. */
    abstract double computeValue();

    /**
     * {@link #g} ← ∇f at {@link #x}.
     *
     * @param at (Input) what x was copied from
     * @return f there
     */
    abstract double computeGradient(INDArray at);

    @Override
    public final long dimension() {
        return n;
    }

    @Override
    public final double value(INDArray at) {
        copy(at);
        MemoryWorkspace scope = Temporaries.open();
        try {
            return computeValue();
        } finally {
            scope.close();
        }
    }

    @Override
    public final double gradient(INDArray at, INDArray gradient) {
        copy(at);
        Buffers.require("g", gradient, n);
        MemoryWorkspace scope = Temporaries.open();
        try {
            double value = computeGradient(at);
            g.write(gradient);
            return value;
        } finally {
            scope.close();
        }
    }

    /** x ← at. */
    final INDArray copy(INDArray at) {
        Buffers.require("x", at, n);
        x.read(at);
        return x.array();
    }

    /** Refuses what a user's code returned if it is no array of that many doubles. */
    static void requireResult(String name, INDArray result, long length) {
        if (result == null) {
            throw new IllegalArgumentException("the code of the " + name + " returned null");
        }
        Buffers.require("the " + name, result, length);
    }
}
