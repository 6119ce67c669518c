package dev.optimizer.formula;

/** How tightly an operator binds, from loose to tight. So {@code -x^2} is {@code -(x^2)}, and {@code -x*y} (-x)*y. */
enum Precedence {
    SUM,
    PRODUCT,
    SIGN,
    POWER;

    static Precedence of(Expression.Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE, MATRIX_MULTIPLY -> PRODUCT;
            case POWER -> POWER;
        };
    }

    /** Whether an operator of this precedence takes the operand between it and the next one; powers go to the right. */
    boolean claims(Precedence next) {
        return compareTo(next) > 0 || this == next && this != POWER;
    }
}
