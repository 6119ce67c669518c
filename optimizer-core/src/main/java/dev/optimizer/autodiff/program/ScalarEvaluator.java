package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.scalar.Differentiated;
import dev.optimizer.autodiff.scalar.Graph;
import dev.optimizer.autodiff.scalar.Machine;
import dev.optimizer.linalg.Buffers;
import dev.optimizer.objective.SparseHessian;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Evaluates a formula of numbers, without arrays or loops: one piece of scalar code for each purpose. */
public final class ScalarEvaluator implements Evaluator {
    /** Up to this many entries of x for each one that is used, all are copied in at each evaluation. */
    private static final int SPARE_ENTRIES = 16;

    private final Differentiated derivatives;
    private final int n;
    private final Machine value;
    private final double[] vector;
    private Machine gradient;
    private Machine hessian;
    private Machine hessianVector;
    private double[] matrix;

    private ScalarEvaluator(Graph code, int value, int n) {
        this.derivatives = new Differentiated(code, value, n);
        this.n = n;
        this.value = new Machine(derivatives.value());
        this.vector = new double[n];
    }

    /** The evaluator of an array of one element, if that is one map over a single iteration that reads x alone. */
    public static Optional<Evaluator> of(ArrayGraph graph, int result, int n) {
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
        return Optional.of(new ScalarEvaluator(code, map.body().addTo(code, inputs)[0], n));
    }

    @Override
    public double value(INDArray x) {
        run(value, x);
        return value.result(0);
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        if (gradient == null) {
            gradient = new Machine(derivatives.gradient());
        }
        run(gradient, x);
        write(gradient, vector, g);
        return gradient.result(n);
    }

    @Override
    public void hessian(INDArray x, INDArray h) {
        if (hessian == null) {
            hessian = new Machine(derivatives.hessian());
            matrix = new double[n * n];
        }
        run(hessian, x);
        write(hessian, matrix, h);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        if (hessianVector == null) {
            hessianVector = new Machine(derivatives.hessianVector());
        }
        Buffers.read(v, vector);
        System.arraycopy(vector, 0, hessianVector.inputs(), n, n);
        run(hessianVector, x);
        write(hessianVector, vector, hv);
    }

    @Override
    public Optional<SparseHessian> sparseHessian() {
        return Optional.empty();
    }

    private static void run(Machine machine, INDArray x) {
        Buffers.read(x, machine.inputs());
        machine.run();
    }

    private static void write(Machine machine, double[] scratch, INDArray to) {
        for (int i = 0; i < scratch.length; i++) {
            scratch[i] = machine.result(i);
        }
        Buffers.write(scratch, to);
    }
}
