package dev.optimizer.formula;

/**
 * A whole number that may depend on the indices of the loops around it. It counts from 1, as formulas do. Checked when
 * the formula is read: for all values of those indices it lies inside the array.
 */
public sealed interface Subscript permits IndexPolynomial, Lookup {
    /**
     * The number, given the indices of the loops around.
     *
     * @param indices the value of each loop's index at its {@link Expression.Loop#level()}
     * @throws ArithmeticException if it does not fit a long
     */
    long value(long[] indices);

    /** Whether the index of the loop at this level occurs. */
    boolean dependsOn(int level);
}
