package dev.optimizer.autodiff;

import dev.optimizer.formula.Expression;
import dev.optimizer.formula.Expression.Comparison;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Function;
import java.util.List;

/** Turns the tree of a formula into nodes of a graph; input number i is variable number i. Without recursion. */
final class Lowering {
    private final Graph graph;
    private final int[] lets;

    private Lowering(Graph graph, int lets) {
        this.graph = graph;
        this.lets = new int[lets];
    }

    /** Adds a formula to the graph and returns the place of its value. */
    static int lower(Formula formula, Graph graph) {
        List<Formula.Let> lets = formula.lets();
        Lowering lowering = new Lowering(graph, lets.size());
        for (int i = 0; i < lets.size(); i++) {
            lowering.lets[i] = lowering.lower(lets.get(i).expression());
        }
        return lowering.lower(formula.expression());
    }

    /** Works as a stack machine does: each node takes its operands from the top of a stack and leaves its own place. */
    private int lower(Expression root) {
        List<Expression> order = Expression.postOrder(root);
        int[] stack = new int[order.size()];
        int top = 0;
        for (Expression node : order) {
            top -= node.operands().size();
            stack[top] = lower(node, stack, top);
            top++;
        }
        return stack[0];
    }

    /** The place of a node whose operands lie in the stack from {@code at} on. */
    private int lower(Expression node, int[] stack, int at) {
        if (node instanceof Expression.Number number) {
            return graph.constant(number.value());
        } else if (node instanceof Expression.Variable variable) {
            return graph.input(variable.index());
        } else if (node instanceof Expression.Reference let) {
            return lets[let.index()];
        } else if (node instanceof Expression.Negation) {
            return graph.negate(stack[at]);
        } else if (node instanceof Expression.Binary binary) {
            return binary(binary.operator(), stack[at], stack[at + 1]);
        } else if (node instanceof Expression.Call call) {
            return call(call, stack, at);
        } else if (node instanceof Expression.Conditional conditional) {
            int condition = comparison(conditional.comparison(), stack[at], stack[at + 1]);
            return graph.select(condition, stack[at + 2], stack[at + 3]);
        }
        throw new IllegalStateException("no meaning for " + node.getClass());
    }

    private int binary(Expression.Operator operator, int a, int b) {
        return switch (operator) {
            case ADD -> graph.add(a, b);
            case SUBTRACT -> graph.subtract(a, b);
            case MULTIPLY -> graph.multiply(a, b);
            case DIVIDE -> graph.divide(a, b);
            case POWER -> graph.power(a, b);
            case MATRIX_MULTIPLY -> throw new IllegalStateException("no meaning for " + operator);
        };
    }

    /** Greater is less with its sides changed, and unequal the opposite of equal, for NaN too. */
    private int comparison(Comparison comparison, int a, int b) {
        return switch (comparison) {
            case LESS -> graph.binary(Operation.LESS, a, b);
            case LESS_EQUAL -> graph.binary(Operation.LESS_EQUAL, a, b);
            case GREATER -> graph.binary(Operation.LESS, b, a);
            case GREATER_EQUAL -> graph.binary(Operation.LESS_EQUAL, b, a);
            case EQUAL -> graph.binary(Operation.EQUAL, a, b);
            case NOT_EQUAL -> graph.not(graph.binary(Operation.EQUAL, a, b));
        };
    }

    private int call(Expression.Call call, int[] stack, int at) {
        return switch (call.function()) {
            case POW -> graph.power(stack[at], stack[at + 1]);
            case MAX -> chain(Operation.MAX, call, stack, at);
            case MIN -> chain(Operation.MIN, call, stack, at);
            default -> graph.unary(operation(call.function()), stack[at]);
        };
    }

    /** max(a, b, c) is max(max(a, b), c): in a tie the first argument stays the one that counts. */
    private int chain(Operation operation, Expression.Call call, int[] stack, int at) {
        int result = stack[at];
        for (int i = 1; i < call.arguments().size(); i++) {
            result = graph.binary(operation, result, stack[at + i]);
        }
        return result;
    }

    private static Operation operation(Function function) {
        return switch (function) {
            case EXP -> Operation.EXP;
            case LOG -> Operation.LOG;
            case LOG1P -> Operation.LOG1P;
            case EXPM1 -> Operation.EXPM1;
            case SQRT -> Operation.SQRT;
            case SIN -> Operation.SIN;
            case COS -> Operation.COS;
            case TAN -> Operation.TAN;
            case ASIN -> Operation.ASIN;
            case ACOS -> Operation.ACOS;
            case ATAN -> Operation.ATAN;
            case SINH -> Operation.SINH;
            case COSH -> Operation.COSH;
            case TANH -> Operation.TANH;
            case SIGMOID -> Operation.SIGMOID;
            case SOFTPLUS -> Operation.SOFTPLUS;
            case ABS -> Operation.ABS;
            default -> throw new IllegalStateException(function + " is no function of one number");
        };
    }
}
