package dev.optimizer.linalg;

import org.bytedeco.openblas.global.openblas_nolapack;

/** The product C ← A·B of two matrices in native memory, rows one after the other; CBLAS does the work. */
public final class MatrixProduct {
    private final View left;
    private final View right;
    private final MovablePointer a = new MovablePointer();
    private final MovablePointer b = new MovablePointer();
    private final MovablePointer c = new MovablePointer();

    static {
        Blas.load();
    }

    /**
     * The shape of a matrix in memory.
     *
     * @param rows as it lies in memory
     * @param columns likewise
     * @param transposed whether its transpose is meant
     */
    public record View(int rows, int columns, boolean transposed) {
        int height() {
            return transposed ? columns : rows;
        }

        int width() {
            return transposed ? rows : columns;
        }
    }

    /** Prepares products of matrices of these shapes. */
    public MatrixProduct(View left, View right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Computes a product.
     *
     * @param leftAddress (Input) where A begins
     * @param rightAddress (Input) where B begins
     * @param product (Output) where C begins; must not overlap the operands
     */
    public void run(long leftAddress, long rightAddress, long product) {
        a.to(leftAddress);
        b.to(rightAddress);
        c.to(product);
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
    private void multiply(View matrix, MovablePointer m, boolean transposed, MovablePointer x) {
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
