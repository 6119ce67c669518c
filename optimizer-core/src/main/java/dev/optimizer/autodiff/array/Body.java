package dev.optimizer.autodiff.array;

import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;

/**
 * What a map computes in each iteration: scalar straight-line code from the entries that it reads to its results.
 *
 * <p>Two bodies are equal if their programs are, however their graphs came about.
 */
public final class Body {
    private final Graph graph;
    private final int[] results;
    private final Program program;

    /**
     * Takes over both arguments: they must not be changed afterwards.
     *
     * @param slots the number of entries read: the inputs of the graph
     * @param results places in the graph
     */
    Body(Graph graph, int slots, int... results) {
        this.graph = graph;
        this.results = results;
        this.program = Program.of(graph, slots, results);
    }

    public Program program() {
        return program;
    }

    public int resultCount() {
        return results.length;
    }

    /** Adds this code to a graph, with the given places for what it reads, and returns the places of its results. */
    public int[] addTo(Graph target, int[] slots) {
        return target.include(graph, results, slots);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body that && program.equals(that.program);
    }

    @Override
    public int hashCode() {
        return program.hashCode();
    }
}
