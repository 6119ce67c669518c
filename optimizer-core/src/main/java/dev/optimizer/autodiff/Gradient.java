package dev.optimizer.autodiff;

import java.util.Arrays;

/**
 * Reverse mode: all partial derivatives of one result, as nodes of the same graph, in one sweep from the result back to
 * the inputs (S. Linnainmaa 1970; A. Griewank and A. Walther, "Evaluating Derivatives", 2008, section 3.2).
 *
 * <p>An adjoint that comes out of one branch of an {@code if} counts only while that branch is taken, and may be
 * infinite or NaN otherwise. So each adjoint carries its <em>gate</em>, the condition under which it counts, and nothing
 * is multiplied by zero: the adjoint is replaced by zero, where it leaves at an input and where it meets an adjoint with
 * another gate. A sum of two then counts when either did: its gate is their OR, one gate per node, so the sweep stays
 * linear in the size of the graph however the branches are nested or shared.
 */
final class Gradient {
    private final Graph graph;
    private final Partials partials;
    private final int[] adjoints;
    private final int[] gates;

    private Gradient(Graph graph, int result) {
        this.graph = graph;
        this.partials = new Partials(graph);
        this.adjoints = new int[result + 1];
        this.gates = new int[result + 1];
        Arrays.fill(adjoints, Graph.ABSENT);
    }

    /**
     * The partial derivatives of a node.
     *
     * @return for each of the first {@code inputs} inputs the place of ∂result/∂input, or ABSENT where that is zero
     *     everywhere
     */
    static int[] of(Graph graph, int result, int inputs) {
        Gradient sweep = new Gradient(graph, result);
        sweep.contribute(result, graph.constant(1), graph.constant(1));
        int[] gradient = new int[inputs];
        Arrays.fill(gradient, Graph.ABSENT);
        for (int place = result; place >= 0; place--) {
            if (sweep.adjoints[place] != Graph.ABSENT) {
                sweep.propagate(place, gradient);
            }
        }
        return gradient;
    }

    private void propagate(int place, int[] gradient) {
        Graph.Node node = graph.node(place);
        int gate = gates[place];
        switch (node.operation()) {
            case INPUT -> gradient[(int) node.literal()] = gated(place);
            case SELECT -> branch(place, node.a(), node.b(), node.c());
            case MAX, MIN -> branch(place, partials.takesFirst(node), node.a(), node.b());
            default -> {
                for (int i = 0; i < node.operation().arity(); i++) {
                    contribute(node.operand(i), partials.times(adjoints[place], place, i), gate);
                }
            }
        }
    }

    private void branch(int place, int condition, int a, int b) {
        contribute(a, adjoints[place], graph.and(gates[place], condition));
        contribute(b, adjoints[place], graph.and(gates[place], graph.not(condition)));
    }

    private void contribute(int place, int adjoint, int gate) {
        if (adjoint == Graph.ABSENT) {
            return;
        }
        if (adjoints[place] == Graph.ABSENT) {
            adjoints[place] = adjoint;
            gates[place] = gate;
        } else if (gates[place] == gate) {
            adjoints[place] = graph.add(adjoints[place], adjoint);
        } else {
            int other = graph.select(gate, adjoint, graph.constant(0));
            adjoints[place] = graph.add(gated(place), other);
            gates[place] = graph.or(gates[place], gate);
        }
    }

    private int gated(int place) {
        return graph.select(gates[place], adjoints[place], graph.constant(0));
    }
}
