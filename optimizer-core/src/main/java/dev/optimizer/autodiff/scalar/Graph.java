package dev.optimizer.autodiff.scalar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Scalar straight-line code as a graph that only grows. A node is a number, its place; its operands have smaller
 * numbers, so the order of the numbers is an order of evaluation.
 *
 * <p>Equal nodes are one node. Operations on constants are carried out at once. Beyond that, only what changes no bit is
 * simplified (x·1, x/1, x^1, −−x, −(c·x), and the logic of conditions): x·0 and x+0 stay, for x may be NaN, ∞ or −0.
 */
public final class Graph {
    /** In place of a derivative that is zero whatever the input: it is left out, never multiplied. */
    public static final int ABSENT = -1;

    /**
     * Above this an exponent is left to pow, although it is an integer: the rounding errors of repeated multiplication
     * grow in proportion to it.
     */
    private static final double LARGEST_INTEGER_EXPONENT = 1 << 20;

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Integer> places = new HashMap<>();

    /** An operation with the places of its operands (ABSENT beyond its arity) and its literal. */
    public record Node(Operation operation, int a, int b, int c, double literal) {
        public int operand(int index) {
            return switch (index) {
                case 0 -> a;
                case 1 -> b;
                default -> c;
            };
        }

        /** Written out: the one that records get is slow until it is compiled, and graphs are built once. */
        @Override
        public int hashCode() {
            return 31 * (31 * (31 * (31 * operation.ordinal() + a) + b) + c) + Double.hashCode(literal);
        }
    }

    public int size() {
        return nodes.size();
    }

    public Node node(int place) {
        return nodes.get(place);
    }

    public int constant(double value) {
        return place(new Node(Operation.CONSTANT, ABSENT, ABSENT, ABSENT, value));
    }

    public int input(int index) {
        return place(new Node(Operation.INPUT, ABSENT, ABSENT, ABSENT, index));
    }

    public int unary(Operation operation, int a) {
        return fold(operation, a, ABSENT, ABSENT, 0);
    }

    public int binary(Operation operation, int a, int b) {
        return fold(operation, a, b, ABSENT, 0);
    }

    public int add(int a, int b) {
        return binary(Operation.ADD, a, b);
    }

    public int subtract(int a, int b) {
        return binary(Operation.SUBTRACT, a, b);
    }

    public int multiply(int a, int b) {
        if (isConstant(a, 1)) {
            return b;
        }
        return isConstant(b, 1) ? a : binary(Operation.MULTIPLY, a, b);
    }

    public int divide(int a, int b) {
        return isConstant(b, 1) ? a : binary(Operation.DIVIDE, a, b);
    }

    public int negate(int a) {
        Node node = nodes.get(a);
        if (node.operation() == Operation.NEGATE) {
            return node.a();
        }
        boolean scaled = node.operation() == Operation.MULTIPLY && isConstant(node.a());
        return scaled ? multiply(negate(node.a()), node.b()) : unary(Operation.NEGATE, a);
    }

    /** a^b; multiplication when b is a constant that is an integer. */
    public int power(int a, int b) {
        Node exponent = nodes.get(b);
        double k = exponent.literal();
        boolean integer = exponent.operation() == Operation.CONSTANT && k == Math.rint(k);
        return integer && Math.abs(k) <= LARGEST_INTEGER_EXPONENT ? powerInteger(a, (int) k) : powerWithLogs(a, b, 0);
    }

    /** a^k; x^0 is 1 whatever x is, as pow has it. */
    public int powerInteger(int a, int k) {
        if (k == 0) {
            return constant(1);
        }
        return k == 1 ? a : fold(Operation.POWER_INTEGER, a, ABSENT, ABSENT, k);
    }

    /** a^b·(log a)^k, without a look at whether b is an integer. */
    int powerWithLogs(int a, int b, int k) {
        return fold(Operation.POWER, a, b, ABSENT, k);
    }

