package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.ArrayNode.Read;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.array.Indices;
import dev.optimizer.autodiff.array.LocalDerivatives;
import dev.optimizer.linalg.NativeMemory;
import dev.optimizer.linalg.Port;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.SparseHessian;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The Hessian of a sum of local terms: the {@link LocalDerivatives} of its gradient, added up by a program. */
final class LocalHessian implements SparseHessian {
    /** Above this the pattern takes more memory than a Hessian by products is slow. */
    private static final long MAX_ENTRIES = 100_000_000;

    private final int n;
    private final SparsePattern pattern;
    private final ArrayProgram program;
    private final Port xPort;
    private final Port valuesPort;

    private LocalHessian(ArrayGraph graph, Memory memory, List<LocalDerivatives.Block> blocks, int n) {
        this.n = n;
        List<int[]> rows = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        for (LocalDerivatives.Block block : blocks) {
            rows.add(block.element().all(block.domain()));
            columns.add(block.entry().all(block.domain()));
        }
        this.pattern = SparsePattern.ofLowerTriangle(n, rows, columns);
        this.xPort = new Port("x", n);
        this.valuesPort = new Port("values", pattern.columns().length);
        this.program = ArrayProgram.of(graph, memory, sum(graph, blocks, rows, columns));
    }

    /** The Hessian with a given gradient; empty if its terms are not local, or zero everywhere. */
    static Optional<LocalHessian> of(ArrayGraph graph, Memory memory, int gradient, int n) {
        Optional<List<LocalDerivatives.Block>> blocks = LocalDerivatives.of(graph, gradient);
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDerivatives.Block> lower = lowerHalf(blocks.get());
        long entries = lower.stream().mapToLong(block -> block.domain().count()).sum();
        boolean fits = entries > 0 && entries <= MAX_ENTRIES;
        return fits ? Optional.of(new LocalHessian(graph, memory, lower, n)) : Optional.empty();
    }

    /** Of two blocks that are each other's mirror image, one: rounding must not break the symmetry. */
    private static List<LocalDerivatives.Block> lowerHalf(List<LocalDerivatives.Block> blocks) {
        record Pair(Domain domain, Access element, Access entry) {}
        Set<Pair> pairs = new HashSet<>();
        List<LocalDerivatives.Block> half = new ArrayList<>();
        for (LocalDerivatives.Block block : blocks) {
            boolean diagonal = block.element().equals(block.entry());
            if (diagonal || !pairs.contains(new Pair(block.domain(), block.entry(), block.element()))) {
                pairs.add(new Pair(block.domain(), block.element(), block.entry()));
                half.add(block);
            }
        }
        return half;
    }

    /** The array of all entries. */
    private int sum(ArrayGraph graph, List<LocalDerivatives.Block> blocks, List<int[]> rows, List<int[]> columns) {
        List<Contribution> terms = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            LocalDerivatives.Block block = blocks.get(i);
            int[] places = pattern.places(rows.get(i), columns.get(i));
            terms.add(new Contribution(block.derivative(), block.domain(), table(places)));
            if (!block.element().equals(block.entry())) {
                addDiagonal(terms, block, places, rows.get(i), columns.get(i));
            }
        }
        return graph.accumulate(pattern.columns().length, terms);
    }

    /** Where two different entries happen to be one, the mirror image of their block falls on the diagonal as well. */
    private static void addDiagonal(
            List<Contribution> terms, LocalDerivatives.Block block, int[] places, int[] rows, int[] columns) {
        int[] same = IntStream.range(0, rows.length)
                .filter(k -> rows[k] == columns[k])
                .toArray();
        if (same.length > 0) {
            int[] from = block.derivative().access().all(block.domain());
            Access source = table(Arrays.stream(same).map(k -> from[k]).toArray());
            Access target = table(Arrays.stream(same).map(k -> places[k]).toArray());
            Read derivative = new Read(block.derivative().array(), source);
            terms.add(new Contribution(derivative, Domain.of(same.length), target));
        }
    }

    private static Access table(int[] places) {
        return new Access.Table(new Indices(places));
    }

    @Override
    public int[] rowStarts() {
        return pattern.rowStarts();
    }

    @Override
    public int[] columns() {
        return pattern.columns();
    }

    @Override
    public void values(INDArray x, INDArray values) {
        long at = xPort.read(x);
        program.input(0, at);
        program.output(0, valuesPort.write(values, at, n));
        program.run();
        valuesPort.finish();
        // The program sees addresses only: what they belong to must outlive it.
        Reference.reachabilityFence(this);
    }

    /** The same as a dense matrix, rows one after the other, both triangles. */
    void dense(long x, long matrix) {
        Vector entries = program.result(0);
        program.input(0, x);
        program.run();
        NativeMemory.zero(matrix, (long) n * n);
        for (int row = 0; row < n; row++) {
            for (int k = pattern.rowStarts()[row]; k < pattern.rowStarts()[row + 1]; k++) {
                int column = pattern.columns()[k];
                NativeMemory.put(matrix + Double.BYTES * ((long) row * n + column), entries.get(k));
                NativeMemory.put(matrix + Double.BYTES * ((long) column * n + row), entries.get(k));
            }
        }
    }
}
