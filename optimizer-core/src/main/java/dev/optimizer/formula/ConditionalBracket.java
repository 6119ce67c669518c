package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of {@code if(left comparison right, then, otherwise)}. */
final class ConditionalBracket implements Bracket {
    private final Source source;
    private final Token name;
    private final Token open;
    private final List<Expression> parts = new ArrayList<>();
    private Token comparison;

    ConditionalBracket(Source source, Token name, Token open) {
        this.source = source;
        this.name = name;
        this.open = open;
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
        switch (sign.kind()) {
            case COMPARISON -> compare(sign);
            case COMMA -> requireComparison(part);
            default -> throw Bracket.misplaced(sign, source);
        }
        parts.add(part);
    }

    private void compare(Token sign) {
        if (comparison != null && parts.size() == 1) {
            throw source.error("comparisons cannot be chained; put one if inside the other", sign);
        }
        if (!parts.isEmpty()) {
            throw Bracket.misplaced(sign, source);
        }
        comparison = sign;
    }

    private void requireComparison(Expression part) {
        if (comparison == null) {
            throw source.error("the condition of if must be a comparison, such as x > 0", part);
        }
    }

    @Override
    public Optional<FormulaException> complaintIfEmpty(Token close) {
        return parts.isEmpty() && comparison == null ? Optional.of(wrongCount(0, close)) : Optional.empty();
    }

    @Override
    public Expression close(Expression part, Token close) {
        requireComparison(part);
        parts.add(part);
        if (parts.size() != 4) {
            // The two sides of the comparison are one argument.
            throw wrongCount(parts.size() - 1, close);
        }
        requireShapes();
        return new Expression.Conditional(
                meaning(), parts.get(0), parts.get(1), parts.get(2), parts.get(3), start(), close.end());
    }

    private void requireShapes() {
        for (Expression side : parts.subList(0, 2)) {
            if (!side.shape().isScalar()) {
                throw source.error(
                        "if compares scalars, but this is " + side.shape().inWords(), side);
            }
        }
        Expression then = parts.get(2);
        Expression otherwise = parts.get(3);
        if (!then.shape().equals(otherwise.shape())) {
            String both = then.shape().inWords() + " or " + otherwise.shape().inWords();
            throw source.error("the two results of if need the same shape, not " + both, otherwise);
        }
    }

    private Comparison meaning() {
        return Stream.of(Comparison.values())
                .filter(meaning -> meaning.text().equals(comparison.text()))
                .findFirst()
                .orElseThrow();
    }

    private FormulaException wrongCount(int given, Token close) {
        return source.error("if takes 3 arguments, " + given + " given", start(), close.end());
    }
}
