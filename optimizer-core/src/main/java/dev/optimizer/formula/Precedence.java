package dev.optimizer.formula;

/** How tightly an operator binds, from loose to tight. So {@code -x^2} is {@code -(x^2)}, and {@code -x*y} (-x)*y. */
enum Precedence {
    SUM,
    PRODUCT,
    SIGN,
    POWER,
    /** What no operator takes apart: names, numbers, and all that ends in a bracket. */
    OPERAND;

    /** Of an operator between two operands. */
    static Precedence of(Token operator) {
        return switch (operator.text()) {
            case "+", "-" -> SUM;
            case "*", "/", ".*", "./" -> PRODUCT;
            case "^", ".^" -> POWER;
            default -> throw new IllegalStateException(operator.text());
        };
    }

    /** Whether an operator of this precedence takes the operand between it and the next one; powers go to the right. */
    boolean claims(Precedence next) {
        return compareTo(next) > 0 || this == next && this != POWER;
    }
}
