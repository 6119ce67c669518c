package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Comparison;
import dev.optimizer.formula.Expression.Operator;
import dev.optimizer.formula.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Builds the tree by operator precedence (R. Floyd 1963; V. Pratt 1973), with a stack of its own instead of recursion: the
 * depth of a formula is a matter of the language, not of how much stack the calling thread happens to have.
 *
 * <p>It alternates between two states: before an operand and after one.
 */
final class Parser {
    /** Brackets, signs and operators that wait inside each other; deeper is a mistake or an attack. */
    static final int MAX_NESTING = 1_000;

    private final String text;
    private final Lexer lexer;
    private final Scope scope;
    private final Deque<Group> groups = new ArrayDeque<>();
    private Token previous;
    private Token token;

    private Parser(String text, Scope scope) {
        this.text = text;
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
            throw error("the formula is empty", token);
        }
        Group whole = new Group(null, null);
        groups.push(whole);
        while (!token.is(Kind.END) || needsOperand()) {
            if (needsOperand()) {
                beforeOperand();
            } else {
                afterOperand();
            }
        }
        if (groups.peek() != whole) {
            throw error("this '(' is not closed", groups.peek().open());
        }
        return whole.complete();
    }

    /** At the start, and after everything but a number, a name, a closing bracket and a transpose. */
    private boolean needsOperand() {
        return previous == null
                || switch (previous.kind()) {
                    case NUMBER, NAME, CLOSE, TRANSPOSE -> false;
                    case OPERATOR, COMPARISON, OPEN, COMMA, END -> true;
                };
    }

    private void beforeOperand() {
        switch (token.kind()) {
            case NUMBER -> number(advance());
            case NAME -> name(advance());
            case OPEN -> open(null);
            case OPERATOR -> sign();
            case CLOSE -> closeEmpty();
            case COMPARISON, COMMA, TRANSPOSE, END -> throw missingOperand();
        }
    }

    private void afterOperand() {
        switch (token.kind()) {
            // A scalar is its own transpose.
            case TRANSPOSE -> advance();
            case OPERATOR -> group().operator(operator(), advance());
            case COMPARISON -> compare();
            case COMMA -> comma();
            case CLOSE -> close();
            case NUMBER, NAME, OPEN -> throw missingOperator();
            case END -> throw new IllegalStateException("the end is no operator");
        }
    }

    private void number(Token number) {
        double value = Double.parseDouble(number.text());
        if (Double.isInfinite(value)) {
            throw error("number " + number.text() + " is too large; the largest is about 1.8e308", number);
        }
        operand(new Expression.Number(value, number.start(), number.end()));
    }

    private void name(Token name) {
        String word = name.text();
        if (Reserved.VECTOR_FUNCTIONS.contains(word)) {
            throw error("'" + word + "' " + Reserved.NEEDS_VECTOR, name);
        }
        if (token.is(Kind.OPEN)) {
            requireFunction(name);
            open(name);
        } else if (Reserved.isFunction(word)) {
            String arguments = word.equals(Reserved.CONDITIONAL) ? "if(condition, a, b)" : word + "(...)";
            throw error("'" + word + "' is a function; write " + arguments, name);
        } else {
            operand(scope.resolve(name).orElseThrow(() -> error(scope.unknown(word), name)));
        }
    }

    private void sign() {
        if (!token.text().equals("-") && !token.text().equals("+")) {
            throw missingOperand();
        }
        requireNesting();
        group().sign(advance());
    }

    private void open(Token name) {
        requireNesting();
        groups.push(new Group(name, advance()));
    }

    /** Each open bracket is a level, and so is each sign or operator that waits in the innermost one. */
    private void requireNesting() {
        if (groups.size() + group().waiting() > MAX_NESTING) {
            throw error("the formula is nested deeper than 1,000 levels; name its parts with let", token);
        }
    }

    private void compare() {
        Group group = group();
        boolean right = group.isConditional()
                && group.comparison() != null
                && group.arguments().size() == 1;
        if (right) {
            throw error("comparisons cannot be chained; put one if inside the other", token);
        }
        if (!group.isConditional() || !group.arguments().isEmpty()) {
            throw error("a comparison can stand only as the condition of if(condition, a, b)", token);
        }
        group.complete();
        group.compare(comparison(advance().text()));
    }

    private void comma() {
        if (!group().isCall()) {
            throw error("a comma can stand only between arguments; decimals are written 1.5", token);
        }
        completeArgument();
        advance();
    }

    private void completeArgument() {
        Expression argument = group().complete();
        if (group().isConditional() && group().comparison() == null) {
            throw error("the condition of if must be a comparison, such as x > 0", argument.start(), argument.end());
        }
    }

    private void close() {
        if (group().isWholeText()) {
            throw error("this ')' has no '(' before it", token);
        }
        completeArgument();
        Group group = groups.pop();
        Token close = advance();
        if (group.isCall()) {
            operand(call(group, close));
        } else {
            group().operand(group.arguments().get(0), group.open().start(), close.end());
        }
    }

    /** Only a call without any argument may close here, so that its number of arguments can be complained about. */
    private void closeEmpty() {
        if (!group().isCall() || !group().isEmpty()) {
            throw missingOperand();
        }
        call(group(), advance());
    }

    private Expression call(Group group, Token close) {
        List<Expression> arguments = group.arguments();
        int start = group.name().start();
        int end = close.end();
        if (!group.isConditional()) {
            Function function = Function.named(group.name().text()).orElseThrow();
            if (!function.takes(arguments.size())) {
                throw wrongCount(function.text(), function.arity(), arguments.size(), start, end);
            }
            return new Expression.Call(function, arguments, Shape.scalar(), start, end);
        }
        if (arguments.size() != 4) {
            // The two sides of the comparison are one argument.
            throw wrongCount("if", "3 arguments", Math.max(0, arguments.size() - 1), start, end);
        }
        return new Expression.Conditional(
                group.comparison(), arguments.get(0), arguments.get(1), arguments.get(2), arguments.get(3), start, end);
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

    /** The current operator. Between scalars, element by element is the same as the whole. */
    private Operator operator() {
        requireNesting();
        return switch (token.text()) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*", ".*" -> Operator.MULTIPLY;
            case "/", "./" -> Operator.DIVIDE;
            case "^", ".^" -> Operator.POWER;
            default -> throw new IllegalStateException(token.text());
        };
    }

    private static Comparison comparison(String sign) {
        return switch (sign) {
            case "<" -> Comparison.LESS;
            case "<=" -> Comparison.LESS_EQUAL;
            case ">" -> Comparison.GREATER;
            case ">=" -> Comparison.GREATER_EQUAL;
            case "==" -> Comparison.EQUAL;
            case "!=" -> Comparison.NOT_EQUAL;
            default -> throw new IllegalStateException(sign);
        };
    }

    private void requireFunction(Token name) {
        String word = name.text();
        if (scope.isKnown(word) || Reserved.CONSTANTS.containsKey(word)) {
            throw error("'" + word + "' is not a function; to multiply, write " + word + "*(", name);
        }
        if (!Reserved.isFunction(word)) {
            throw error("unknown function '" + word + "'" + Reserved.suggestFunction(word), name);
        }
    }

    private FormulaException wrongCount(String function, String takes, int given, int start, int end) {
        return error(function + " takes " + takes + ", " + given + " given", start, end);
    }

    private FormulaException missingOperator() {
        String product = previous.text() + "*" + token.text();
        return error("missing operator; write " + product, previous.start(), token.end());
    }

    private FormulaException missingOperand() {
        if (!token.is(Kind.END)) {
            return error("missing operand before '" + token.text() + "'", token);
        }
        return previous.is(Kind.OPEN)
                ? error("this '(' is not closed", previous)
                : error("missing operand after '" + previous.text() + "'", previous);
    }

    private FormulaException error(String problem, Token at) {
        return error(problem, at.start(), at.end());
    }

    private FormulaException error(String problem, int start, int end) {
        return new FormulaException(problem, text, start, end);
    }
}
