package dev.optimizer.linalg;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;

/**
 * Whether LAPACK computes rightly on this machine. OpenBLAS chooses its kernels by the processor, so a fault shows on some
 * machines only: with the AVX-512 kernels of 0.3.19, dtrsm and dtrmm were wrong (OpenBLAS issue 3505, mended by its pull request
 * 3510).
 *
 * <p>The matrix with elements 1 + min(i, j) has a Cholesky factor of ones, and its inverse is tridiagonal with 2 and −1, the last
 * element being 1. All steps on the way have integers below 2⁵³, so that every order of summation gives the same bits. Factor and
 * inverse need both triangular kernels, of products and of systems.
 */
final class LapackCheck {
    /** Large enough to show what was wrong with 0.3.19, with the kernels SkylakeX and Cooperlake. */
    static final int SIZE = 72;

    private LapackCheck() {}

    /** @throws UnsatisfiedLinkError if LAPACK is not usable: its message says what to do */
    static void run() {
        try (DoublePointer matrix = new DoublePointer((long) SIZE * SIZE)) {
            matrix.put(matrix());
            openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, (byte) 'U', SIZE, matrix, SIZE);
            openblas.LAPACKE_dpotri(openblas.LAPACK_COL_MAJOR, (byte) 'U', SIZE, matrix, SIZE);
            double[] inverse = new double[SIZE * SIZE];
            matrix.get(inverse);
            verify(inverse);
        }
    }

    /** @param inverse (Input) what LAPACK found; only its upper triangle by columns is read */
    static void verify(double[] inverse) {
        for (int j = 0; j < SIZE; j++) {
            for (int i = 0; i <= j; i++) {
                double found = inverse[j * SIZE + i];
                if (found != expected(i, j)) {
                    throw new UnsatisfiedLinkError(
                            "OpenBLAS computes wrongly on this processor: element (" + i + ", " + j
                                    + ") of an inverse is " + found + " instead of " + expected(i, j)
                                    + "; set the environment variable OPENBLAS_CORETYPE to another kernel, such as Haswell or"
                                    + " Prescott on x86-64 or ARMV8 on arm64, or use another version of org.bytedeco:openblas");
                }
            }
        }
    }

    /** In rows 0 ≤ i ≤ j. */
    static double expected(int i, int j) {
        if (i == j) {
            return j == SIZE - 1 ? 1 : 2;
        }
        return i == j - 1 ? -1 : 0;
    }

    private static double[] matrix() {
        double[] matrix = new double[SIZE * SIZE];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = 1.0 + Math.min(i / SIZE, i % SIZE);
        }
        return matrix;
    }
}
