package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Comparison;
import dev.optimizer.formula.Expression.Operator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What stands between two brackets while it is being read, or the whole text: the arguments that are complete, and the
 * operands and operators of the one that is not.
 */
final class Group {
    /** The name before the bracket and the bracket; no name means bare brackets, no bracket the whole text. */
    private final Token name;

    private final Token open;
    private final List<Expression> arguments = new ArrayList<>();
    private final Deque<Operand> operands = new ArrayDeque<>();
    private final Deque<Waiting> operators = new ArrayDeque<>();
    private Comparison comparison;

    Group(Token name, Token open) {
        this.name = name;
        this.open = open;
    }

    /** An operand with the brackets around it, which belong to the place of an operation though not to its tree. */
    private record Operand(Expression expression, int start, int end) {}

    /** An operator that waits for its right operand; without {@code operator} a sign, which has no left one. */
    private record Waiting(Operator operator, Token sign, Precedence precedence) {}

    Token open() {
        return open;
    }

    Token name() {
        return name;
    }

    boolean isWholeText() {
        return open == null;
    }

    boolean isCall() {
        return name != null;
    }

    boolean isConditional() {
        return isCall() && name.text().equals(Reserved.CONDITIONAL);
    }

    boolean isEmpty() {
        return arguments.isEmpty() && operands.isEmpty() && operators.isEmpty();
    }

    List<Expression> arguments() {
        return arguments;
    }

    Comparison comparison() {
        return comparison;
    }

    void compare(Comparison sign) {
        comparison = sign;
    }

    void operand(Expression expression, int start, int end) {
        operands.push(new Operand(expression, start, end));
    }

    void sign(Token sign) {
        operators.push(new Waiting(null, sign, Precedence.SIGN));
    }

    /** Adds an operator after applying those that bind the operand before it more tightly. */
    void operator(Operator operator, Token sign) {
        Precedence precedence = Precedence.of(operator);
        while (!operators.isEmpty() && operators.peek().precedence().claims(precedence)) {
            apply(operators.pop());
        }
        operators.push(new Waiting(operator, sign, precedence));
    }

    /** Applies all operators that wait: the argument is complete. */
    Expression complete() {
        while (!operators.isEmpty()) {
            apply(operators.pop());
        }
        Expression argument = operands.pop().expression();
        arguments.add(argument);
        return argument;
    }

    /** How many operators wait: signs and powers pile up as brackets do. */
    int waiting() {
        return operators.size();
    }

    private void apply(Waiting waiting) {
        Operand right = operands.pop();
        if (waiting.operator() == null) {
            int start = waiting.sign().start();
            Expression operand = right.expression();
            boolean minus = waiting.sign().text().equals("-");
            Expression signed = minus ? new Expression.Negation(operand, start, right.end()) : operand;
            operands.push(new Operand(signed, start, right.end()));
            return;
        }
        Operand left = operands.pop();
        int start = left.start();
        int end = right.end();
        Expression both = new Expression.Binary(
                waiting.operator(), left.expression(), right.expression(), Shape.scalar(), start, end);
        operands.push(new Operand(both, start, end));
    }
}
