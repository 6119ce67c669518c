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
        TRANSPOSE,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
