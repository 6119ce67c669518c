package dev.optimizer.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * A formula as a tree. Each node knows the characters it came from: {@code start} inclusive, {@code end} exclusive, in
 * the text that it was parsed from (a {@code let} has its own).
 *
 * <p>A sum of 100,000 terms is a tree 100,000 deep on its left side. Walk a tree with {@link #postOrder}, not by
 * recursion; {@code equals}, {@code hashCode} and {@code toString} of these records recurse and are meant for small trees.
 */
public sealed interface Expression {
    int start();

    int end();

    /** What the value of this node is: a scalar, a vector, a row or a matrix. */
    Shape shape();

    /** The operands, from left to right. */
    List<Expression> operands();

    /**
     * All nodes of a tree, operands before the operation that uses them and from left to right: the order in which a
     * stack machine evaluates it. Without recursion.
     */
    static List<Expression> postOrder(Expression root) {
        List<Expression> nodes = new ArrayList<>();
        Deque<Expression> pending = new ArrayDeque<>();
        pending.push(root);
        // Taking each node before its operands, and those from right to left, gives the wanted order backwards.
        while (!pending.isEmpty()) {
            Expression node = pending.pop();
            nodes.add(node);
            node.operands().forEach(pending::push);
        }
        Collections.reverse(nodes);
        return nodes;
    }

    /** A number, a constant such as {@code pi}, or a size such as {@code length(v)}: finite, not negative. */
    record Number(double value, int start, int end) implements Expression {
        @Override
        public Shape shape() {
            return Shape.scalar();
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** A variable; {@code index} is its position in {@link Formula#variables()}. */
    record Variable(String name, int index, Shape shape, int start, int end) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** The value of a named intermediate expression; {@code index} is its position in {@link Formula#lets()}. */
    record Reference(String name, int index, Shape shape, int start, int end) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** Known numbers, by their name. */
    record DataReference(String name, Data data, int start, int end) implements Expression {
        @Override
        public Shape shape() {
            return data.shape();
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** The index of the loop around it that stands at this {@link Loop#level()}, as a number: a whole scalar. */
    record LoopIndex(String name, int level, int start, int end) implements Expression {
        @Override
        public Shape shape() {
            return Shape.scalar();
        }

        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** Unary minus. */
    record Negation(Expression operand, int start, int end) implements Expression {
        @Override
        public Shape shape() {
            return operand.shape();
        }

        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }
    }

    /** The transpose of a vector or a matrix; a scalar is its own and has no such node. */
    record Transpose(Expression operand, int start, int end) implements Expression {
        @Override
        public Shape shape() {
            return operand.shape().transposed();
        }

        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }
    }

    /** Two operands and an operator between them. */
    record Binary(Operator operator, Expression left, Expression right, Shape shape, int start, int end)
            implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }
    }

    /** A function of its arguments, as many and of such shapes as {@link Function} allows. */
    record Call(Function function, List<Expression> arguments, Shape shape, int start, int end) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Expression> operands() {
            return arguments;
        }
    }

    /**
     * {@code if(left comparison right, then, otherwise)}. A comparison stands nowhere else, so it is part of this node
     * and every node of a tree has a numeric value. The two sides of the comparison are scalars; the two results have
     * the same shape.
     */
    record Conditional(
            Comparison comparison,
            Expression left,
            Expression right,
            Expression then,
            Expression otherwise,
            int start,
            int end)
            implements Expression {
        @Override
        public Shape shape() {
            return then.shape();
        }

        /** In this order: left, right, then, otherwise. */
        @Override
        public List<Expression> operands() {
            return List.of(left, right, then, otherwise);
        }
    }

    /**
     * {@code [a, b, c]}: a vector of scalars, or a matrix of vectors, which are its rows. Either way the entries of the
     * operands one after the other are the entries of the array.
     */
    record ArrayLiteral(List<Expression> entries, Shape shape, int start, int end) implements Expression {
        public ArrayLiteral {
            entries = List.copyOf(entries);
        }

        @Override
        public List<Expression> operands() {
            return entries;
        }
    }

    /**
     * Entries of a vector or a matrix: {@code x[3]}, {@code x[1:n-1]}, {@code U[i,:]}. Row by row they are the entries of
     * the result, a scalar, vector or matrix: one subscript takes a dimension away, a range keeps it.
     *
     * @param columns for a vector the range of one that begins at 1
     */
    record Selection(Expression array, Range rows, Range columns, Shape shape, int start, int end)
            implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(array);
        }
    }

    /** Neighbouring rows or columns: the first one, counted from 1, and their number, which no index changes. */
    record Range(Subscript from, long length) {}

    /**
     * {@code sum(i in from..to, body)}, likewise {@code prod} and {@code vector}: a scalar for each index. An empty sum is
     * 0 and an empty product 1; a vector is never empty.
     *
     * @param index its name
     * @param level the number of loops around this one; it tells the indices of nested loops apart
     * @param from the first index; may depend on the indices of the loops around
     * @param to the last index; likewise
     */
    record Loop(
            LoopKind kind,
            String index,
            int level,
            IndexPolynomial from,
            IndexPolynomial to,
            Expression body,
            Shape shape,
            int start,
            int end)
            implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(body);
        }
    }

    /** What a loop makes of the values of its body. */
    enum LoopKind {
        SUM,
        PROD,
        VECTOR;

        /** The word as a formula writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The operators that stand between two operands. All but the matrix product work element by element, on equal shapes
     * or on a scalar with anything; {@code *} between a scalar and anything is {@code MULTIPLY}, as {@code .*} is.
     */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        POWER,
        /** The product of linear algebra; a vector counts as n×1. A row times a vector is a scalar. */
        MATRIX_MULTIPLY
    }

    /** The comparisons of IEEE 754: with a NaN on either side all are false but {@code !=}. */
    enum Comparison {
        LESS("<"),
        LESS_EQUAL("<="),
        GREATER(">"),
        GREATER_EQUAL(">="),
        EQUAL("=="),
        NOT_EQUAL("!=");

        private final String text;

        Comparison(String text) {
            this.text = text;
        }

        /** The sign as a formula writes it. */
        public String text() {
            return text;
        }
    }
}
