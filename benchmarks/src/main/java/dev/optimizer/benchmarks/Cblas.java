package dev.optimizer.benchmarks;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The three routines of BLAS that the dense objectives stand on, called as barely as Java can, on matrices row by row. */
final class Cblas {
    private Cblas() {}

    static DoublePointer pointer(INDArray array) {
        return (DoublePointer) array.data().addressPointer();
    }

    /** y ← A·x, or Aᵀ·x if transposed. */
    static void gemv(boolean transposed, int rows, int columns, DoublePointer a, DoublePointer x, DoublePointer y) {
        openblas_nolapack.cblas_dgemv(
                openblas_nolapack.CblasRowMajor, flag(transposed), rows, columns, 1, a, columns, x, 1, 0, y, 1);
    }

    /** C ← A·B with m×k A and k×n B after transposing what is to be transposed. */
    static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            DoublePointer a,
            DoublePointer b,
            DoublePointer c) {
        openblas_nolapack.cblas_dgemm(
                openblas_nolapack.CblasRowMajor,
                flag(transposeA),
                flag(transposeB),
                m,
                n,
                k,
                1,
                a,
                transposeA ? m : k,
                b,
                transposeB ? k : n,
                0,
                c,
                n);
    }

    /** The upper triangle of C ← Aᵀ·A. */
    static void syrk(int rows, int columns, DoublePointer a, DoublePointer c) {
        openblas_nolapack.cblas_dsyrk(
                openblas_nolapack.CblasRowMajor,
                openblas_nolapack.CblasUpper,
                openblas_nolapack.CblasTrans,
                columns,
                rows,
                1,
                a,
                columns,
                0,
                c,
                columns);
    }

    private static int flag(boolean transposed) {
        return transposed ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
    }
}
