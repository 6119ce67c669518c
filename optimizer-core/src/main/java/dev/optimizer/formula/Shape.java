package dev.optimizer.formula;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The shape of a value: a scalar, a vector of n, a row of n, or an m×n matrix.
 *
 * <p>A vector is a column and counts as n×1; a row, its transpose, as 1×n. Still a vector of 1, a row of 1, a 1×1 matrix
 * and a scalar are four different shapes, so that the kind of a result never depends on how many rows some data happen to
 * have: a row times a vector is a scalar, a 1×n matrix times a vector is a vector of 1. The entries of a matrix are stored
 * row by row.
 *
 * @param kind which of the four it is
 * @param rows at least 1; the length of a vector
 * @param columns at least 1; the length of a row
 */
public record Shape(Kind kind, long rows, long columns) {
    /** What a value is, whatever its size. */
    public enum Kind {
        SCALAR,
        VECTOR,
        ROW,
        MATRIX
    }

    /**
     * Elements that an array may have. A double takes 8 bytes: 10⁸ of them 800 MB, and the entries can be counted with an
     * int everywhere.
     */
    public static final long MAX_SIZE = 100_000_000;

    private static final Shape SCALAR = new Shape(Kind.SCALAR, 1, 1);

    /** @throws IllegalArgumentException if a size is not positive, or does not belong to the kind */
    public Shape {
        boolean oneRow = kind == Kind.SCALAR || kind == Kind.ROW;
        boolean oneColumn = kind == Kind.SCALAR || kind == Kind.VECTOR;
        if (oneRow && rows != 1 || oneColumn && columns != 1) {
            throw new IllegalArgumentException(
                    "no " + kind.name().toLowerCase(Locale.ROOT) + " is " + rows + "×" + columns);
        }
        if (rows < 1 || columns < 1) {
            String sizes = kind == Kind.MATRIX ? rows + "×" + columns : Long.toString(Math.min(rows, columns));
            throw new IllegalArgumentException("sizes must be positive: " + sizes);
        }
    }

    public static Shape scalar() {
        return SCALAR;
    }

    /** @throws IllegalArgumentException if {@code length} is not positive */
    public static Shape vector(long length) {
        return new Shape(Kind.VECTOR, length, 1);
    }

    /** The transpose of a vector. @throws IllegalArgumentException if {@code length} is not positive */
    public static Shape row(long length) {
        return new Shape(Kind.ROW, 1, length);
    }

    /** @throws IllegalArgumentException if a size is not positive */
    public static Shape matrix(long rows, long columns) {
        return new Shape(Kind.MATRIX, rows, columns);
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
        boolean matrix = kind == Kind.MATRIX;
        String elements = matrix ? " has " + size() + " elements, which is too many" : " elements is too large";
        return inWords() + elements + "; at most " + MAX_SIZE;
    }

    /** How many subscripts an entry has: 0 for a scalar, 1 for a vector, 2 for a row or a matrix. */
    public int rank() {
        return switch (kind) {
            case SCALAR -> 0;
            case VECTOR -> 1;
            case ROW, MATRIX -> 2;
        };
    }

    public boolean isScalar() {
        return kind == Kind.SCALAR;
    }

    public boolean isVector() {
        return kind == Kind.VECTOR;
    }

    /** Whether this is the transpose of a vector; a 1×n matrix is not. */
    public boolean isRow() {
        return kind == Kind.ROW;
    }

    /** Whether entries have a row and a column: a matrix, or a row, which is as good as one wherever it is not multiplied. */
    public boolean isMatrix() {
        return rank() == 2;
    }

    public boolean isSquare() {
        return isMatrix() && rows == columns;
    }

    /** Whether this and the other hold the same entries: equal shapes, or a row and a 1×n matrix. */
    public boolean isLike(Shape other) {
        return rank() == other.rank() && rows == other.rows && columns == other.columns;
    }

    /** The shape of the transpose: a vector becomes a row and a row a vector, a scalar stays what it is. */
    public Shape transposed() {
        return switch (kind) {
            case SCALAR -> this;
            case VECTOR -> row(rows);
            case ROW -> vector(columns);
            case MATRIX -> matrix(columns, rows);
        };
    }

    /** The shape of two values combined entry by entry, where a scalar goes with anything; empty if they do not fit. */
    Optional<Shape> combined(Shape other) {
        if (other.isScalar() || equals(other)) {
            return Optional.of(this);
        } else if (isScalar()) {
            return Optional.of(other);
        }
        return isLike(other) ? Optional.of(matrix(rows, columns)) : Optional.empty();
    }

    /** As in a sentence without its article: {@code scalar}, {@code vector of 3}, {@code 3×2 matrix}. */
    @Override
    public String toString() {
        return switch (kind) {
            case SCALAR -> "scalar";
            case VECTOR -> "vector of " + rows;
            case ROW -> "row of " + columns;
            case MATRIX -> rows + "×" + columns + " matrix";
        };
    }

    /** As in a sentence, with its article: {@code a scalar}, {@code an 8×2 matrix}. */
    public String inWords() {
        String shape = toString();
        // Eight, eleven, eighteen and all numbers that begin with eight are spoken with a vowel.
        boolean vowel = shape.startsWith("8") || kind == Kind.MATRIX && (rows == 11 || rows == 18);
        return (vowel ? "an " : "a ") + shape;
    }
}
