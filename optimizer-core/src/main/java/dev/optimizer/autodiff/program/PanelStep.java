package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Operand;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.kernel.Execution;
import dev.optimizer.autodiff.kernel.Pass;
import dev.optimizer.autodiff.kernel.Step;
import dev.optimizer.linalg.LowerProduct;
import dev.optimizer.linalg.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The lower triangle of a symmetric product A·B whose right factor is what a map computes: some rows of B at a time, which stay
 * in the processor's cache until they have been multiplied. B is never there as a whole.
 */
final class PanelStep implements Step {
    /**
     * Rows of B at a time: of a thousand numbers each they still fit into a cache of 2 MB. Fewer load and store the product more
     * often: with 64 rows a Hessian of log-sum-exp, 2,000 × 500, took 3 % longer.
     */
    private static final int ROWS = 256;

    private final int m;
    private final Operand left;
    private final int product;
    private final LowerProduct multiply;
    private final Step panel;
    private final Step rest;
    private final int[] slots;
    /** By how many bytes each source moves on from one row to the next. */
    private final long[] strides;

    private final long leftStride;
    private final long[] addresses;
    private final Vector rows;

    /**
     * Takes the memory.
     *
     * @param map computes B row by row; see {@link #fits}
     * @param sources what it reads, in slots of the program
     * @param product the slot of the product
     */
    PanelStep(ArrayNode.Map map, List<Pass.Source> sources, Operand left, int product, Execution execution) {
        int n = left.height();
        this.m = left.width();
        this.left = left;
        this.product = product;
        this.multiply = new LowerProduct(n, left.columns(), left.transposed());
        this.slots = sources.stream().mapToInt(Pass.Source::slot).toArray();
        this.strides = sources.stream()
                .mapToLong(source -> rowStride(map.domain(), source.access()))
                .toArray();
        this.leftStride = (long) Double.BYTES * (left.transposed() ? left.columns() : 1);
        this.addresses = new long[sources.size() + 1];
        this.rows = Vector.zeros((long) Math.min(ROWS, m) * n);
        this.panel = execution.prepare(pass(map, sources, ROWS));
        this.rest = execution.prepare(pass(map, sources, m % ROWS));
        addresses[sources.size()] = rows.address();
    }

    /** Whether a map computes a matrix row by row from what moves on evenly with the rows. */
    static boolean fits(ArrayNode.Map map, List<Pass.Source> sources, int rows) {
        List<Domain.Level> levels = map.domain().levels();
        return map.body().resultCount() == 1
                && !levels.isEmpty()
                && map.domain().isRegular()
                && levels.get(0).count(0) == rows
                && sources.stream()
                        .allMatch(source -> source.slot() != Pass.RANGE && source.access() instanceof Access.Affine);
    }

    private static long rowStride(Domain domain, Access access) {
        Access.Affine affine = (Access.Affine) access;
        int row = domain.count() / domain.levels().get(0).count(0);
        int own = affine.strides().isEmpty() ? 0 : affine.strides().get(0);
        return (long) Double.BYTES * (affine.flat() * row + own);
    }

    /** The same map over fewer rows, from slots of its own. */
    private static Pass pass(ArrayNode.Map map, List<Pass.Source> sources, int rows) {
        List<Domain.Level> levels = map.domain().levels();
        Domain domain = Domain.of(rows);
        for (Domain.Level level : levels.subList(1, levels.size())) {
            domain = domain.with(level);
        }
        List<Pass.Source> own = new ArrayList<>();
        for (Pass.Source source : sources) {
            own.add(new Pass.Source(own.size(), source.access()));
        }
        Pass.Target target = new Pass.Target(own.size(), Access.IDENTITY, false);
        return new Pass(domain, map.body().program(), own, List.of(target), List.of());
    }

    @Override
    public void run(long[] program) {
        long a = program[left.array()] + (long) Double.BYTES * left.offset();
        for (int from = 0; from < m; from += ROWS) {
            int count = Math.min(ROWS, m - from);
            for (int i = 0; i < slots.length; i++) {
                addresses[i] = program[slots[i]] + from * strides[i];
            }
            (count == ROWS ? panel : rest).run(addresses);
            multiply.run(a + from * leftStride, rows.address(), count, program[product], from == 0);
        }
    }
}
