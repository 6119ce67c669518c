package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Comparison;
import dev.optimizer.formula.Expression.Operator;
import dev.optimizer.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the tree by top-down operator precedence (V. Pratt, "Top down operator precedence", 1973).
 *
 * <p>From loose to tight: {@code + -}, then {@code * /}, unary minus, {@code ^} (to the right), postfix {@code '}.
 * So {@code -x^2} is {@code -(x^2)} and {@code 2^-3} needs no brackets.
 */
final class Parser {
    /**
     * Brackets, signs and exponents inside each other. Each level is a few frames of the Java stack, which overflows
     * at some 5,000 levels on the default stack of a thread (1 MB).
     */
    static final int MAX_NESTING = 1_000;

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;

    private final String text;
    private final Lexer lexer;
    private final Scope scope;
    private Token previous;
    private Token token;
    private int nesting;

    private Parser(String text, Scope scope) {
        this.text = text;
        this.lexer = new Lexer(text);
        this.scope = scope;
        this.token = lexer.next();
    }

    /** Reads one whole text; names it does not know become variables of the scope, or errors if that is closed. */
    static Expression parse(String text, Scope scope) {
        Parser parser = new Parser(text, scope);
        if (parser.token.is(Kind.END)) {
            throw parser.error("the formula is empty", parser.token);
        }
        Expression expression = parser.expression(SUM);
        if (!parser.token.is(Kind.END)) {
            throw parser.unexpected();
        }
        return expression;
    }

    /** An operand and all operators after it that bind at least as tightly as {@code loosest}. */
    private Expression expression(int loosest) {
        Expression left = operand();
        while (token.is(Kind.OPERATOR) && precedence(operator()) >= loosest) {
            Operator operator = operator();
            Token sign = advance();
            // A chain of powers nests to the right; the others stay flat here, however long the sum.
            Expression right = operator == Operator.POWER ? nested(POWER, sign) : expression(precedence(operator) + 1);
            left = new Expression.Binary(operator, left, right, left.start(), right.end());
        }
        if (token.beginsOperand()) {
            String product = previous.text() + "*" + token.text();
            throw error("missing operator; write " + product, previous.start(), token.end());
        }
        return left;
    }

    private Expression operand() {
        return switch (token.kind()) {
            case NUMBER -> transposed(number(advance()));
            case NAME -> transposed(name(advance()));
            case OPEN -> transposed(bracket(advance()));
            case OPERATOR -> sign();
            default -> throw missingOperand();
        };
    }

    /** Skips a postfix {@code '}: a scalar is its own transpose. */
    private Expression transposed(Expression operand) {
        while (token.is(Kind.TRANSPOSE)) {
            advance();
        }
        return operand;
    }

    private Expression number(Token number) {
        double value = Double.parseDouble(number.text());
        if (Double.isInfinite(value)) {
            throw error("number " + number.text() + " is too large; the largest is about 1.8e308", number);
        }
        return new Expression.Number(value, number.start(), number.end());
    }

    private Expression bracket(Token open) {
        Expression inside = nested(SUM, open);
        close(open);
        return inside;
    }

    private Expression sign() {
        if (!token.text().equals("-") && !token.text().equals("+")) {
            throw missingOperand();
        }
        Token sign = advance();
        Expression operand = nested(SIGN, sign);
        return sign.text().equals("-") ? new Expression.Negation(operand, sign.start(), operand.end()) : operand;
    }

    private Expression name(Token name) {
        String word = name.text();
        if (Reserved.VECTOR_FUNCTIONS.contains(word)) {
            throw error("'" + word + "' " + Reserved.NEEDS_VECTOR, name);
        }
        if (token.is(Kind.OPEN)) {
            return word.equals(Reserved.CONDITIONAL) ? conditional(name) : call(name);
        }
        if (Reserved.isFunction(word)) {
            String arguments = word.equals(Reserved.CONDITIONAL) ? "if(condition, a, b)" : word + "(...)";
            throw error("'" + word + "' is a function; write " + arguments, name);
        }
        return scope.resolve(name).orElseThrow(() -> error(scope.unknown(word), name));
    }

    private Expression call(Token name) {
        Function function = Function.named(name.text()).orElseThrow(() -> notAFunction(name));
        Token open = advance();
        List<Expression> arguments = arguments(open);
        requireCount(function.takes(arguments.size()), function.text(), function.arity(), arguments.size(), name);
        return new Expression.Call(function, arguments, name.start(), previous.end());
    }

    private List<Expression> arguments(Token open) {
        List<Expression> arguments = new ArrayList<>();
        if (!token.is(Kind.CLOSE)) {
            arguments.add(nested(SUM, open));
            while (token.is(Kind.COMMA)) {
                advance();
                arguments.add(nested(SUM, open));
            }
        }
        close(open);
        return arguments;
    }

    private Expression conditional(Token name) {
        Token open = advance();
        if (token.is(Kind.CLOSE)) {
            requireCount(false, "if", "3 arguments", 0, name);
        }
        Expression left = nested(SUM, open);
        if (!token.is(Kind.COMPARISON)) {
            throw error("the condition of if must be a comparison, such as x > 0", left.start(), left.end());
        }
        Comparison comparison = comparison(advance().text());
        Expression right = nested(SUM, open);
        if (token.is(Kind.COMPARISON)) {
            throw error("comparisons cannot be chained; put one if inside the other", token);
        }
        List<Expression> branches = branches(open);
        requireCount(branches.size() == 2, "if", "3 arguments", branches.size() + 1, name);
        return new Expression.Conditional(
                comparison, left, right, branches.get(0), branches.get(1), name.start(), previous.end());
    }

    private List<Expression> branches(Token open) {
        if (!token.is(Kind.COMMA)) {
            close(open);
            return List.of();
        }
        advance();
        return arguments(open);
    }

    /** Reads one level deeper. */
    private Expression nested(int loosest, Token at) {
        if (++nesting > MAX_NESTING) {
            throw error("the formula is nested deeper than 1,000 levels; name its parts with let", at);
        }
        Expression inside = expression(loosest);
        nesting--;
        return inside;
    }

    private void close(Token open) {
        if (token.is(Kind.END)) {
            throw error("this '(' is not closed", open);
        }
        if (!token.is(Kind.CLOSE)) {
            throw unexpected();
        }
        advance();
    }

    private Token advance() {
        previous = token;
        token = lexer.next();
        return previous;
    }

    /** The current operator. Between scalars, element by element is the same as the whole. */
    private Operator operator() {
        return switch (token.text()) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*", ".*" -> Operator.MULTIPLY;
            case "/", "./" -> Operator.DIVIDE;
            case "^", ".^" -> Operator.POWER;
            default -> throw new IllegalStateException(token.text());
        };
    }

    private static int precedence(Operator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> SUM;
            case MULTIPLY, DIVIDE -> PRODUCT;
            case POWER -> POWER;
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

    private void requireCount(boolean right, String function, String takes, int given, Token name) {
        if (!right) {
            throw error(function + " takes " + takes + ", " + given + " given", name.start(), previous.end());
        }
    }

    private FormulaException notAFunction(Token name) {
        String word = name.text();
        if (scope.isKnown(word) || Reserved.CONSTANTS.containsKey(word)) {
            return error("'" + word + "' is not a function; to multiply, write " + word + "*(", name);
        }
        return error("unknown function '" + word + "'" + Reserved.suggestFunction(word), name);
    }

    private FormulaException missingOperand() {
        if (token.is(Kind.END)) {
            return previous.is(Kind.OPEN)
                    ? error("this '(' is not closed", previous)
                    : error("missing operand after '" + previous.text() + "'", previous);
        }
        return error("missing operand before '" + token.text() + "'", token);
    }

    /** The complaint about a token that can neither continue nor end what stands before it. */
    private FormulaException unexpected() {
        return switch (token.kind()) {
            case CLOSE -> error("this ')' has no '(' before it", token);
            case COMMA -> error("a comma can stand only between arguments; decimals are written 1.5", token);
            case COMPARISON -> error("a comparison can stand only as the condition of if(condition, a, b)", token);
            default -> error("unexpected '" + token.text() + "'", token);
        };
    }

    private FormulaException error(String problem, Token at) {
        return error(problem, at.start(), at.end());
    }

    private FormulaException error(String problem, int start, int end) {
        return new FormulaException(problem, text, start, end);
    }
}
