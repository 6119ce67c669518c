package dev.optimizer.formula;

/**
 * Known numbers that a formula may use by a name: a scalar, a vector, or a matrix stored row by row.
 *
 * <p>The array is not copied, for it may be large: whoever hands it over must not change it any more. Two data are equal
 * if they are the same array with the same shape.
 *
 * @param shape what the numbers form
 * @param values the entries, as many as the shape has; NaN and infinities are values too
 */
public record Data(Shape shape, double[] values) {
    /** @throws IllegalArgumentException if the number of values does not fit the shape */
    public Data {
        if (values.length != shape.size()) {
            throw new IllegalArgumentException(
                    shape.inWords() + " has " + shape.size() + " entries; " + values.length + " given");
        }
    }

    public static Data scalar(double value) {
        return new Data(Shape.scalar(), new double[] {value});
    }

    /** A vector of the given entries, which are not copied. */
    public static Data vector(double... values) {
        return new Data(Shape.vector(values.length), values);
    }

    /** A matrix whose entries, row by row, are not copied. */
    public static Data matrix(long rows, long columns, double... values) {
        return new Data(Shape.matrix(rows, columns), values);
    }
}
