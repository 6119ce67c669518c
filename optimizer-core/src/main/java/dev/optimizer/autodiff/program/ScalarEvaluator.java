package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.scalar.Differentiated;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.objective.SparseHessian;
import java.util.Optional;

/** Evaluates a formula of numbers, without arrays or loops: one piece of scalar code for each purpose. */
public final class ScalarEvaluator implements Evaluator {
    /** Up to this many entries of x for each one that is used, all are copied in at each evaluation. */
    private static final int SPARE_ENTRIES = 16;

    private final Differentiated derivatives;
    private final int n;
    private final Execution execution;
    private ScalarProgram value;
    private ScalarProgram gradient;
    private ScalarProgram hessian;
    private ScalarProgram hessianVector;

    private ScalarEvaluator(Graph code, int value, int n, Execution execution) {
        this.derivatives = new Differentiated(code, value, n);
        this.n = n;
        this.execution = execution;
    }

    /** The evaluator of an array of one element, if that is one map over a single iteration that reads x alone. */
    public static Optional<Evaluator> of(ArrayGraph graph, int result, int n, Execution execution) {
        if (!(graph.node(result) instanceof ArrayNode.Map map)
                || n > SPARE_ENTRIES * (long) map.reads().size()
                || !map.reads().stream().allMatch(read -> graph.node(read.array()) instanceof ArrayNode.Input)
                || !map.domain().equals(Domain.POINT)) {
            return Optional.empty();
        }
        Graph code = new Graph();
        int[] inputs = map.reads().stream()
                .mapToInt(read -> code.input(((Access.Affine) read.access()).base()))
                .toArray();
        return Optional.of(new ScalarEvaluator(code, map.body().addTo(code, inputs)[0], n, execution));
    }

    @Override
    public double value(long x) {
        if (value == null) {
            value = new ScalarProgram(derivatives.value(), execution, n, 0, 1);
        }
        return value.run(x, 0, 0);
    }

    @Override
    public double gradient(long x, long g) {
        if (gradient == null) {
            gradient = new ScalarProgram(derivatives.gradient(), execution, n, n, n + 1);
        }
        return gradient.run(x, 0, g);
    }

    @Override
    public void hessian(long x, long h) {
        if (hessian == null) {
            hessian = new ScalarProgram(derivatives.hessian(), execution, n, n * n, n * n);
        }
        hessian.run(x, 0, h);
    }

    @Override
    public void hessianVector(long x, long v, long hv) {
        if (hessianVector == null) {
            hessianVector = new ScalarProgram(derivatives.hessianVector(), execution, n, n, n);
        }
        hessianVector.run(x, v, hv);
    }

    @Override
    public Optional<SparseHessian> sparseHessian() {
        return Optional.empty();
    }
}
