package dev.optimizer.formula;

import dev.optimizer.formula.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Builds the tree by operator precedence (R. Floyd 1963; V. Pratt 1973), with a stack of its own instead of recursion: the
 * depth of a formula is a matter of the language, not of how much stack the calling thread happens to have.
 *
 * <p>It alternates between two states: before an operand and after one. What a bracket is for is the business of its
 * {@link Bracket}. Shapes are inferred from the operands upwards, so that each operation is checked as soon as it is read.
 */
final class Parser {
    /** Brackets, signs and operators that wait inside each other; deeper is a mistake or an attack. */
    static final int MAX_NESTING = 1_000;

    private final Source source;
    private final Lexer lexer;
    private final Scope scope;
    private final Deque<Group> groups = new ArrayDeque<>();
    private Token previous;
    private Token token;

    private Parser(String text, Scope scope) {
        this.source = new Source(text);
        this.lexer = new Lexer(text);
        this.scope = scope;
        this.token = lexer.next();
    }

    /** Reads one whole text; names it does not know become variables of the scope, or errors if that is closed. */
    static Expression parse(String text, Scope scope) {
        return new Parser(text, scope).parse();
    }

    private Expression parse() {
        if (token.is(Kind.END)) {
            throw source.error("the formula is empty", token);
        }
        groups.push(new Group(source, new PlainBracket(source, null)));
        while (!token.is(Kind.END) || needsOperand()) {
            if (needsOperand()) {
                beforeOperand();
            } else {
                afterOperand();
            }
        }
        if (groups.size() > 1) {
            throw notClosed(group().bracket().open());
        }
        return group().complete();
    }

    private boolean needsOperand() {
        return previous == null || previous.kind().wantsOperand();
    }

    private void beforeOperand() {
        switch (token.kind()) {
            case NUMBER -> number(advance());
            case NAME -> name(advance());
            case OPEN -> openBare();
            case OPERATOR -> sign();
            case CLOSE -> closeEmpty();
            case COLON -> all();
            default -> throw missingOperand();
        }
    }

    private void afterOperand() {
        if (previous.is(Kind.ALL) && !token.is(Kind.COMMA) && !token.is(Kind.CLOSE)) {
            throw source.error("':' alone stands for all; a slice has two bounds, as in x[1:2]", previous);
        }
        switch (token.kind()) {
            case TRANSPOSE -> transpose(advance());
            case OPERATOR -> operator();
            case COMPARISON, COMMA, COLON, RANGE -> separator();
            case CLOSE -> close();
            case OPEN -> openSubscripts();
            case NUMBER, NAME -> throw missingOperator();
            default -> throw new IllegalStateException("not after an operand: " + token);
        }
    }

    private void number(Token number) {
        double value = Double.parseDouble(number.text());
        if (Double.isInfinite(value)) {
            throw source.error("number " + number.text() + " is too large; the largest is about 1.8e308", number);
        }
        operand(new Expression.Number(value, number.start(), number.end()));
    }

    private void name(Token name) {
        String word = name.text();
        if (token.is(Kind.NAME, "in") && group().bracket() instanceof LoopBracket loop) {
            throw source.error(loop.oneIndex(word), name.start(), token.end());
        } else if (token.is(Kind.OPEN, "(")) {
            requireFunction(name);
            openCall(name);
        } else if (Reserved.isFunction(word)) {
            throw source.error("'" + word + "' is a function; write " + Reserved.example(word), name);
        } else {
            operand(scope.resolve(name).orElseThrow(() -> source.error(scope.unknown(word), name)));
        }
    }

    private void sign() {
        if (!token.text().equals("-") && !token.text().equals("+")) {
            throw missingOperand();
        }
        requireNesting();
        group().sign(advance());
    }

    private void operator() {
        requireNesting();
        group().operator(advance());
    }

    private void transpose(Token sign) {
        Group.Operand operand = group().takeOperand();
        Expression array = operand.expression();
        Expression result = new Expression.Transpose(array, operand.start(), sign.end());
        // Two transposes one after the other cancel, and so does that of a scalar.
        if (array.shape().isScalar()) {
            result = array;
        } else if (array instanceof Expression.Transpose inner) {
            result = inner.operand();
        }
        group().operand(result, operand.start(), sign.end());
    }

    /** Brackets where an operand is due: they group, or they hold the entries of an array. */
    private void openBare() {
        Token open = token;
        push(open.text().equals("[") ? new LiteralBracket(source, open) : new PlainBracket(source, open));
        advance();
    }

