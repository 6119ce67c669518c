package dev.optimizer.formula;

/** A word or sign of a formula and the characters it stands on: {@code start} inclusive, {@code end} exclusive. */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NUMBER,
        NAME,
        OPERATOR,
        COMPARISON,
        OPEN,
        CLOSE,
        COMMA,
        COLON,
        RANGE,
        TRANSPOSE,
        /** The colon that stands alone for all rows or columns; the parser tells it from the other one. */
        ALL,
        /** The word between the index of a loop and its range; elsewhere it is a name. */
        IN,
        END;

        /** Whether what comes next is an operand, and not something that follows one. */
        boolean wantsOperand() {
            return switch (this) {
                case NUMBER, NAME, CLOSE, TRANSPOSE, ALL -> false;
                case OPERATOR, COMPARISON, OPEN, COMMA, COLON, RANGE, IN, END -> true;
            };
        }
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean is(Kind wanted, String word) {
        return kind == wanted && text.equals(word);
    }

    /** The same characters in the role that their place gives them. */
    Token as(Kind role) {
        return new Token(role, text, start, end);
    }
}
