package dev.optimizer.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * Makes a whole number out of an expression that stands for one: a subscript, or the bound of a loop. Such expressions
 * are made of whole numbers, loop indices, and {@code + - * /} and {@code ^} as far as they stay whole.
 */
final class IndexReader {
    private static final int MAX_EXPONENT = 64;

    private final Source source;
    private final Scope scope;
    /** How the whole number is called in a message: {@code a subscript}. */
    private final String what;

    private final Deque<Subscript> stack = new ArrayDeque<>();

    private IndexReader(String what, Source source, Scope scope) {
        this.what = what;
        this.source = source;
        this.scope = scope;
    }

    /** Reads a subscript. */
    static Subscript subscript(Expression expression, Source source, Scope scope) {
        return new IndexReader("a subscript", source, scope).read(expression);
    }

    /** Reads a bound of a loop or of a slice, which is more than a number read from data. */
    static IndexPolynomial bound(Expression expression, Source source, Scope scope) {
        IndexReader reader = new IndexReader("a bound", source, scope);
        return reader.polynomial(reader.read(expression), expression);
    }

    /** The whole number that an expression outside all loops stands for, if it does. */
    static OptionalLong constant(Expression expression, Source source, Scope scope) {
        try {
            return OptionalLong.of(bound(expression, source, scope).constantTerm());
        } catch (FormulaException e) {
            return OptionalLong.empty();
        }
    }

    private Subscript read(Expression expression) {
        if (!expression.shape().isScalar()) {
            throw notWhole("this is " + expression.shape().inWords(), expression);
        }
        for (Expression node : Expression.postOrder(expression)) {
            try {
                push(node);
            } catch (ArithmeticException e) {
                throw source.error("this whole number is too large", node);
            }
        }
        return stack.pop();
    }

    private void push(Expression node) {
        if (node instanceof Expression.Number number) {
            stack.push(whole(number.value(), "this is " + written(number), node));
        } else if (node instanceof Expression.LoopIndex index) {
            stack.push(IndexPolynomial.index(index.level()));
        } else if (node instanceof Expression.Reference let) {
            stack.push(let(let));
        } else if (node instanceof Expression.DataReference data) {
            stack.push(data(data));
        } else if (node instanceof Expression.Negation negation) {
            IndexPolynomial operand = polynomial(stack.pop(), negation.operand());
            stack.push(operand.times(IndexPolynomial.constant(-1)));
        } else if (node instanceof Expression.Binary binary) {
            IndexPolynomial right = polynomial(stack.pop(), binary.right());
            stack.push(binary(binary, polynomial(stack.pop(), binary.left()), right));
        } else if (node instanceof Expression.Selection selection) {
            // What stands for the table itself on the stack is not used.
            stack.pop();
            stack.push(lookup(selection));
        } else {
            throw unsuitable(node);
        }
    }

    /** A number as the user wrote it; a constant by its value. */
    private String written(Expression.Number number) {
        String text = source.text().substring(number.start(), number.end());
        return Character.isLetter(text.charAt(0)) ? Double.toString(number.value()) : text;
    }

    private IndexPolynomial let(Expression.Reference let) {
        return IndexPolynomial.constant(scope.integer(let)
                .orElseThrow(() -> notWhole("the let '" + let.name() + "' is no such constant", let)));
    }

    private IndexPolynomial data(Expression.DataReference node) {
        Data data = node.data();
        if (data.shape().isScalar()) {
            return whole(data.values()[0], "'" + node.name() + "' is " + data.values()[0], node);
        }
        // A table: the selection around it will take an entry, or else the shape would not be a scalar.
        return IndexPolynomial.constant(0);
    }

    private Lookup lookup(Expression.Selection node) {
        if (!(node.array() instanceof Expression.DataReference table)) {
            throw unsuitable(node);
        }
        if (scope.wholeRange(table.data()).isEmpty()) {
            throw notWhole("not all numbers of '" + table.name() + "' are", node);
        }
        return new Lookup(table.data(), node.rows().from(), node.columns().from());
    }

    private IndexPolynomial polynomial(Subscript subscript, Expression node) {
        if (subscript instanceof IndexPolynomial polynomial) {
            return polynomial;
        }
        throw source.error("a number that is read from data can only be a subscript, without arithmetic", node);
    }

    private IndexPolynomial binary(Expression.Binary node, IndexPolynomial left, IndexPolynomial right) {
        return switch (node.operator()) {
            case ADD -> left.plus(right);
            case SUBTRACT -> left.minus(right);
            case MULTIPLY -> left.times(right);
            case DIVIDE -> quotient(node, left, right);
            case POWER -> power(node, left, right);
            case MATRIX_MULTIPLY -> throw unsuitable(node);
        };
    }

    private IndexPolynomial quotient(Expression.Binary node, IndexPolynomial left, IndexPolynomial right) {
        long divisor = right.constantTerm();
        if (!right.isConstant() || divisor == 0) {
            throw source.error(what + " can be divided only by a constant other than 0", node.right());
        }
        if (!left.isDivisibleBy(divisor)) {
            throw notWhole("this quotient is not always one", node);
        }
        return left.dividedBy(divisor);
    }

    private IndexPolynomial power(Expression.Binary node, IndexPolynomial left, IndexPolynomial right) {
        long exponent = right.constantTerm();
        if (!right.isConstant() || exponent < 0 || exponent > MAX_EXPONENT) {
            throw source.error(
                    "in " + what + " an exponent must be a constant from 0 to " + MAX_EXPONENT, node.right());
        }
        IndexPolynomial power = IndexPolynomial.constant(1);
        for (int i = 0; i < exponent; i++) {
            power = power.times(left);
        }
        return power;
    }

    private IndexPolynomial whole(double value, String otherwise, Expression node) {
        if (!Interval.isWhole(value)) {
            throw value == Math.rint(value) ? new ArithmeticException() : notWhole(otherwise, node);
        }
        return IndexPolynomial.constant((long) value);
    }

    private FormulaException notWhole(String but, Expression node) {
        return source.error(what + " must be a whole number, but " + but, node);
    }

    private FormulaException unsuitable(Expression node) {
        if (node instanceof Expression.Variable variable) {
            String name = variable.name();
            String remedy = scope.isUndeclared(name) ? "; give '" + name + "' a value as a let or as data" : "";
            return source.error(what + " cannot depend on the variable '" + name + "'" + remedy, node);
        }
        return source.error(what + " must be made of whole numbers, loop indices, and + - * /", node);
    }
}
