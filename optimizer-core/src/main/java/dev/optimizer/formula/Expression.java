package dev.optimizer.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

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

    /** A number, or a constant such as {@code pi}: finite, not negative. */
    record Number(double value, int start, int end) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** A variable; {@code index} is its position in {@link Formula#variables()}. */
    record Variable(String name, int index, int start, int end) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** The value of a named intermediate expression; {@code index} is its position in {@link Formula#lets()}. */
    record Reference(String name, int index, int start, int end) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of();
        }
    }

    /** Unary minus. */
    record Negation(Expression operand, int start, int end) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(operand);
        }
    }

    /** Two operands and an operator between them. */
    record Binary(Operator operator, Expression left, Expression right, int start, int end) implements Expression {
        @Override
        public List<Expression> operands() {
            return List.of(left, right);
        }
    }

    /** A function of its arguments, as many as {@link Function} allows. */
    record Call(Function function, List<Expression> arguments, int start, int end) implements Expression {
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
     * and every node of a tree is a number.
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
        /** In this order: left, right, then, otherwise. */
        @Override
        public List<Expression> operands() {
            return List.of(left, right, then, otherwise);
        }
    }

    /** The operators that stand between two operands. */
    enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        POWER
    }

    /** The comparisons of IEEE 754: with a NaN on either side all are false but {@code !=}. */
    enum Comparison {
        LESS,
        LESS_EQUAL,
        GREATER,
        GREATER_EQUAL,
        EQUAL,
        NOT_EQUAL
    }
}
