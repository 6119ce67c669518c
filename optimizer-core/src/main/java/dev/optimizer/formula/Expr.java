package dev.optimizer.formula;

import dev.optimizer.formula.ExprNode.Index;
import dev.optimizer.formula.ExprNode.Literal;
import dev.optimizer.formula.ExprNode.Named;
import dev.optimizer.formula.ExprNode.Operation;
import dev.optimizer.formula.ExprNode.Slot;
import dev.optimizer.formula.Expression.LoopKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A formula written in Java instead of text. {@link Functions} has its functions and loops:
 *
 * <pre>{@code
 * Expr x = Expr.variable("x", 3);
 * Expr a = Expr.data("A", Data.matrix(2, 3, 1, 2, 3, 4, 5, 6));
 * Expr b = Expr.data("b", Data.vector(1, 1));
 * Formula f = norm2(a.times(x).minus(b)).squared().formula();   // norm2(A*x - b)^2
 * Expr steps = sum(1, 2, i -> x.at(i.plus(1)).minus(x.at(i)).squared());
 * }</pre>
 *
 * <p>It is the same language, with the same meaning: the text that {@link #toString} gives is the formula. Each operation
 * is checked as soon as it is written, by the checks of the text; what does not fit is a {@link FormulaException} that
 * shows the text with a caret. Only what is a matter of the whole waits for {@link #formula}: a name with two meanings, and
 * how often loops inside each other run.
 *
 * <p>Immutable. Expressions may be used again and again: in the formula, what is used more than once is a let and computed
 * once. What depends on the index of a loop is repeated where it is used.
 */
public final class Expr {
    /** Operations that are worth a name in a message; less is quicker read than looked up. */
    private static final int PICTURE = 20;

    private final ExprNode node;
    private final Shape shape;
    private final Set<Expr> free;

    /** Unchecked. */
    Expr(ExprNode node, Shape shape) {
        this.node = node;
        this.shape = shape;
        this.free = free(node);
    }

    /** A variable: without sizes a scalar, with one a vector, with two a matrix (rows, columns). Equal names are one variable. */
    public static Expr variable(String name, long... sizes) {
        Shape shape = Shape.of(name, sizes);
        Formula.builder().variable(name, shape);
        return new Expr(new Named(name, null), shape);
    }

    /** Known numbers by a name, not copied. A name in two parts, {@code obs.t}, is the column of a table. */
    public static Expr data(String name, Data values) {
        Formula.builder().data(name, values);
        return new Expr(new Named(name, values), values.shape());
    }

    /** @throws IllegalArgumentException if the value is not finite */
    public static Expr number(double value) {
        return new Expr(Writing.number(value), Shape.scalar());
    }

    /** What the value is: a scalar, a vector or a matrix. */
    public Shape shape() {
        return shape;
    }

    /** {@code a + b}: of equal shapes, or a scalar with anything. */
    public Expr plus(Expr other) {
        return binary("+", other);
    }

    public Expr plus(double other) {
        return plus(number(other));
    }

    /** {@code a - b}: of equal shapes, or a scalar with anything. */
    public Expr minus(Expr other) {
        return binary("-", other);
    }

    public Expr minus(double other) {
        return minus(number(other));
    }

    /** {@code a*b}: the product of linear algebra, or a scalar times anything. */
    public Expr times(Expr other) {
        return binary("*", other);
    }

    public Expr times(double other) {
        return times(number(other));
    }

    /** {@code a/b}: by a scalar, or a scalar by anything. */
    public Expr dividedBy(Expr other) {
        return binary("/", other);
    }

    public Expr dividedBy(double other) {
        return dividedBy(number(other));
    }

    /** {@code a^b} of scalars. */
    public Expr power(Expr exponent) {
        return binary("^", exponent);
    }

    public Expr power(double exponent) {
        return power(number(exponent));
    }

    /** {@code a^2} of a scalar. */
    public Expr squared() {
        return power(2);
    }

    /** {@code a.*b}: entry by entry, of equal shapes, or a scalar with anything. */
    public Expr timesEach(Expr other) {
        return binary(".*", other);
    }

    /** {@code a./b}: likewise. */
    public Expr dividedByEach(Expr other) {
        return binary("./", other);
    }

    /** {@code a.^b}: likewise. */
    public Expr powerEach(Expr exponent) {
        return binary(".^", exponent);
    }

    public Expr powerEach(double exponent) {
        return powerEach(number(exponent));
    }

    /** {@code -a}. */
    public Expr negated() {
        return checked(Writing.negation(this));
    }

    /** {@code a'}. */
    public Expr transposed() {
        return checked(Writing.transpose(this));
    }

    /** {@code x[i]}: an entry of a vector, counted from 1. */
    public Expr at(Expr i) {
        return entries("[", "", "]", i);
    }

    public Expr at(long i) {
        return at(number(i));
    }

    /** {@code A[i, j]}: an entry of a matrix. */
    public Expr at(Expr i, Expr j) {
        return entries("[", ", ", "]", i, j);
    }

    public Expr at(long i, long j) {
        return at(number(i), number(j));
    }

    /** {@code x[from:to]}: neighbouring entries of a vector, the last one included. */
    public Expr slice(Expr from, Expr to) {
        return entries("[", ":", "]", from, to);
    }

    public Expr slice(long from, long to) {
        return slice(number(from), number(to));
    }

    /** {@code A[i, :]}: one row, as a vector. */
    public Expr row(Expr i) {
        return entries("[", "", ", :]", i);
    }

    public Expr row(long i) {
        return row(number(i));
    }

    /** {@code A[from:to, :]}: neighbouring rows, as a matrix. */
    public Expr rows(Expr from, Expr to) {
        return entries("[", ":", ", :]", from, to);
    }

    public Expr rows(long from, long to) {
        return rows(number(from), number(to));
    }

    /** {@code A[:, j]}: one column, as a vector. */
    public Expr column(Expr j) {
        return entries("[:, ", "", "]", j);
    }

    public Expr column(long j) {
        return column(number(j));
    }

    /** {@code A[:, from:to]}: neighbouring columns, as a matrix. */
    public Expr columns(Expr from, Expr to) {
        return entries("[:, ", ":", "]", from, to);
    }

    public Expr columns(long from, long to) {
        return columns(number(from), number(to));
    }

    private Expr binary(String sign, Expr other) {
        return checked(Writing.binary(sign, this, other));
    }

    private Expr entries(String open, String between, String close, Expr... subscripts) {
        return checked(Writing.entries(this, open, between, close, subscripts));
    }

    static Expr loop(LoopKind kind, Expr from, Expr to, UnaryOperator<Expr> body) {
        Expr index = new Expr(new Index(from, to), Shape.scalar());
        // The range first: the body may rely on it.
        checked(Writing.loop(kind, index, from, to, new Expr(new Literal("...", Precedence.OPERAND), Shape.scalar())));
        return checked(Writing.loop(kind, index, from, to, body.apply(index)));
    }

    /**
     * Has the operation read with names of the right shapes in place of its operands: that takes as long whatever they are
     * made of. Only for a complaint, all is read as it is, for its place in the whole.
     */
    static Expr checked(Operation operation) {
        Expr outline = new Expr(operation.outline(), Shape.scalar());
        try {
            Shape shape = new ExprText(outline, 1).formula().shape();
            return new Expr(operation, shape);
        } catch (FormulaException e) {
            new ExprText(new Expr(operation, Shape.scalar()), PICTURE).formula();
            throw e;
        }
    }

    /**
     * The formula, with what is used more than once as lets.
     *
     * @param first variables that stand before all others, in this order, whether used or not; the others stand in the
     *     order of their first occurrence
     * @throws FormulaException if a name has two meanings, or the formula is too large for the language
     * @throws IllegalArgumentException if the index of a loop is used outside it
     */
    public Formula formula(Expr... first) {
        if (!free.isEmpty()) {
            throw new IllegalArgumentException("the index of a loop is used outside it: " + this);
        }
        for (Expr variable : first) {
            if (!(variable.node instanceof Named named) || named.data() != null) {
                throw new IllegalArgumentException("not a variable: " + variable);
            }
        }
        return new ExprText(this, 1, first).formula();
    }

    /** The text of the formula; parts that are large and occur more than once are called t1, t2, … */
    @Override
    public String toString() {
        return new ExprText(this, PICTURE).toString();
    }

    ExprNode node() {
        return node;
    }

    /** The indices of loops that are used here and have no meaning yet, each after those that its range depends on. */
    Set<Expr> free() {
        return free;
    }

    List<Slot> slots() {
        return node instanceof Operation operation ? operation.slots() : List.of();
    }

    Precedence precedence() {
        if (node instanceof Operation operation) {
            return operation.precedence();
        }
        return node instanceof Literal literal ? literal.precedence() : Precedence.OPERAND;
    }

    private Set<Expr> free(ExprNode of) {
        List<Expr> used = new ArrayList<>();
        if (of instanceof Index range) {
            used.addAll(range.from().free);
            used.addAll(range.to().free);
            used.add(this);
        } else if (of instanceof Operation operation) {
            operation.slots().forEach(slot -> used.addAll(slot.operand().free));
            used.removeIf(index -> index == operation.binds());
        }
        return used.isEmpty() ? Set.of() : new LinkedHashSet<>(used);
    }
}
