package dev.optimizer.benchmarks;

import dev.optimizer.linalg.Cholesky;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SparseCholesky;
import dev.optimizer.linalg.SparseMatrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Where factorisations should switch from Java to LAPACK, and from dense to sparse for a matrix of the fewest elements that couple
 * all variables, a tridiagonal one: sizes on both sides of the switch points.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class FactorizationBenchmark {
    @Param({"2", "8", "12", "15", "16", "24", "31", "32", "48"})
    public int n;

    private Matrix a;
    private Vector b;
    private Vector x;
    private Cholesky cholesky;
    private SparseMatrix tridiagonal;
    private SparseCholesky sparseCholesky;
    private SymmetricEigen eigen;

    @Setup
    public void fill() {
        a = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a.set(i, j, 1.0 / (1 + i + j) + (i == j ? 1 : 0));
            }
        }
        b = Vector.zeros(n);
        b.fill(1);
        x = Vector.zeros(n);
        cholesky = new Cholesky(n);
        eigen = new SymmetricEigen(n);
        tridiagonal = tridiagonal(n);
        sparseCholesky = new SparseCholesky(tridiagonal);
    }

    /** 4 on the diagonal and 1 beside it. */
    private static SparseMatrix tridiagonal(int n) {
        int[] starts = new int[n + 1];
        int[] columns = new int[2 * n - 1];
        Arrays.setAll(starts, row -> Math.max(0, 2 * row - 1));
        Arrays.setAll(columns, k -> k / 2);
        SparseMatrix matrix = new SparseMatrix(starts, columns);
        for (int k = 0; k < columns.length; k++) {
            matrix.values().set(k, k % 2 == 0 ? 4 : 1);
        }
        return matrix;
    }

    @Benchmark
    @Row("Cholesky factorisation and solution")
    public Vector choleskySolve() {
        cholesky.factor(a, 0);
        cholesky.solve(b, x);
        return x;
    }

    @Benchmark
    @Row("sparse Cholesky factorisation of a tridiagonal matrix and solution")
    public Vector sparseSolve() {
        sparseCholesky.factor(tridiagonal, 0);
        sparseCholesky.solve(b, x);
        return x;
    }

    @Benchmark
    @Row("eigenvalues and eigenvectors")
    public Vector eigenvalues() {
        eigen.decompose(a);
        return eigen.values();
    }
}
