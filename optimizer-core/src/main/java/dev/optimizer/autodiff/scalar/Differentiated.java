package dev.optimizer.autodiff.scalar;

import java.util.Arrays;

/**
 * A graph of scalar code and the programs made from it, one for each purpose. Derivatives are added to the graph when they
 * are first asked for.
 */
public final class Differentiated {
    private final Graph graph;
    private final int n;
    private final int value;
    private int[] gradient;

    /**
     * Takes over a graph.
     *
     * @param value the place of the formula's value
     * @param n the number of entries of x, which are the inputs
     */
    public Differentiated(Graph graph, int value, int n) {
        this.graph = graph;
        this.n = n;
        this.value = value;
    }

    /** Inputs x; one result, f(x). */
    public Program value() {
        return Program.of(graph, n, value);
    }

    /** Inputs x; results ∂f/∂x₁ … ∂f/∂xₙ, then f(x). */
    public Program gradient() {
        int[] results = Arrays.copyOf(gradientNodes(), n + 1);
        results[n] = value;
        return Program.of(graph, n, results);
    }

    /**
     * Inputs x; n² results, the Hessian in row-major order. Column j is the derivative of the gradient along input j.
     * Only the lower triangle is computed; its mirror image is the same node, so symmetry is exact.
     */
    public Program hessian() {
        int[] rows = gradientNodes();
        int[] results = new int[Math.multiplyExact(n, n)];
        for (int j = 0; j < n; j++) {
            int seed = j;
            int one = graph.constant(1);
            int[] below = Arrays.copyOfRange(rows, j, n);
            int[] column = Tangents.along(graph, below, input -> input == seed ? one : Graph.ABSENT);
            for (int i = j; i < n; i++) {
                results[i * n + j] = column[i - j];
                results[j * n + i] = column[i - j];
            }
        }
        return Program.of(graph, n, results);
    }

    /** Inputs x, then v; n results, ∇²f(x)·v: the derivative of the gradient along v. */
    public Program hessianVector() {
        int[] product = Tangents.along(graph, gradientNodes(), input -> graph.input(n + input));
        return Program.of(graph, 2 * n, product);
    }

    private int[] gradientNodes() {
        if (gradient == null) {
            gradient = Gradient.of(graph, value, n);
        }
        return gradient;
    }
}
