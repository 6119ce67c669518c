package dev.optimizer.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of a function: {@code max(a, b)}. */
final class CallBracket implements Bracket {
    private final Source source;
    private final Scope scope;
    private final Token name;
    private final Token open;
    private final Function function;
    private final List<Expression> arguments = new ArrayList<>();

    CallBracket(Source source, Scope scope, Token name, Token open) {
        this.source = source;
        this.scope = scope;
        this.name = name;
        this.open = open;
        this.function = Function.named(name.text()).orElseThrow();
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
        if (!sign.is(Token.Kind.COMMA)) {
            throw Bracket.misplaced(sign, source);
        }
        arguments.add(part);
    }

    @Override
    public Optional<FormulaException> complaintIfEmpty(Token close) {
        return arguments.isEmpty() ? Optional.of(wrongCount(close)) : Optional.empty();
    }

    @Override
    public Expression close(Expression part, Token close) {
        arguments.add(part);
        if (!function.takes(arguments.size())) {
            throw wrongCount(close);
        }
        Shape shape = new CallShape(function, arguments, source).check(start(), close.end());
        requireFixed();
        Shape argument = arguments.get(0).shape();
        // Sizes are known as soon as shapes are, so that subscripts and loops can use them.
        return switch (function) {
            case LENGTH, ROWS -> new Expression.Number(argument.rows(), start(), close.end());
            case COLUMNS -> new Expression.Number(argument.columns(), start(), close.end());
            default -> new Expression.Call(function, arguments, shape, start(), close.end());
        };
    }

    /** What LAPACK computes is computed once, not anew in each iteration of a loop. */
    private void requireFixed() {
        if (function != Function.INV && function != Function.LOGDET) {
            return;
        }
        LoopUse.first(arguments.get(0), scope).ifPresent(use -> {
            String index = "the index '" + use.loop().name() + "' of the loop around it";
            String problem = function.text() + " cannot depend on " + index + "; write the terms out one by one";
            throw source.error(problem, use.place());
        });
    }

    private FormulaException wrongCount(Token close) {
        String problem = function.text() + " takes " + function.arity() + ", " + arguments.size() + " given";
        return source.error(problem, start(), close.end());
    }
}
