package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Operator;

/** What an operator means between two shapes, and the shape of its value. */
record BinaryShape(Token sign, Shape left, Shape right, Source source) {
    /** Scalars with anything go element by element; between arrays {@code *} is the product of linear algebra. */
    Operator operator() {
        return switch (sign.text()) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> left.isScalar() || right.isScalar() ? Operator.MULTIPLY : Operator.MATRIX_MULTIPLY;
            case ".*" -> Operator.MULTIPLY;
            case "/", "./" -> Operator.DIVIDE;
            case "^", ".^" -> Operator.POWER;
            default -> throw new IllegalStateException(sign.text());
        };
    }

    /** @throws FormulaException if the shapes do not go together */
    Shape check() {
        boolean anyScalar = left.isScalar() || right.isScalar();
        return switch (sign.text()) {
            case "*" -> anyScalar ? scaled() : product();
            case "/" -> anyScalar ? scaled() : refuse("cannot divide", "by", quotientRemedy());
            case "^" -> left.isScalar() && right.isScalar() ? left : refuse("cannot raise", "to", powerRemedy());
            default -> left.combined(right).orElseGet(this::refuseElementwise);
        };
    }

    private Shape scaled() {
        return left.isScalar() ? right : left;
    }

    /**
     * A vector is n×1, so a vector times a row is the outer product. A row times a vector is a scalar, and times a matrix a
     * row; a matrix times a vector is a vector, of 1 if the matrix has one row.
     */
    private Shape product() {
        if (left.isVector() && right.isVector()) {
            return refuse("'*' cannot multiply", "by", "; write dot(u, v) or u'*v, or u.*v for element by element");
        }
        if (left.columns() != right.rows()) {
            String remedy = left.equals(right) ? "; element by element is .*" : "";
            throw source.error(
                    "'*' needs as many columns on its left as rows on its right: left is " + left.inWords()
                            + ", right is " + right.inWords() + remedy,
                    sign);
        }
        if (right.isVector()) {
            return left.isRow() ? Shape.scalar() : Shape.vector(left.rows());
        }
        return left.isRow() ? Shape.row(right.columns()) : Shape.matrix(left.rows(), right.columns());
    }

    private String quotientRemedy() {
        if (left.equals(right)) {
            return "; element by element is ./";
        }
        return right.isSquare() ? "; multiply by inv(...) instead" : "; ./ divides arrays of equal shapes";
    }

    private String powerRemedy() {
        boolean matrix = left.isSquare() && right.isScalar();
        return "; element by element is .^" + (matrix ? ", and a power of a matrix A*A" : "");
    }

    private Shape refuseElementwise() {
        return switch (sign.text()) {
            case "+" -> refuse("cannot add", "and", "");
            // One subtracts the right from the left.
            case "-" -> throw source.error("cannot subtract " + right.inWords() + " from " + left.inWords(), sign);
            default ->
                throw source.error(
                        "'" + sign.text() + "' needs equal shapes or a scalar: left is " + left.inWords()
                                + ", right is " + right.inWords(),
                        sign);
        };
    }

    private Shape refuse(String verb, String preposition, String remedy) {
        throw source.error(verb + " " + left.inWords() + " " + preposition + " " + right.inWords() + remedy, sign);
    }
}
