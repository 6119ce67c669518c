package dev.optimizer.autodiff.array;

import java.util.List;

/**
 * What makes arrays of the graph from earlier ones. An array is a row of doubles known by its number; which shape it has
 * matters only to linear algebra. Equal nodes are one node.
 *
 * <p>Differentiation, backward and forward, leads from these kinds to these kinds only, so it can be repeated.
 */
public sealed interface ArrayNode {
    /** An element of an array for each iteration of a domain. */
    record Read(int array, Access access) {}

    /** In each iteration of the domain the element {@code from} is added to element {@code to}. */
    record Contribution(Read from, Domain domain, Access to) {}

    /**
     * A matrix in the midst of an array, rows one after the other from element {@code offset} on; {@code rows} and
     * {@code columns} are those in the array, before {@code transposed} turns it.
     */
    record Operand(int array, int offset, int rows, int columns, boolean transposed) {
        public Operand turned() {
            return new Operand(array, offset, rows, columns, !transposed);
        }

        public int size() {
            return rows * columns;
        }

        /** The rows of the matrix that it stands for. */
        public int height() {
            return transposed ? columns : rows;
        }

        public int width() {
            return transposed ? rows : columns;
        }
    }

    /** Input number 0 is x, number 1 a direction or a weight that comes with it. */
    record Input(int number, int length) implements ArrayNode {}

    /** The same number everywhere, read at any place. */
    record Constant(double value, int length) implements ArrayNode {}

    /** Known numbers; two are equal if they are the same Java array. */
    record Known(double[] values) implements ArrayNode {}

    /** Element k is k: how a body learns an index. It has no memory. */
    record Range() implements ArrayNode {}

    /** One array per result of the body, each with an element per iteration. */
    record Map(Domain domain, Body body, List<Read> reads) implements ArrayNode {}

    /** A sum of what is contributed to each element: total sums, sums over a loop, and the adjoint of reading. */
    record Accumulate(int length, List<Contribution> contributions) implements ArrayNode {}

    /** The matrix product. */
    record Product(Operand left, Operand right) implements ArrayNode {}

    /** The inverse of a square matrix that is not transposed; all NaN if it is singular. */
    record Inverse(Operand operand) implements ArrayNode {}

    /** log det of a square matrix that is not transposed: −Infinity if it is singular, NaN if the determinant is negative. */
    record LogDeterminant(Operand operand) implements ArrayNode {}

    /**
     * Two arrays: the largest of what is contributed to each element, and the number of the first iteration that
     * contributes it. NaN counts as larger than anything. Both are taken as constants in differentiation: the largest
     * serves as a scale that cancels, and the number chooses.
     */
    record Largest(int length, Contribution contribution) implements ArrayNode {}

    /**
     * In each segment the states s₀ = start, sⱼ₊₁ = aⱼ·sⱼ + bⱼ, from the last entry to the first if {@code backward}. The
     * states of a segment with m entries are m + 1 elements: with a = v and start 1 they are the products of the first
     * entries of v, which stay right when some are zero.
     *
     * @param start read once per segment
     * @param factor a, read once per entry
     * @param term b, read once per entry; null for zero
     */
    record Scan(Segments segments, boolean backward, Read start, Read factor, Read term) implements ArrayNode {}
}
