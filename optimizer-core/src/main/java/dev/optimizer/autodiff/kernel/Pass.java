package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.autodiff.scalar.Program;
import dev.optimizer.linalg.NativeMemory;
import java.util.List;
import java.util.stream.Stream;

/**
 * One pass over the iterations of a domain: in each, entries of arrays are read, scalar code runs, and its results are
 * stored or added up. Arrays are known by slots; no array is both read and written.
 *
 * <p>What a pass computes is defined to the bit, whoever runs it. Iterations go in <em>pieces</em>: {@value #PIECE} consecutive
 * ones of the innermost loop, or what is left of it. What is added to elements that move with the innermost loop is added
 * iteration by iteration, in each in the order of the targets. What is added to an element that stays is summed within the
 * piece, in {@link Lanes}, and then added.
 *
 * @param code its inputs are the sources in order, its results the targets
 * @param fresh arrays that are zero before the first iteration, whatever they held
 */
public record Pass(Domain domain, Program code, List<Source> sources, List<Target> targets, List<Fresh> fresh) {
    /**
     * The length of a piece, the last one of a loop aside. The rounding error of a sum of n terms then grows with n/128 in
     * place of n.
     */
    static final int PIECE = 128;

    /** Source arrays that have no memory: element k is k. */
    public static final int RANGE = -1;

    /** What is read in each iteration: the accessed element of the array in a slot, or its number if that is RANGE. */
    public record Source(int slot, Access access) {}

    /** Where a result goes: it is stored in, or added to, the accessed element of the array in a slot. */
    public record Target(int slot, Access access, boolean adds) {}

    /** An array in a slot that begins at zero: all of its elements. */
    public record Fresh(int slot, int length) {}

    public Pass {
        sources = List.copyOf(sources);
        targets = List.copyOf(targets);
        fresh = List.copyOf(fresh);
    }

    /**
     * The loops that the pass runs in: those of the domain, or one in their place where nothing tells them apart. Sums do, for
     * they go by pieces of the innermost loop, whatever else a pass computes.
     */
    Domain loops() {
        boolean sums = targets.stream().anyMatch(Target::adds);
        List<Access> accesses = Stream.concat(
                        sources.stream().map(Source::access), targets.stream().map(Target::access))
                .toList();
        return sums ? domain : Walk.loops(domain, accesses);
    }

    /** Sets what begins at zero. */
    void clear(long[] addresses) {
        for (int i = 0; i < fresh.size(); i++) {
            NativeMemory.zero(addresses[fresh.get(i).slot()], fresh.get(i).length());
        }
    }

    /** Whether a target stays at one element throughout a piece. */
    boolean isTotal(Target target) {
        return target.adds() && target.access() instanceof Access.Affine affine && Walk.step(loops(), affine) == 0;
    }

    /** Whether a target takes part of the order of iterations. */
    boolean isScattered(Target target) {
        return target.adds() && !isTotal(target);
    }
}
