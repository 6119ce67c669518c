package dev.optimizer.autodiff.scalar;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Forward mode: the derivative of results along a direction, as nodes of the same graph, in one sweep in the order of
 * evaluation (R. Wengert 1964). The tangent of a node is its derivative along the direction.
 */
public final class Tangents {
    private final Graph graph;
    private final Partials partials;
    private final GatedSums tangents;

    private Tangents(Graph graph) {
        this.graph = graph;
        this.partials = new Partials(graph);
        this.tangents = new GatedSums(graph, graph.size());
    }

    /**
     * The derivatives of some nodes.
     *
     * @param results places of the nodes; ABSENT stands for a constant
     * @param direction gives, for the number of an input, the place of its entry in the direction, or ABSENT for zero
     * @return for each result the place of its derivative, or ABSENT where that is zero everywhere
     */
    public static int[] along(Graph graph, int[] results, IntUnaryOperator direction) {
        Tangents sweep = new Tangents(graph);
        boolean[] needed = graph.needed(results);
        for (int place = 0; place < needed.length; place++) {
            if (needed[place]) {
                sweep.propagate(place, direction);
            }
        }
        return Arrays.stream(results)
                .map(place -> place == Graph.ABSENT ? Graph.ABSENT : sweep.tangents.gated(place))
                .toArray();
    }

    private void propagate(int place, IntUnaryOperator direction) {
        Graph.Node node = graph.node(place);
        switch (node.operation()) {
            case INPUT -> tangents.add(place, direction.applyAsInt((int) node.literal()), graph.constant(1));
            case SELECT -> choose(place, node.a(), node.b(), node.c());
            case MAX, MIN -> choose(place, partials.takesFirst(node), node.a(), node.b());
            default -> {
                for (int i = 0; i < node.operation().arity(); i++) {
                    int operand = node.operand(i);
                    if (tangents.has(operand)) {
                        int term = partials.times(tangents.sum(operand), place, i);
                        tangents.add(place, term, tangents.gate(operand));
                    }
                }
            }
        }
    }

    private void choose(int place, int condition, int a, int b) {
        int first = tangents.has(a) ? graph.and(tangents.gate(a), condition) : Graph.ABSENT;
        int second = tangents.has(b) ? graph.and(tangents.gate(b), graph.not(condition)) : Graph.ABSENT;
        if (first != Graph.ABSENT && second != Graph.ABSENT) {
            int chosen = graph.select(condition, tangents.sum(a), tangents.sum(b));
            tangents.add(place, chosen, graph.or(first, second));
        } else if (first != Graph.ABSENT) {
            tangents.add(place, tangents.sum(a), first);
        } else if (second != Graph.ABSENT) {
            tangents.add(place, tangents.sum(b), second);
        }
    }
}
