package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The entries of {@code [a, b, c]}, or the rows of {@code [[a, b], [c, d]]}. */
final class LiteralBracket implements Bracket {
    private final Source source;
    private final Token open;
    private final List<Expression> entries = new ArrayList<>();

    LiteralBracket(Source source, Token open) {
        this.source = source;
        this.open = open;
    }

    @Override
    public Token open() {
        return open;
    }

    @Override
    public int start() {
        return open.start();
    }

    @Override
    public void separator(Expression part, Token sign) {
        if (!sign.is(Token.Kind.COMMA)) {
            throw Bracket.misplaced(sign, source);
        }
        add(part);
    }

    @Override
    public Optional<FormulaException> complaintIfEmpty(Token close) {
        return entries.isEmpty()
                ? Optional.of(source.error("a vector needs at least one entry", start(), close.end()))
                : Optional.empty();
    }

    @Override
    public Expression close(Expression part, Token close) {
        add(part);
        Shape entry = part.shape();
        Shape shape = entry.isScalar() ? Shape.vector(entries.size()) : Shape.matrix(entries.size(), entry.rows());
        source.requireSize(shape, start(), close.end());
        return new Expression.ArrayLiteral(entries, shape, start(), close.end());
    }

    private void add(Expression entry) {
        Shape shape = entry.shape();
        if (shape.isMatrix()) {
            throw source.error(
                    "the entries of [...] are scalars, or vectors as rows; this is " + shape.inWords(), entry);
        }
        if (!entries.isEmpty() && !shape.equals(entries.get(0).shape())) {
            throw unequal(entry, entries.get(0).shape());
        }
        entries.add(entry);
    }

    private FormulaException unequal(Expression entry, Shape first) {
        String number = "entry " + (entries.size() + 1) + " is " + entry.shape().inWords();
        String problem = first.isVector() && entry.shape().isVector()
                ? "the rows of a matrix need equal lengths: row 1 has " + first.rows() + " entries, row "
                        + (entries.size() + 1) + " has " + entry.shape().rows()
                : "the entries of [...] need equal shapes: entry 1 is " + first.inWords() + ", " + number;
        return source.error(problem, entry);
    }
}
