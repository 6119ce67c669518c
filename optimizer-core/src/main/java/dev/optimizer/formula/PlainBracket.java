package dev.optimizer.formula;

/** Brackets that only group, or the whole text. */
record PlainBracket(Source source, Token open) implements Bracket {
    @Override
    public int start() {
        return open == null ? 0 : open.start();
    }

    @Override
    public void separator(Expression part, Token sign) {
        throw Bracket.misplaced(sign, source);
    }

    /** The brackets leave no trace in the tree. */
    @Override
    public Expression close(Expression part, Token close) {
        return part;
    }
}
