package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.ArrayGradient;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayTangents;
import dev.optimizer.autodiff.array.Jacobian;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.linalg.NativeMemory;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.SparseHessian;
import java.util.Optional;

/**
 * Evaluates a formula with arrays. Derivatives are added to the graph, and programs made from it, when they are first
 * asked for.
 */
public final class ArrayEvaluator implements Evaluator {
    private final ArrayGraph graph;
    private final int value;
    private final int n;
    private final Memory memory;
    private Integer gradient;
    private ArrayProgram values;
    private ArrayProgram gradients;
    private ArrayProgram products;
    private Optional<LocalHessian> sparse;
    private Optional<ArrayProgram> dense;
    private Vector unit;

    /** @param value an array of one element that is made from input 0, which is as long as n */
    public ArrayEvaluator(ArrayGraph graph, int value, int n, Execution execution) {
        this.memory = new Memory(execution);
        this.graph = graph;
        this.value = value;
        this.n = n;
    }

    /** The elements of an array that depends on no input. */
    public static double[] constant(ArrayGraph graph, int array) {
        ArrayProgram program = ArrayProgram.of(graph, new Memory(Execution.INTERPRETED), array);
        Vector elements = program.result(0);
        program.run();
        return elements.toArray();
    }

    @Override
    public double value(long x) {
        if (values == null) {
            values = ArrayProgram.of(graph, memory, value);
        }
        values.input(0, x);
        values.run();
        return values.number(0);
    }

    @Override
    public double gradient(long x, long g) {
        if (gradients == null) {
            gradients = ArrayProgram.of(graph, memory, orZero(gradient()), value);
        }
        gradients.input(0, x);
        gradients.output(0, g);
        gradients.run();
        return gradients.number(1);
    }

    @Override
    public void hessianVector(long x, long v, long hv) {
        prepareProducts();
        products.input(0, x);
        products.input(1, v);
        products.output(0, hv);
        products.run();
    }

    @Override
    public void hessian(long x, long h) {
        prepareSparse();
        if (sparse.isPresent()) {
            sparse.get().dense(x, h);
            return;
        }
        prepareDense();
        if (dense.isPresent()) {
            dense.get().input(0, x);
            dense.get().output(0, h);
            dense.get().run();
            mirror(h);
        } else {
            columns(x, h);
        }
    }

    private void prepareDense() {
        if (dense == null) {
            int length = Math.multiplyExact(n, n);
            dense = Jacobian.of(graph, gradient(), n)
                    .map(hessian ->
                            hessian == ArrayGraph.ABSENT ? graph.add(new ArrayNode.Constant(0, length)) : hessian)
                    .map(hessian -> ArrayProgram.symmetric(graph, memory, hessian));
        }
    }

    private void mirror(long h) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                NativeMemory.put(h + entry(j, i), NativeMemory.get(h + entry(i, j)));
            }
        }
    }

    /** Column j is the product with the j-th unit vector; only its part below the diagonal is taken, and mirrored. */
    private void columns(long x, long h) {
        prepareProducts();
        if (unit == null) {
            unit = Vector.zeros(n);
        }
        Vector column = products.result(0);
        products.input(0, x);
        products.input(1, unit.address());
        for (int j = 0; j < n; j++) {
            unit.set(j, 1);
            if (j == 0) {
                products.run();
            } else {
                products.runAgain();
            }
            for (int i = j; i < n; i++) {
                NativeMemory.put(h + entry(i, j), column.get(i));
                NativeMemory.put(h + entry(j, i), column.get(i));
            }
            unit.set(j, 0);
        }
    }

    @Override
    public Optional<SparseHessian> sparseHessian() {
        prepareSparse();
        return sparse.map(local -> local);
    }

    private long entry(int row, int column) {
        return Double.BYTES * ((long) row * n + column);
    }

    private void prepareSparse() {
        if (sparse == null) {
            sparse = LocalHessian.of(graph, memory, gradient(), n);
        }
    }

    private void prepareProducts() {
        if (products == null) {
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
