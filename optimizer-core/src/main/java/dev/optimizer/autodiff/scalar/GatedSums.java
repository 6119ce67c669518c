package dev.optimizer.autodiff.scalar;

import java.util.Arrays;

/**
 * A derivative for each node of a graph, as a growing sum with a gate: the condition under which it counts.
 *
 * <p>A derivative that belongs to one branch of an {@code if} is zero while the other is taken, and may be infinite or
 * NaN then. Multiplying it by zero would give NaN, so it is carried on as it is, together with its gate, and is
 * <em>replaced</em> by zero where it is handed out or meets a term with another gate. The sum of such terms counts when
 * any of them does: its gate is their OR, one gate for each node, so that the work stays linear in the size of the graph
 * however branches are nested or shared.
 */
public final class GatedSums {
    private final Graph graph;
    private final int[] sums;
    private final int[] gates;

    GatedSums(Graph graph, int nodes) {
        this.graph = graph;
        this.sums = new int[nodes];
        this.gates = new int[nodes];
        Arrays.fill(sums, Graph.ABSENT);
    }

    /** Whether anything was added: if not, the derivative is zero whatever the input. */
    public boolean has(int place) {
        return sums[place] != Graph.ABSENT;
    }

    /** The sum, which means nothing while its gate is false. */
    public int sum(int place) {
        return sums[place];
    }

    public int gate(int place) {
        return gates[place];
    }

    /** The sum with zero in its place while its gate is false, or ABSENT. */
    public int gated(int place) {
        return has(place) ? graph.select(gates[place], sums[place], graph.constant(0)) : Graph.ABSENT;
    }

    /** Adds a term that counts while {@code gate} is true; an ABSENT one changes nothing. */
    public void add(int place, int term, int gate) {
        if (term == Graph.ABSENT) {
            return;
        }
        if (!has(place)) {
            sums[place] = term;
            gates[place] = gate;
        } else if (gates[place] == gate) {
            sums[place] = graph.add(sums[place], term);
        } else {
            int other = graph.select(gate, term, graph.constant(0));
            sums[place] = graph.add(gated(place), other);
            gates[place] = graph.or(gates[place], gate);
        }
    }
}
