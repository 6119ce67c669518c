package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Cursor;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.Vector;
import java.util.List;

/**
 * Runs the body of a map over its domain, block by block: fetch what is read, carry out each instruction on the whole
 * block, then store or add each result. The registers of a block stay in the processor's cache.
 */
final class MapStep implements Step {
    /** Doubles that the registers may take together: 256 kB, which every processor of today has near. */
    private static final int REGISTER_DOUBLES = 1 << 15;

    private final int count;
    private final int block;
    private final Cursor cursor;
    private final Program program;
    private final double[][] registers;
    private final Gather[] reads;
    private final Vector[] stores;
    private final Scatter[] sums;

    /** Where a result goes: into an array of its own, or straight into a sum. The other is null. */
    public record Target(Vector store, Vector sum, Access access) {}

    /** What a body reads: an array, null for a range, and how. */
    public record Source(Vector array, Access access) {}

    MapStep(Domain domain, Program program, List<Source> sources, List<Target> targets) {
        this.count = domain.count();
        this.block = block(count, program.registerCount());
        this.program = program;
        this.registers = program.blocks(block);
        this.reads = sources.stream()
                .map(source -> new Gather(source.array(), source.access(), block))
                .toArray(Gather[]::new);
        this.stores = targets.stream().map(Target::store).toArray(Vector[]::new);
        this.sums = targets.stream()
                .map(target -> target.sum() == null ? null : new Scatter(target.sum(), target.access(), block))
                .toArray(Scatter[]::new);
        boolean flat = sources.stream().allMatch(source -> Gather.isFlat(source.access()))
                && targets.stream().allMatch(target -> target.sum() == null || Gather.isFlat(target.access()));
        this.cursor = flat ? null : new Cursor(domain, block);
    }

    /** A power of two, so that it divides {@link Scatter#GROUP}. */
    static int block(int count, int registers) {
        int block = Scatter.GROUP;
        while (block > 1 && (long) block * registers > REGISTER_DOUBLES) {
            block /= 2;
        }
        return Math.min(block, Math.max(1, count));
    }

    @Override
    public void run() {
        for (int slot = 0; slot < reads.length; slot++) {
            if (reads[slot].isUniform() && count > 0) {
                reads[slot].load(cursor, 0, block, registers[slot]);
            }
        }
        if (cursor != null) {
            cursor.restart();
        }
        for (int start = 0; start < count; start += block) {
            run(start, Math.min(block, count - start));
        }
    }

    private void run(int start, int n) {
        if (cursor != null) {
            cursor.advance(n);
        }
        for (int slot = 0; slot < reads.length; slot++) {
            if (!reads[slot].isUniform()) {
                reads[slot].load(cursor, start, n, registers[slot]);
            }
        }
        program.run(registers, n);
        for (int i = 0; i < stores.length; i++) {
            double[] values = registers[program.result(i)];
            if (stores[i] != null) {
                stores[i].put(start, values, n);
            } else {
                sums[i].add(cursor, start, n, values, start + n == count);
            }
        }
    }
}
