package dev.optimizer.objective;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Hessian of a function whose second derivatives are zero for most pairs of variables, at places that are known in
 * advance.
 *
 * <p>Only the lower triangle is held, diagonal included, row by row (compressed sparse rows): the entries of row i are
 * those from {@code rowStarts[i]} to before {@code rowStarts[i+1]}, with ascending columns. An entry may be zero at some
 * points, and the diagonal need not be complete.
 */
public interface SparseHessian {
    /** n + 1 positions in {@link #columns()}; the last is the number of entries. Not to be modified. */
    int[] rowStarts();

    /** The column of each entry, counted from 0, at most the row. Not to be modified. */
    int[] columns();

    /**
     * The entries at a point.
     *
     * @param x (Input) n doubles. Not modified.
     * @param values (Output) overwritten with as many doubles as there are {@link #columns()}.
     */
    void values(INDArray x, INDArray values);
}
