package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.kernel.Pass;
import dev.optimizer.autodiff.kernel.PointFunction;
import dev.optimizer.autodiff.scalar.Differentiated;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.objective.SparseHessian;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Evaluates a formula of numbers, without arrays or loops: one piece of scalar code for each purpose. */
public final class ScalarEvaluator implements Evaluator {
    /** Up to this many entries of x for each one that is used, all are copied in at each evaluation. */
    private static final int SPARE_ENTRIES = 16;

    private static final int X = 0;
    private static final int DIRECTION = 1;
    private static final int ARRAY = 2;

    private final Differentiated derivatives;
    private final int n;
    private final Execution execution;
    private PointFunction value;
    private PointFunction gradient;
    private PointFunction hessian;
    private PointFunction hessianVector;

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

    /**
     * Makes code ready to run: from the entries of x, and of a direction, to the entries of an array and one number more.
     *
     * @param code inputs x, then the direction if it uses one; results the array, then the number if there is one
     * @param length of the array
     * @param results the number of results of the code
     * @param home is told what to call, now and later
     */
    private void function(Program code, int length, int results, Consumer<PointFunction> home) {
        List<Pass.Source> sources = new ArrayList<>();
        for (int i = 0; i < code.inputCount(); i++) {
            sources.add(new Pass.Source(i < n ? X : DIRECTION, Access.constant(i % n)));
        }
        List<Pass.Target> targets = new ArrayList<>();
        for (int i = 0; i < results; i++) {
            boolean array = i < length;
            int slot = array ? ARRAY : PointFunction.RETURNED;
            targets.add(new Pass.Target(slot, Access.constant(array ? i : 0), false));
        }
        execution.function(new Pass(Domain.POINT, code, sources, targets, List.of()), home);
    }

    @Override
    public double value(long x) {
        if (value == null) {
            function(derivatives.value(), 0, 1, ready -> value = ready);
        }
        return value.run(x, 0, 0);
    }

    @Override
    public double gradient(long x, long g) {
        if (gradient == null) {
            function(derivatives.gradient(), n, n + 1, ready -> gradient = ready);
        }
        return gradient.run(x, 0, g);
    }

    @Override
    public void hessian(long x, long h) {
        if (hessian == null) {
            function(derivatives.hessian(), n * n, n * n, ready -> hessian = ready);
        }
        hessian.run(x, 0, h);
    }

    @Override
    public void hessianVector(long x, long v, long hv) {
        if (hessianVector == null) {
            function(derivatives.hessianVector(), n, n, ready -> hessianVector = ready);
        }
        hessianVector.run(x, v, hv);
    }

    @Override
    public Optional<SparseHessian> sparseHessian() {
        return Optional.empty();
    }
}
