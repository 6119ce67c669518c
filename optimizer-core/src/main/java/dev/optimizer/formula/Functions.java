package dev.optimizer.formula;

import dev.optimizer.formula.Expression.Comparison;
import dev.optimizer.formula.Expression.LoopKind;
import java.util.function.UnaryOperator;

/**
 * The functions and loops of formulas, for {@link Expr}. Meant for a static import: {@code norm2(a.times(x).minus(b))}.
 *
 * <p>Each is the function of {@link Function} that has its name, which says what it does at the edges of its domain.
 * Arguments that do not fit are refused with a {@link FormulaException}, as they are in a text.
 */
public final class Functions {
    private Functions() {}

    /**
     * {@code if(left > right, then, otherwise)} or another comparison: of scalars, with two results of one shape. The result
     * that is not taken has no say in the derivative.
     */
    public static Expr conditional(Expr left, Comparison comparison, Expr right, Expr then, Expr otherwise) {
        return Expr.checked(Writing.conditional(left, comparison.text(), right, then, otherwise));
    }

    /** {@code [a, b, c]}: a vector of scalars, or a matrix of vectors, which are its rows. */
    public static Expr array(Expr... entries) {
        return Expr.checked(Writing.call("[", "]", entries));
    }

    /** {@code sum(i in from..to, body)}: the body is a scalar, given the index. */
    public static Expr sum(Expr from, Expr to, UnaryOperator<Expr> body) {
        return Expr.loop(LoopKind.SUM, from, to, body);
    }

    public static Expr sum(long from, long to, UnaryOperator<Expr> body) {
        return sum(Expr.number(from), Expr.number(to), body);
    }

    /** {@code prod(i in from..to, body)}: likewise. */
    public static Expr prod(Expr from, Expr to, UnaryOperator<Expr> body) {
        return Expr.loop(LoopKind.PROD, from, to, body);
    }

    public static Expr prod(long from, long to, UnaryOperator<Expr> body) {
        return prod(Expr.number(from), Expr.number(to), body);
    }

    /** {@code vector(i in from..to, body)}: likewise, of a length that depends on no index. */
    public static Expr vector(Expr from, Expr to, UnaryOperator<Expr> body) {
        return Expr.loop(LoopKind.VECTOR, from, to, body);
    }

    public static Expr vector(long from, long to, UnaryOperator<Expr> body) {
        return vector(Expr.number(from), Expr.number(to), body);
    }

    private static Expr call(Function function, Expr... arguments) {
        return Expr.checked(Writing.call(function.text() + "(", ")", arguments));
    }

    public static Expr exp(Expr a) {
        return call(Function.EXP, a);
    }

    public static Expr log(Expr a) {
        return call(Function.LOG, a);
    }

    public static Expr log1p(Expr a) {
        return call(Function.LOG1P, a);
    }

    public static Expr expm1(Expr a) {
        return call(Function.EXPM1, a);
    }

    public static Expr sqrt(Expr a) {
        return call(Function.SQRT, a);
    }

    public static Expr sin(Expr a) {
        return call(Function.SIN, a);
    }

    public static Expr cos(Expr a) {
        return call(Function.COS, a);
    }

    public static Expr tan(Expr a) {
        return call(Function.TAN, a);
    }

    public static Expr asin(Expr a) {
        return call(Function.ASIN, a);
    }

    public static Expr acos(Expr a) {
        return call(Function.ACOS, a);
    }

    public static Expr atan(Expr a) {
        return call(Function.ATAN, a);
    }

    public static Expr sinh(Expr a) {
        return call(Function.SINH, a);
    }

    public static Expr cosh(Expr a) {
        return call(Function.COSH, a);
    }

    public static Expr tanh(Expr a) {
        return call(Function.TANH, a);
    }

    public static Expr sigmoid(Expr a) {
        return call(Function.SIGMOID, a);
    }

    public static Expr softplus(Expr a) {
        return call(Function.SOFTPLUS, a);
    }

    public static Expr abs(Expr a) {
        return call(Function.ABS, a);
    }

    public static Expr pow(Expr base, Expr exponent) {
        return call(Function.POW, base, exponent);
    }

    public static Expr max(Expr... arguments) {
        return call(Function.MAX, arguments);
    }

    public static Expr min(Expr... arguments) {
        return call(Function.MIN, arguments);
    }

    public static Expr dot(Expr u, Expr v) {
        return call(Function.DOT, u, v);
    }

    public static Expr sum(Expr array) {
        return call(Function.SUM, array);
    }

    public static Expr prod(Expr array) {
        return call(Function.PROD, array);
    }

    public static Expr norm1(Expr array) {
        return call(Function.NORM1, array);
    }

    public static Expr norm2(Expr array) {
        return call(Function.NORM2, array);
    }

    public static Expr trace(Expr array) {
        return call(Function.TRACE, array);
    }

    public static Expr logdet(Expr array) {
        return call(Function.LOGDET, array);
    }

    public static Expr inv(Expr array) {
        return call(Function.INV, array);
    }

    public static Expr logsumexp(Expr array) {
        return call(Function.LOGSUMEXP, array);
    }

    public static Expr softmax(Expr array) {
        return call(Function.SOFTMAX, array);
    }

    public static Expr length(Expr array) {
        return call(Function.LENGTH, array);
    }

    public static Expr rows(Expr array) {
        return call(Function.ROWS, array);
    }

    public static Expr columns(Expr array) {
        return call(Function.COLUMNS, array);
    }
}
