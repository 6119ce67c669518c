package dev.optimizer.objective;

import dev.optimizer.linalg.Buffers;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import java.util.Objects;
import java.util.function.Function;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Runs code for a Hessian in a workspace. Its memory is taken when a Hessian is first asked for. */
final class DenseHessian {
    private final long n;
    private final Function<INDArray, INDArray> code;
    private Matrix matrix;
    private Vector flat;
    private Vector vector;
    private Vector product;

    DenseHessian(long n, Function<INDArray, INDArray> code) {
        this.n = n;
        this.code = Objects.requireNonNull(code, "hessian");
    }

    /** h ← ∇²f(x); the code may change x. */
    void compute(INDArray x, INDArray h) {
        Buffers.require("h", h, n * n);
        compute(x);
        flat.write(h);
    }

    /** hv ← ∇²f(x)·v; the code may change x. */
    void multiply(INDArray x, INDArray v, INDArray hv) {
        Buffers.require("v", v, n);
        Buffers.require("hv", hv, n);
        compute(x);
        vector.read(v);
        matrix.multiply(vector, product);
        product.write(hv);
    }

    private void compute(INDArray x) {
        if (matrix == null) {
            matrix = Matrix.zeros(n);
            flat = Vector.over(matrix);
            vector = Vector.zeros(n);
            product = Vector.zeros(n);
        }
        MemoryWorkspace scope = Temporaries.open();
        try {
            INDArray computed = code.apply(x);
            WorkspaceObjective.requireResult("Hessian", computed, n * n);
            flat.read(computed);
        } finally {
            scope.close();
        }
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < row; column++) {
                matrix.set(column, row, matrix.get(row, column));
            }
        }
    }
}
