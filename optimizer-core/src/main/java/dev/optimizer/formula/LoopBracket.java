package dev.optimizer.formula;

import dev.optimizer.formula.Expression.LoopKind;
import java.util.Locale;

/** A loop, {@code sum(i in from..to, body)}: the index is known from the comma to the closing bracket. */
final class LoopBracket implements Bracket {
    private final Source source;
    private final Scope scope;
    private final Token name;
    private final Token open;
    private final Token index;
    private final LoopKind kind;
    private Expression first;
    private LoopRange range;
    private Shape shape = Shape.scalar();

    /**
     * @param name {@code sum}, {@code prod} or {@code vector}
     * @throws FormulaException if the index has a name that means something already
     */
    LoopBracket(Source source, Scope scope, Token name, Token open, Token index) {
        this.source = source;
        this.scope = scope;
        this.name = name;
        this.open = open;
        this.index = index;
        this.kind = LoopKind.valueOf(name.text().toUpperCase(Locale.ROOT));
        requireNewIndex();
    }

    private void requireNewIndex() {
        try {
            scope.requireNew(index.text());
        } catch (FormulaException e) {
            // The same complaint, at its place in the formula.
            throw source.error(e.problem(), index);
        }
    }

    @Override
    public Token open() {
        return open;
    }

    @Override
    public int start() {
        return name.start();
    }

    @Override
    public void separator(Expression part, Token sign) {
        boolean head = range == null;
        if (head && first == null && sign.is(Token.Kind.RANGE)) {
            first = part;
        } else if (head && first != null && sign.is(Token.Kind.COMMA)) {
            enter(part);
        } else if (head && !sign.is(Token.Kind.COMPARISON)) {
            throw source.error("a loop is written " + example(), sign);
        } else if (sign.is(Token.Kind.COMMA)) {
            throw source.error("a loop has one expression after its range: " + example(), sign);
        } else {
            throw Bracket.misplaced(sign, source);
        }
    }

    private void enter(Expression last) {
        IndexPolynomial from = IndexReader.bound(first, source, scope);
        IndexPolynomial to = IndexReader.bound(last, source, scope);
        int start = first.start();
        SubscriptCheck check = new SubscriptCheck(source, scope);
        range = check.loop(index, from, to);
        if (kind == LoopKind.VECTOR) {
            shape = Shape.vector(check.length(from, to, "this vector", start, last.end()));
            source.requireSize(shape, start, last.end());
        }
        check.requireIterations(range, start, last.end());
        scope.enter(range);
    }

    @Override
    public Expression close(Expression part, Token close) {
        if (range == null) {
            throw source.error("a loop has an expression after its range: " + example(), start(), close.end());
        }
        scope.leave();
        if (!part.shape().isScalar()) {
            String body = part.shape().inWords();
            throw source.error("a loop takes a scalar for each index, but this is " + body, part);
        }
        return new Expression.Loop(
                kind, index.text(), range.level(), range.from(), range.to(), part, shape, start(), close.end());
    }

    /** The complaint about a second index. */
    String oneIndex(String second) {
        String inner = kind.text() + "(" + second + " in ..., ...)";
        return "a loop has one index; put a loop inside it: " + kind.text() + "(" + index.text() + " in ..., " + inner
                + ")";
    }

    private String example() {
        return kind.text() + "(i in 1..3, i^2)";
    }
}
