package dev.optimizer.formula;

import java.util.List;

/** Which arguments a function takes, and the shape of what it gives. */
record CallShape(Function function, List<Expression> arguments, Source source) {
    /**
     * The shape of the function's value.
     *
     * @param start the first character of the call
     * @param end the character after its last
     * @throws FormulaException if the arguments have the wrong shapes
     */
    Shape check(int start, int end) {
        Expression first = arguments.get(0);
        return switch (function.signature()) {
            case ELEMENTWISE -> common();
            case EXTREME -> arguments.size() == 1 ? reduce(first) : common();
            case REDUCTION -> require(first, !first.shape().isScalar(), "a vector or a matrix", Shape.scalar());
            case DOT -> dot(start, end);
            case OF_VECTOR -> require(first, first.shape().isVector(), "a vector", Shape.scalar());
            case VECTOR -> require(first, first.shape().isVector(), "a vector", first.shape());
            case OF_MATRIX -> require(first, first.shape().isMatrix(), "a matrix", Shape.scalar());
            case OF_SQUARE -> require(first, first.shape().isSquare(), "a square matrix", Shape.scalar());
            case SQUARE -> require(first, first.shape().isSquare(), "a square matrix", first.shape());
        };
    }

    private Shape require(Expression argument, boolean fits, String needed, Shape result) {
        if (!fits) {
            throw source.error(
                    function.text() + " needs " + needed + ", but this is "
                            + argument.shape().inWords(),
                    argument);
        }
        return result;
    }

    private Shape reduce(Expression array) {
        return require(array, !array.shape().isScalar(), "a vector, a matrix, or at least 2 arguments", Shape.scalar());
    }

    /** Element by element: all arrays have one shape, scalars go with any. */
    private Shape common() {
        Shape common = Shape.scalar();
        for (Expression argument : arguments) {
            Shape before = common;
            common = before.combined(argument.shape()).orElseThrow(() -> unequal(argument, before));
        }
        return common;
    }

    private FormulaException unequal(Expression argument, Shape before) {
        return source.error(
                function.text() + " works element by element and needs equal shapes: this is "
                        + argument.shape().inWords() + ", the one before " + before.inWords(),
                argument);
    }

    private Shape dot(int start, int end) {
        for (Expression argument : arguments) {
            require(argument, argument.shape().isVector(), "two vectors", Shape.scalar());
        }
        Shape left = arguments.get(0).shape();
        Shape right = arguments.get(1).shape();
        if (!left.equals(right)) {
            throw source.error(
                    "dot needs two vectors of the same length, not " + left.inWords() + " and " + right.inWords(),
                    start,
                    end);
        }
        return Shape.scalar();
    }
}
