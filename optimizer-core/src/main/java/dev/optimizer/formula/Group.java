package dev.optimizer.formula;

import java.util.ArrayDeque;
import java.util.Deque;

/** The part of a bracket that is being read: the operands so far, and the operators that wait for their right one. */
final class Group {
    private final Source source;
    private final Bracket bracket;
    private final Deque<Operand> operands = new ArrayDeque<>();
    private final Deque<Waiting> operators = new ArrayDeque<>();

    Group(Source source, Bracket bracket) {
        this.source = source;
        this.bracket = bracket;
    }

    /** An operand with the brackets around it, which belong to the place of an operation though not to its tree. */
    record Operand(Expression expression, int start, int end) {}

    /** An operator that waits for its right operand; a sign of precedence SIGN has no left one. */
    private record Waiting(Token sign, Precedence precedence) {}

    Bracket bracket() {
        return bracket;
    }

    boolean isEmpty() {
        return operands.isEmpty() && operators.isEmpty();
    }

    void operand(Expression expression, int start, int end) {
        operands.push(new Operand(expression, start, end));
    }

    /** Takes back the last operand, for what binds it more tightly than any operator: a transpose or subscripts. */
    Operand takeOperand() {
        return operands.pop();
    }

    void sign(Token sign) {
        operators.push(new Waiting(sign, Precedence.SIGN));
    }

    /** Adds an operator after applying those that bind the operand before it more tightly. */
    void operator(Token sign) {
        Precedence precedence = Precedence.of(sign);
        while (!operators.isEmpty() && operators.peek().precedence().claims(precedence)) {
            apply(operators.pop());
        }
        operators.push(new Waiting(sign, precedence));
    }

    /** Applies all operators that wait and takes the result: the part is complete. */
    Expression complete() {
        while (!operators.isEmpty()) {
            apply(operators.pop());
        }
        return operands.pop().expression();
    }

    /** How many operators wait: signs and powers pile up as brackets do. */
    int waiting() {
        return operators.size();
    }

    private void apply(Waiting waiting) {
        Operand right = operands.pop();
        Token sign = waiting.sign();
        if (waiting.precedence() == Precedence.SIGN) {
            int start = sign.start();
            Expression operand = right.expression();
            boolean minus = sign.text().equals("-");
            operand(minus ? new Expression.Negation(operand, start, right.end()) : operand, start, right.end());
            return;
        }
        Operand left = operands.pop();
        binary(sign, left, right);
    }

    private void binary(Token sign, Operand left, Operand right) {
        Expression a = left.expression();
        Expression b = right.expression();
        BinaryShape rule = new BinaryShape(sign, a.shape(), b.shape(), source);
        Shape shape = rule.check();
        source.requireSize(shape, sign.start(), sign.end());
        int start = left.start();
        int end = right.end();
        operand(new Expression.Binary(rule.operator(), a, b, shape, start, end), start, end);
    }
}
