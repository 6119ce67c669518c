package dev.optimizer.linalg;

/**
 * A symmetric matrix that is held by its elements, dense or sparse.
 *
 * @param <M> the class itself: matrices of one kind are copied into each other
 */
public interface SymmetricMatrix<M> extends SymmetricOperator {
    /** The number of rows, which is the number of columns. */
    int size();

    /** The element in row and column i. */
    double diagonal(int i);

    /** The largest magnitude among the elements; NaN if any is NaN. */
    double normMax();

    /** The largest sum of magnitudes in a row, no less than any |λ| (Gershgorin); NaN if any element is NaN. */
    double norm1();

    /**
     * The units in which the diagonal is ±1: √|aᵢᵢ|, where aᵢᵢ is 0 the root of the row's largest magnitude, 0 for a row of zeros.
     *
     * @param to (Output) overwritten
     */
    void units(Vector to);

    /**
     * this ← D⁻¹·from·D⁻¹, where D is diagonal.
     *
     * @param from (Input) of the same size, and if sparse of the same pattern; may be this itself
     * @param d (Input) the diagonal of D, nowhere 0
     */
    void copyScaled(M from, Vector d);
}
