package dev.optimizer.autodiff.kernel;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.Domain;
import dev.optimizer.linalg.NativeMemory;
import java.util.Arrays;
import java.util.List;

/** Goes through the pieces of a nest of loops. Taken once, restarted for each run; allocates nothing on the way. */
public final class Walk {
    private final Domain loops;
    private final int piece;
    /** For each level the index of its loop; for the innermost, that of the first iteration of the piece. */
    private final int[] index;

    private final int[] end;
    /** For each level the number, over the whole walk, of the present iteration of the nest down to that level. */
    private final int[] number;

    private final int last;
    private int length;

    /** @param piece the largest number of iterations of a piece */
    public Walk(Domain loops, int piece) {
        this.loops = loops;
        this.piece = piece;
        this.index = new int[loops.depth()];
        this.end = new int[loops.depth()];
        this.number = new int[loops.depth()];
        this.last = loops.depth() - 1;
    }

    /** The loops of a domain, or a single one in their place where all accesses go by the number of the iteration. */
    public static Domain loops(Domain domain, List<Access> accesses) {
        boolean flat = accesses.stream()
                .allMatch(access -> access instanceof Access.Table
                        || access instanceof Access.Affine affine
                                && affine.strides().isEmpty());
        return flat && domain.depth() > 0 ? Domain.of(domain.count()) : domain;
    }

    /** By how much an access moves from an iteration of the innermost loop to the next. */
    static int step(Domain loops, Access.Affine access) {
        int depth = loops.depth();
        boolean strided = depth > 0 && access.strides().size() == depth;
        return access.flat() + (strided ? access.strides().get(depth - 1) : 0);
    }

    /** Goes to the first piece; false if there is none. */
    public boolean restart() {
        Arrays.fill(number, 0);
        return settle(descend(0));
    }

    /** Goes to the next piece; false if there is none. */
    public boolean next() {
        if (last < 0) {
            return false;
        }
        index[last] += length;
        number[last] += length;
        return settle(index[last] < end[last] ? last : descend(carry(last - 1) + 1));
    }

    /** The number of the first iteration of the piece. */
    public int start() {
        return last < 0 ? 0 : number[last];
    }

    /** The number of iterations of the piece. */
    public int length() {
        return length;
    }

    /** Whether a piece of a {@link Pass} ends here, of which this is the whole or a part. */
    boolean endsPiece() {
        return last < 0 || index[last] + length == end[last] || (index[last] + length) % Pass.PIECE == 0;
    }

    /** The element that an access means in the first iteration of the piece. */
    private int first(Access.Affine access) {
        int element = access.base() + access.flat() * start();
        for (int level = 0; level < access.strides().size(); level++) {
            element += access.strides().get(level) * index[level];
        }
        return element;
    }

    /** The element that an access means in iteration k of the piece. */
    int element(Access access, int k) {
        return access instanceof Access.Affine affine
                ? first(affine) + k * step(loops, affine)
                : ((Access.Table) access).elements().get(start() + k);
    }

    /** Where the element that an access to an array means in iteration k of the piece lies. */
    public long address(long array, Access access, int k) {
        return array + (long) Double.BYTES * element(access, k);
    }

    /** to[k] ← what is read in iteration k of the piece. */
    public void load(long[] addresses, Pass.Source source, double[] to) {
        if (source.slot() != Pass.RANGE) {
            load(addresses[source.slot()], source.access(), to);
            return;
        }
        for (int k = 0; k < length; k++) {
            to[k] = element(source.access(), k);
        }
    }

    private void load(long array, Access access, double[] to) {
        if (access instanceof Access.Affine affine) {
            long from = address(array, access, 0);
            long step = (long) Double.BYTES * step(loops, affine);
            if (step == 0) {
                Arrays.fill(to, 0, length, NativeMemory.get(from));
                return;
            }
            for (int k = 0; k < length; k++) {
                to[k] = NativeMemory.get(from + k * step);
            }
        } else {
            for (int k = 0; k < length; k++) {
                to[k] = NativeMemory.get(address(array, access, k));
            }
        }
    }

    private boolean settle(int level) {
        boolean isOver = level > last + 1;
        length = isOver || last < 0 ? 1 : Math.min(piece, end[last] - index[last]);
        return !isOver;
    }

    /**
     * Starts the loops from a level on, and goes on to the next outer iteration where one of them is empty.
     *
     * @return the number of levels, more when the walk is over
     */
    private int descend(int from) {
        int level = from;
        while (level <= last) {
            int outer = level == 0 ? 0 : number[level - 1];
            index[level] = 0;
            end[level] = loops.levels().get(level).count(outer);
            if (end[level] == 0) {
                level = carry(level - 1);
            }
            level++;
        }
        return level;
    }

    /** Advances the innermost loop, from a level outwards, that has not ended; returns its level, or one past all. */
    private int carry(int from) {
        for (int level = from; level >= 0; level--) {
            index[level]++;
            number[level]++;
            if (index[level] < end[level]) {
                return level;
            }
        }
        return last + 1;
    }
}
