package dev.optimizer.linalg;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** The product C ← A·B of two matrices that lie, rows one after the other, within vectors; CBLAS does the work. */
public final class MatrixProduct {
    /**
     * A matrix within a vector.
     *
     * @param offset where its first row begins
     * @param rows as it lies in the vector
     * @param columns likewise
     * @param transposed whether its transpose is meant
     */
    public record View(Vector vector, int offset, int rows, int columns, boolean transposed) {
        DoublePointer pointer() {
            return vector.pointer().getPointer(offset);
        }

        int height() {
            return transposed ? columns : rows;
        }

        int width() {
            return transposed ? rows : columns;
        }
    }

    private final View left;
    private final View right;
    private final DoublePointer a;
    private final DoublePointer b;
    private final DoublePointer c;

    /**
     * Prepares a product for any number of runs.
     *
     * @param result as many elements as the product has; must not overlap the operands
     */
    public MatrixProduct(View left, View right, Vector result) {
        this.left = left;
        this.right = right;
        this.a = left.pointer();
        this.b = right.pointer();
        this.c = result.pointer();
    }

    /** Computes the product of what the operands hold now. */
    public void run() {
        if (right.width() == 1) {
            multiply(left, a, left.transposed(), b);
        } else if (left.height() == 1) {
            // The transpose of the product: Bᵀ times a column.
            multiply(right, b, !right.transposed(), a);
        } else {
            openblas_nolapack.cblas_dgemm(
                    openblas_nolapack.CblasRowMajor,
                    flag(left.transposed()),
                    flag(right.transposed()),
                    left.height(),
                    right.width(),
                    left.width(),
                    1,
                    a,
                    left.columns(),
                    b,
                    right.columns(),
                    0,
                    c,
                    right.width());
        }
    }

    /** c ← matrix·x: a column is stored as its transpose is. */
    private void multiply(View matrix, DoublePointer m, boolean transposed, DoublePointer x) {
        openblas_nolapack.cblas_dgemv(
                openblas_nolapack.CblasRowMajor,
                flag(transposed),
                matrix.rows(),
                matrix.columns(),
                1,
                m,
                matrix.columns(),
                x,
                1,
                0,
                c,
                1);
    }

    private static int flag(boolean transposed) {
        return transposed ? openblas_nolapack.CblasTrans : openblas_nolapack.CblasNoTrans;
    }
}