    private void openCall(Token name) {
        Token open = token;
        requireNesting();
        advance();
        if (Reserved.isLoop(name.text()) && token.is(Kind.NAME) && lexer.peek().is(Kind.NAME, "in")) {
            Token index = advance();
            push(new LoopBracket(source, scope, name, open, index));
            advance();
            previous = previous.as(Kind.IN);
        } else if (name.text().equals(Reserved.CONDITIONAL)) {
            push(new ConditionalBracket(source, name, open));
        } else if (Function.named(name.text()).isPresent()) {
            push(new CallBracket(source, scope, name, open));
        } else {
            throw source.error("'" + name.text() + "' needs a range; write " + Reserved.example(name.text()), name);
        }
    }

    /** A square bracket after an operand; a round one would make it a function, which only a name can be. */
    private void openSubscripts() {
        if (token.text().equals("(")) {
            throw missingOperator();
        }
        requireNesting();
        Group.Operand array = group().takeOperand();
        push(new SubscriptBracket(source, scope, array.expression(), array.start(), token));
        advance();
    }

    private void push(Bracket bracket) {
        requireNesting();
        groups.push(new Group(source, bracket));
    }

    /** Each open bracket is a level, and so is each sign or operator that waits in the innermost one. */
    private void requireNesting() {
        if (groups.size() + group().waiting() > MAX_NESTING) {
            throw source.error("the formula is nested deeper than 1,000 levels; name its parts with let", token);
        }
    }

    /** The colon that stands where an operand is due. */
    private void all() {
        if (!(group().bracket() instanceof SubscriptBracket) || !group().isEmpty() || previous.is(Kind.COLON)) {
            throw missingOperand();
        }
        previous = advance().as(Kind.ALL);
    }

    private void separator() {
        group().bracket().separator(completePart(), token);
        advance();
    }

    /** What has been read since the last separator; null for a colon alone. */
    private Expression completePart() {
        return previous.is(Kind.ALL) ? null : group().complete();
    }

    private void close() {
        Bracket bracket = group().bracket();
        Token open = bracket.open();
        if (open == null) {
            throw source.error("this '" + token.text() + "' has no '" + opposite(token) + "' before it", token);
        }
        if (!opposite(token).equals(open.text())) {
            throw source.error("this '" + token.text() + "' closes the '" + open.text() + "' before it", token);
        }
        Expression result = bracket.close(completePart(), token);
        groups.pop();
        group().operand(result, bracket.start(), advance().end());
    }

    /** Brackets may be complained about for having nothing between them; they are missing an operand otherwise. */
    private void closeEmpty() {
        Bracket bracket = group().bracket();
        boolean pair =
                bracket.open() != null && opposite(token).equals(bracket.open().text());
        Optional<FormulaException> complaint =
                pair && group().isEmpty() ? bracket.complaintIfEmpty(token) : Optional.empty();
        throw complaint.orElseGet(this::missingOperand);
    }

    private static String opposite(Token close) {
        return close.text().equals(")") ? "(" : "[";
    }

    private Group group() {
        return groups.peek();
    }

    private void operand(Expression expression) {
        group().operand(expression, expression.start(), expression.end());
    }

    private Token advance() {
        previous = token;
        token = lexer.next();
        return previous;
    }

    private void requireFunction(Token name) {
        String word = name.text();
        if (scope.isKnown(word) || Reserved.CONSTANTS.containsKey(word)) {
            throw source.error("'" + word + "' is not a function; to multiply, write " + word + "*(", name);
        }
        if (!Reserved.isFunction(word)) {
            throw source.error("unknown function '" + word + "'" + Reserved.suggestFunction(word), name);
        }
    }

    private FormulaException missingOperator() {
        String remedy = group().bracket() instanceof LiteralBracket
                ? "missing operator or comma between '" + previous.text() + "' and '" + token.text() + "'"
                : "missing operator; write " + previous.text() + "*" + token.text();
        return source.error(remedy, previous.start(), token.end());
    }

    private FormulaException missingOperand() {
        if (previous != null && previous.is(Kind.COLON) && (token.is(Kind.CLOSE) || token.is(Kind.COMMA))) {
            String last = "the last index is length(x), rows(A) or columns(A)";
            return source.error("a slice has two bounds, as in x[1:2]; " + last, previous);
        }
        if (!token.is(Kind.END)) {
            return source.error("missing operand before '" + token.text() + "'", token);
        }
        return previous.is(Kind.OPEN)
                ? notClosed(previous)
                : source.error("missing operand after '" + previous.text() + "'", previous);
    }

    private FormulaException notClosed(Token open) {
        return source.error("this '" + open.text() + "' is not closed", open);
    }
}