    /** SIGMOID, SIGMOID_SLOPE or SOFTPLUS of a. */
    public int logistic(Operation operation, int a) {
        return binary(operation, a, unary(Operation.TAIL, a));
    }

    public int not(int a) {
        return nodes.get(a).operation() == Operation.NOT ? nodes.get(a).a() : unary(Operation.NOT, a);
    }

    public int and(int a, int b) {
        if (isConstant(a, 1) || a == b) {
            return b;
        }
        return isConstant(b, 1) ? a : binary(Operation.AND, a, b);
    }

    public int or(int a, int b) {
        if (isConstant(a, 1) || a == b) {
            return a;
        }
        return isConstant(b, 1) || a == not(b) ? constant(1) : binary(Operation.OR, a, b);
    }

    public int select(int condition, int a, int b) {
        Node node = nodes.get(condition);
        if (node.operation() == Operation.CONSTANT) {
            return node.literal() != 0 ? a : b;
        }
        return a == b ? a : fold(Operation.SELECT, condition, a, b, 0);
    }

    /**
     * Adds the nodes that some results of another graph need, simplified again: an input may have become a constant.
     *
     * @param results places in the other graph; ABSENT stays ABSENT
     * @param inputs for each input of the other graph the place in this one that stands for it
     * @return the places of the results in this graph
     */
    public int[] include(Graph other, int[] results, int[] inputs) {
        boolean[] needed = other.needed(results);
        int[] places = new int[needed.length];
        for (int place = 0; place < needed.length; place++) {
            if (needed[place]) {
                places[place] = include(other.node(place), places, inputs);
            }
        }
        return Arrays.stream(results)
                .map(place -> place == ABSENT ? ABSENT : places[place])
                .toArray();
    }

    private int include(Node node, int[] places, int[] inputs) {
        int a = node.a() == ABSENT ? ABSENT : places[node.a()];
        int b = node.b() == ABSENT ? ABSENT : places[node.b()];
        return switch (node.operation()) {
            case INPUT -> inputs[(int) node.literal()];
            case CONSTANT -> constant(node.literal());
            case MULTIPLY -> multiply(a, b);
            case DIVIDE -> divide(a, b);
            case NEGATE -> negate(a);
            case POWER_INTEGER -> powerInteger(a, (int) node.literal());
            case NOT -> not(a);
            case AND -> and(a, b);
            case OR -> or(a, b);
            case SELECT -> select(a, b, places[node.c()]);
            default -> fold(node.operation(), a, b, ABSENT, node.literal());
        };
    }

    public boolean isConstant(int place, double value) {
        Node node = nodes.get(place);
        return node.operation() == Operation.CONSTANT && node.literal() == value;
    }

    private int fold(Operation operation, int a, int b, int c, double literal) {
        if (isConstant(a) && isConstant(b) && isConstant(c)) {
            return constant(operation.apply(literal(a), literal(b), literal(c), literal));
        }
        return place(new Node(operation, a, b, c, literal));
    }

    private boolean isConstant(int place) {
        return place == ABSENT || nodes.get(place).operation() == Operation.CONSTANT;
    }

    private double literal(int place) {
        return place == ABSENT ? 0 : nodes.get(place).literal();
    }

    private int place(Node node) {
        Integer known = places.putIfAbsent(node, nodes.size());
        if (known != null) {
            return known;
        }
        nodes.add(node);
        return nodes.size() - 1;
    }

    /** Which nodes some results depend on, the results included; an ABSENT result depends on nothing. */
    public boolean[] needed(int[] results) {
        boolean[] needed = new boolean[size()];
        Arrays.stream(results).filter(place -> place != ABSENT).forEach(place -> needed[place] = true);
        for (int place = needed.length - 1; place >= 0; place--) {
            Node node = nodes.get(place);
            for (int i = 0; needed[place] && i < node.operation().arity(); i++) {
                needed[node.operand(i)] = true;
            }
        }
        return needed;
    }
}
