package dev.optimizer.autodiff.scalar;

import java.util.Arrays;

/**
 * Reverse mode: all partial derivatives of one result, as nodes of the same graph, in one sweep from the result back to
 * the inputs (S. Linnainmaa 1970; A. Griewank and A. Walther, "Evaluating Derivatives", 2008, section 3.2).
 *
 * <p>The adjoint of a node is the derivative of the result with respect to it. A branch passes its adjoint on to both of
 * its operands, each under the condition that it is the one taken.
 */
public final class Gradient {
    private final Graph graph;
    private final Partials partials;
    private final GatedSums adjoints;

    private Gradient(Graph graph, int result) {
        this.graph = graph;
        this.partials = new Partials(graph);
        this.adjoints = new GatedSums(graph, result + 1);
    }

    /**
     * Partial derivatives with the conditions under which they count; elsewhere they are zero, whatever the sum says.
     *
     * @param sums for each input a place, or ABSENT where the derivative is zero everywhere
     * @param gates for each input that has a sum the place of its condition
     */
    public record Gated(int[] sums, int[] gates) {
        /** For each input the derivative with zero in its place where it does not count. */
        public int[] values(Graph graph) {
            int[] values = sums.clone();
            for (int i = 0; i < values.length; i++) {
                if (sums[i] != Graph.ABSENT) {
                    values[i] = graph.select(gates[i], sums[i], graph.constant(0));
                }
            }
            return values;
        }
    }

    /**
     * The partial derivatives of a node.
     *
     * @return for each of the first {@code inputs} inputs the place of ∂result/∂input, or ABSENT where that is zero
     *     everywhere
     */
    public static int[] of(Graph graph, int result, int inputs) {
        int one = graph.constant(1);
        return gated(graph, result, one, one, inputs).values(graph);
    }

    /** The same, of something further on of which the derivative with respect to {@code result} is given. */
    public static Gated gated(Graph graph, int result, int adjoint, int gate, int inputs) {
        Gradient sweep = new Gradient(graph, result);
        sweep.adjoints.add(result, adjoint, gate);
        Gated gradient = new Gated(new int[inputs], new int[inputs]);
        Arrays.fill(gradient.sums, Graph.ABSENT);
        // A node is met after all that use it, so its adjoint is complete.
        for (int place = result; place >= 0; place--) {
            if (sweep.adjoints.has(place)) {
                sweep.propagate(place, gradient);
            }
        }
        return gradient;
    }

    private void propagate(int place, Gated gradient) {
        Graph.Node node = graph.node(place);
        switch (node.operation()) {
            case INPUT -> {
                gradient.sums[(int) node.literal()] = adjoints.sum(place);
                gradient.gates[(int) node.literal()] = adjoints.gate(place);
            }
            case SELECT -> branch(place, node.a(), node.b(), node.c());
            case MAX, MIN -> branch(place, partials.takesFirst(node), node.a(), node.b());
            default -> {
                for (int i = 0; i < node.operation().arity(); i++) {
                    int term = partials.times(adjoints.sum(place), place, i);
                    adjoints.add(node.operand(i), term, adjoints.gate(place));
                }
            }
        }
    }

    private void branch(int place, int condition, int a, int b) {
        int gate = adjoints.gate(place);
        adjoints.add(a, adjoints.sum(place), graph.and(gate, condition));
        adjoints.add(b, adjoints.sum(place), graph.and(gate, graph.not(condition)));
    }
}
