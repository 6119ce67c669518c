package dev.optimizer.formula;

import java.util.Arrays;

/**
 * The shape of a value: a scalar, a vector of n, or an m×n matrix.
 *
 * <p>A vector is a column and counts as n×1, a row is a 1×n matrix. Still a vector of 1, a 1×1 matrix and a scalar are
 * three different shapes. The entries of a matrix are stored row by row.
 *
 * @param rank 0 for a scalar, 1 for a vector, 2 for a matrix
 * @param rows at least 1; the length of a vector
 * @param columns at least 1; 1 for scalars and vectors
 */
public record Shape(int rank, long rows, long columns) {
    /**
     * Elements that an array may have. A double takes 8 bytes: 10⁸ of them 800 MB, and the entries can be counted with an
     * int everywhere.
     */
    public static final long MAX_SIZE = 100_000_000;

    private static final Shape SCALAR = new Shape(0, 1, 1);

    /** @throws IllegalArgumentException if a size is not positive, or does not belong to the rank */
    public Shape {
        if (rank < 0 || rank > 2 || rank == 0 && rows != 1 || rank < 2 && columns != 1) {
            throw new IllegalArgumentException("no shape of rank " + rank + " is " + rows + "×" + columns);
        }
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("sizes must be positive: " + (rank == 1 ? rows : rows + "×" + columns));
        }
    }

    public static Shape scalar() {
        return SCALAR;
    }

    /** @throws IllegalArgumentException if {@code length} is not positive */
    public static Shape vector(long length) {
        return new Shape(1, length, 1);
    }

    /** @throws IllegalArgumentException if a size is not positive */
    public static Shape matrix(long rows, long columns) {
        return new Shape(2, rows, columns);
    }

    /**
     * Without sizes a scalar, with one a vector, with two a matrix (rows, columns).
     *
     * @param name what has this shape, for the message
     * @throws IllegalArgumentException if a size is not positive, or there are more than two
     */
    public static Shape of(String name, long... sizes) {
        return switch (sizes.length) {
            case 0 -> scalar();
            case 1 -> vector(sizes[0]);
            case 2 -> matrix(sizes[0], sizes[1]);
            default ->
                throw new IllegalArgumentException(
                        name + " must have at most two dimensions: " + Arrays.toString(sizes));
        };
    }

    /** The number of entries; {@code Long.MAX_VALUE} if that is no long. */
    public long size() {
        return rows > Long.MAX_VALUE / columns ? Long.MAX_VALUE : rows * columns;
    }

    /** Whether there are more than {@link #MAX_SIZE} entries. */
    public boolean isTooLarge() {
        return size() > MAX_SIZE;
    }

    /** The complaint about a shape that is. */
    String tooLarge() {
        String elements = isMatrix() ? " has " + size() + " elements, which is too many" : " elements is too large";
        return (isMatrix() ? inWords() : "a vector of " + rows) + elements + "; at most " + MAX_SIZE;
    }

    public boolean isScalar() {
        return rank == 0;
    }

    public boolean isVector() {
        return rank == 1;
    }

    public boolean isMatrix() {
        return rank == 2;
    }

    /** Whether this is a 1×n matrix: the transpose of a vector. */
    public boolean isRow() {
        return rank == 2 && rows == 1;
    }

    public boolean isSquare() {
        return rank == 2 && rows == columns;
    }

    /** The shape of the transpose: a vector becomes a row and a row a vector, a scalar stays what it is. */
    public Shape transposed() {
        if (rank == 0) {
            return this;
        }
        return isRow() ? vector(columns) : matrix(columns, rows);
    }

    /** As in a sentence without its article: {@code scalar}, {@code vector of 3}, {@code 3×2 matrix}. */
    @Override
    public String toString() {
        return switch (rank) {
            case 0 -> "scalar";
            case 1 -> "vector of " + rows;
            default -> rows + "×" + columns + " matrix";
        };
    }

    /** As in a sentence, with its article: {@code a scalar}, {@code an 8×2 matrix}. */
    public String inWords() {
        String shape = toString();
        // Eight, eleven, eighteen and all numbers that begin with eight are spoken with a vowel.
        boolean vowel = shape.startsWith("8") || rank == 2 && (rows == 11 || rows == 18);
        return (vowel ? "an " : "a ") + shape;
    }
}
