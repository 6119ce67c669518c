package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.ArrayGradient;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayTangents;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.SparseHessian;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Evaluates a formula with arrays. Derivatives are added to the graph, and programs made from it, when they are first
 * asked for.
 */
public final class ArrayEvaluator implements Evaluator {
    private final ArrayGraph graph;
    private final int value;
    private final int n;
    private final Memory memory = new Memory();
    private final Vector x;
    private Integer gradient;
    private ArrayProgram values;
    private ArrayProgram gradients;
    private ArrayProgram products;
    private Vector direction;
    private Optional<LocalHessian> sparse;
    private Vector matrix;

    /** @param value an array of one element that is made from input 0, which is as long as n */
    public ArrayEvaluator(ArrayGraph graph, int value, int n) {
        this.graph = graph;
        this.value = value;
        this.n = n;
        this.x = memory.input(0, n);
    }

    @Override
    public double value(INDArray at) {
        if (values == null) {
            values = ArrayProgram.of(graph, memory, value);
        }
        x.read(at);
        values.run();
        return values.result(0).get(0);
    }

    @Override
    public double gradient(INDArray at, INDArray g) {
        if (gradients == null) {
            gradients = ArrayProgram.of(graph, memory, orZero(gradient()), value);
        }
        x.read(at);
        gradients.run();
        gradients.result(0).write(g);
        return gradients.result(1).get(0);
    }

    @Override
    public void hessianVector(INDArray at, INDArray v, INDArray hv) {
        prepareProducts();
        x.read(at);
        direction.read(v);
        products.run();
        products.result(0).write(hv);
    }

    @Override
    public void hessian(INDArray at, INDArray h) {
        if (matrix == null) {
            matrix = Vector.zeros((long) n * n);
        }
        prepareSparse();
        if (sparse.isPresent()) {
            sparse.get().dense(at, matrix);
        } else {
            columns(at);
        }
        matrix.write(h);
    }

    /** Column j is the product with the j-th unit vector; only its part below the diagonal is taken, and mirrored. */
    private void columns(INDArray at) {
        prepareProducts();
        x.read(at);
        direction.fill(0);
        for (int j = 0; j < n; j++) {
            direction.set(j, 1);
            if (j == 0) {
                products.run();
            } else {
                products.runAgain();
            }
            Vector column = products.result(0);
            for (int i = j; i < n; i++) {
                matrix.set(i * n + j, column.get(i));
                matrix.set(j * n + i, column.get(i));
            }
            // Last, for the product may be the direction itself.
            direction.set(j, 0);
        }
    }

    @Override
    public Optional<SparseHessian> sparseHessian() {
        prepareSparse();
        return sparse.map(local -> local);
    }

    private void prepareSparse() {
        if (sparse == null) {
            sparse = LocalHessian.of(graph, memory, gradient(), n);
        }
    }

    private void prepareProducts() {
        if (products == null) {
            direction = memory.input(1, n);
            products = ArrayProgram.of(graph, memory, orZero(ArrayTangents.along(graph, gradient())));
        }
    }

    private int orZero(int array) {
        return array == ArrayGraph.ABSENT ? graph.add(new ArrayNode.Constant(0, n)) : array;
    }

    private int gradient() {
        if (gradient == null) {
            gradient = ArrayGradient.of(graph, value, graph.constant(1));
        }
        return gradient;
    }
}
