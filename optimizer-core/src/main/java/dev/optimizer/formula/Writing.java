package dev.optimizer.formula;

import dev.optimizer.formula.ExprNode.Literal;
import dev.optimizer.formula.ExprNode.Operation;
import dev.optimizer.formula.ExprNode.Slot;
import dev.optimizer.formula.Expression.LoopKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How each operation is written as text. */
final class Writing {
    private Writing() {}

    /** A number that reads back as the same double. */
    static Literal number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number in a formula must be finite: " + value);
        }
        double size = Math.abs(value);
        String digits = size == Math.rint(size) && size < 1e15 ? Long.toString((long) size) : Double.toString(size);
        // The sign of zero is kept.
        return Math.copySign(1, value) < 0
                ? new Literal("-" + digits, Precedence.SIGN)
                : new Literal(digits, Precedence.OPERAND);
    }

    static Operation negation(Expr operand) {
        return operation(List.of(value("-", operand, Precedence.POWER)), "", Precedence.SIGN);
    }

    static Operation transpose(Expr operand) {
        return operation(List.of(value("", operand, Precedence.OPERAND)), "'", Precedence.OPERAND);
    }

    static Operation binary(String sign, Expr left, Expr right) {
        Precedence own = Precedence.of(new Token(Token.Kind.OPERATOR, sign, 0, sign.length()));
        boolean sum = own == Precedence.SUM;
        // Powers are read from the right, all others from the left.
        Precedence ofLeft = own == Precedence.POWER ? Precedence.OPERAND : own;
        Precedence ofRight = sum ? Precedence.PRODUCT : Precedence.POWER;
        String between = sum ? " " + sign + " " : sign;
        return operation(List.of(value("", left, ofLeft), value(between, right, ofRight)), "", own);
    }

    /** A function, or with square brackets an array. */
    static Operation call(String open, String close, Expr... arguments) {
        List<Slot> slots = new ArrayList<>();
        for (Expr argument : arguments) {
            slots.add(value(slots.isEmpty() ? open : ", ", argument, Precedence.SUM));
        }
        return operation(slots, slots.isEmpty() ? open + close : close, Precedence.OPERAND);
    }

    static Operation conditional(Expr left, String comparison, Expr right, Expr then, Expr otherwise) {
        List<Slot> slots = List.of(
                value("if(", left, Precedence.SUM),
                value(" " + comparison + " ", right, Precedence.SUM),
                value(", ", then, Precedence.SUM),
                value(", ", otherwise, Precedence.SUM));
        return operation(slots, ")", Precedence.OPERAND);
    }

    /**
     * Entries of an array.
     *
     * @param open what stands before the first subscript: {@code [}, or {@code [:,} for a column
     * @param between what stands between two subscripts
     * @param close what stands after the last: {@code ]}, or {@code , :]} for a row
     */
    static Operation entries(Expr array, String open, String between, String close, Expr... subscripts) {
        List<Slot> slots = new ArrayList<>();
        slots.add(value("", array, Precedence.OPERAND));
        for (Expr subscript : subscripts) {
            slots.add(whole(slots.size() == 1 ? open : between, subscript));
        }
        return operation(slots, close, Precedence.OPERAND);
    }

    static Operation loop(LoopKind kind, Expr index, Expr from, Expr to, Expr body) {
        List<Slot> slots = List.of(
                whole(kind.text() + "(", index),
                whole(" in ", from),
                whole("..", to),
                value(", ", body, Precedence.SUM));
        return new Operation(slots, ")", Precedence.OPERAND, index);
    }

    private static Slot value(String before, Expr operand, Precedence loosest) {
        return new Slot(before, operand, loosest, false);
    }

    private static Slot whole(String before, Expr operand) {
        return new Slot(before, operand, Precedence.SUM, true);
    }

    private static Operation operation(List<Slot> slots, String after, Precedence precedence) {
        return new Operation(Collections.unmodifiableList(slots), after, precedence, null);
    }
}
