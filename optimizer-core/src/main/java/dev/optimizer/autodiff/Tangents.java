package dev.optimizer.autodiff;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Forward mode: the derivative of results along a direction, as nodes of the same graph.
 *
 * <p>A SELECT stays a SELECT, so what happens in the branch that is not taken is dropped, not multiplied by zero.
 */
final class Tangents {
    private final Graph graph;
    private final Partials partials;
    private final int[] tangents;

    private Tangents(Graph graph) {
        this.graph = graph;
        this.partials = new Partials(graph);
        this.tangents = new int[graph.size()];
    }

    /**
     * The derivatives of some nodes.
     *
     * @param results places of the nodes; ABSENT stands for a constant
     * @param direction gives, for the number of an input, the place of its entry in the direction, or ABSENT for zero
     * @return for each result the place of its derivative, or ABSENT where that is zero everywhere
     */
    static int[] along(Graph graph, int[] results, IntUnaryOperator direction) {
        Tangents sweep = new Tangents(graph);
        boolean[] needed = graph.needed(results);
        for (int place = 0; place < needed.length; place++) {
            sweep.tangents[place] = needed[place] ? sweep.tangent(place, direction) : Graph.ABSENT;
        }
        return Arrays.stream(results).map(sweep::at).toArray();
    }

    private int at(int place) {
        return place == Graph.ABSENT ? Graph.ABSENT : tangents[place];
    }

    private int tangent(int place, IntUnaryOperator direction) {
        Graph.Node node = graph.node(place);
        return switch (node.operation()) {
            case INPUT -> direction.applyAsInt((int) node.literal());
            case SELECT -> choose(node.a(), node.b(), node.c());
            case MAX, MIN -> isConstant(node) ? Graph.ABSENT : choose(partials.takesFirst(node), node.a(), node.b());
            default -> sum(place, node);
        };
    }

    private boolean isConstant(Graph.Node node) {
        return tangents[node.a()] == Graph.ABSENT && tangents[node.b()] == Graph.ABSENT;
    }

    private int choose(int condition, int a, int b) {
        int first = tangents[a];
        int second = tangents[b];
        if (first == Graph.ABSENT && second == Graph.ABSENT) {
            return Graph.ABSENT;
        }
        return graph.select(condition, orZero(first), orZero(second));
    }

    private int orZero(int tangent) {
        return tangent == Graph.ABSENT ? graph.constant(0) : tangent;
    }

    /** The chain rule: Σ ∂node/∂operand · tangent of the operand. */
    private int sum(int place, Graph.Node node) {
        int sum = Graph.ABSENT;
        for (int i = 0; i < node.operation().arity(); i++) {
            int tangent = tangents[node.operand(i)];
            int term = tangent == Graph.ABSENT ? Graph.ABSENT : partials.times(tangent, place, i);
            if (term != Graph.ABSENT) {
                sum = sum == Graph.ABSENT ? term : graph.add(sum, term);
            }
        }
        return sum;
    }
}
