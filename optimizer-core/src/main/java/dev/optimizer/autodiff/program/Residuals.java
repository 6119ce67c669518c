package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGradient;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayTangents;
import dev.optimizer.autodiff.array.Indices;
import dev.optimizer.autodiff.array.LocalDerivatives;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.linalg.NativeMemory;
import dev.optimizer.linalg.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A vector of residuals and its Jacobian: added up from {@link LocalDerivatives} where there are such; otherwise column by
 * column in forward mode or row by row in reverse mode, whichever are fewer.
 */
public final class Residuals {
    private final ArrayGraph graph;
    private final int residuals;
    private final int n;
    private final int m;
    private final Memory memory;
    private ArrayProgram values;
    private ArrayProgram jacobian;
    /** Whether the program computes all entries at once; if not, one column or row for a unit vector. */
    private boolean whole;

    private Vector unit;

    public Residuals(ArrayGraph graph, int residuals, int n, int m, Execution execution) {
        this.memory = new Memory(execution);
        this.graph = graph;
        this.residuals = residuals;
        this.n = n;
        this.m = m;
    }

    public void values(long x, long r) {
        if (values == null) {
            values = ArrayProgram.of(graph, memory, residuals);
        }
        values.input(0, x);
        values.output(0, r);
        values.run();
    }

    public void jacobian(long x, long j) {
        if (jacobian == null) {
            prepare();
        }
        jacobian.input(0, x);
        if (whole) {
            jacobian.output(0, j);
            jacobian.run();
        } else {
            forEachUnitVector(j);
        }
    }

    private void prepare() {
        Optional<Integer> local = local();
        whole = local.isPresent();
        if (!whole) {
            unit = Vector.zeros(byColumns() ? n : m);
        }
        jacobian = ArrayProgram.of(graph, memory, local.orElseGet(() -> byColumns() ? column() : row()));
    }

    private boolean byColumns() {
        return n <= m;
    }

    private int column() {
        return orZero(ArrayTangents.along(graph, residuals), m);
    }

    private int row() {
        return orZero(ArrayGradient.of(graph, residuals, graph.add(new ArrayNode.Input(1, m))), n);
    }

    private int orZero(int array, int length) {
        return array == ArrayGraph.ABSENT ? graph.add(new ArrayNode.Constant(0, length)) : array;
    }

    private Optional<Integer> local() {
        return LocalDerivatives.of(graph, residuals).map(blocks -> {
            List<Contribution> entries = new ArrayList<>();
            for (LocalDerivatives.Block block : blocks) {
                int[] places = block.element().all(block.domain());
                int[] columns = block.entry().all(block.domain());
                for (int k = 0; k < places.length; k++) {
                    places[k] = places[k] * n + columns[k];
                }
                Access to = new Access.Table(new Indices(places));
                entries.add(new Contribution(block.derivative(), block.domain(), to));
            }
            return orZero(graph.accumulate(m * n, entries), m * n);
        });
    }

    private void forEachUnitVector(long j) {
        int count = byColumns() ? n : m;
        Vector derivatives = jacobian.result(0);
        jacobian.input(1, unit.address());
        for (int i = 0; i < count; i++) {
            unit.set(i, 1);
            if (i == 0) {
                jacobian.run();
            } else {
                jacobian.runAgain();
            }
            store(j, i, derivatives);
            unit.set(i, 0);
        }
    }

    private void store(long j, int unit, Vector derivatives) {
        for (int k = 0; k < derivatives.length(); k++) {
            long entry = byColumns() ? (long) k * n + unit : (long) unit * n + k;
            NativeMemory.put(j + Double.BYTES * entry, derivatives.get(k));
        }
    }
}
