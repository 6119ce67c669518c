package dev.optimizer.formula;

import java.util.BitSet;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The loops around a place, from the outermost inwards, and which whole numbers their indices give. Where the range of a
 * loop depends on the indices around (ragged loops), bounds may be wider than the truth; {@link #find} tells exactly.
 */
record LoopNest(List<LoopRange> loops) {
    /** Runs of one body, all loops around it included: at some nanoseconds each, a second per evaluation. */
    static final long MAX_ITERATIONS = 100_000_000;

    /** The same loops with another one inside. */
    LoopNest with(LoopRange inner) {
        return new LoopNest(Stream.concat(loops.stream(), Stream.of(inner)).toList());
    }

    /** Whether the ranges of all loops are fixed, so that every combination of indices is run. */
    boolean isRectangular() {
        return loops.stream().allMatch(LoopRange::isFixed);
    }

    /** Whether some loop is empty whatever the indices around are. */
    boolean neverRuns() {
        return loops.stream().anyMatch(loop -> loop.count() == 0);
    }

    /** Iterations of the innermost body if all ranges were as long as the longest; {@code Long.MAX_VALUE} if too many. */
    long iterationsAtMost() {
        long product = 1;
        for (LoopRange loop : loops) {
            product = loop.count() > 0 && product > Long.MAX_VALUE / loop.count()
                    ? Long.MAX_VALUE
                    : product * loop.count();
        }
        return product;
    }

    /** Bounds on the values of a polynomial. They are exact if it is affine and the nest rectangular. */
    Interval bounds(IndexPolynomial polynomial) {
        return new Interval(extreme(polynomial, -1), extreme(polynomial, 1));
    }

    /**
     * Puts the first or last index in place of each index, from the innermost loop outwards, as linear programming over a
     * triangular region does. Where an index is multiplied by another one, interval arithmetic (Moore 1966) takes over.
     */
    private long extreme(IndexPolynomial polynomial, int sign) {
        IndexPolynomial rest = polynomial;
        for (int level = loops.size() - 1; level >= 0 && !rest.isConstant(); level--) {
            if (!rest.isLinearIn(level)) {
                Interval bounds = rest.over(loops);
                return sign > 0 ? bounds.max() : bounds.min();
            }
            long slope = rest.coefficient(level);
            if (slope != 0) {
                LoopRange loop = loops.get(level);
                rest = rest.substitute(level, slope > 0 == sign > 0 ? loop.to() : loop.from());
            }
        }
        return rest.constantTerm();
    }

    /**
     * Goes through the iterations, as far as they matter to a subscript, until one is wanted.
     *
     * @param wanted is given the indices by level, an array that goes on changing
     * @param budget gives how many steps are left, and counts one down
     * @return the wanted indices; null if there are none
     * @throws BudgetExceededException if there are no steps left
     */
    long[] find(Subscript subscript, Predicate<long[]> wanted, LongSupplier budget) {
        int[] levels = levelsThatMatter(subscript).stream().toArray();
        long[] indices = new long[loops.size()];
        return find(levels, indices, wanted, budget) ? indices : null;
    }

    /** An odometer: the last of the levels turns fastest. */
    private boolean find(int[] levels, long[] indices, Predicate<long[]> wanted, LongSupplier budget) {
        long[] last = new long[levels.length];
        int at = -1;
        do {
            if (budget.getAsLong() <= 0) {
                throw new BudgetExceededException();
            }
            if (at == levels.length - 1) {
                if (wanted.test(indices)) {
                    return true;
                }
            } else {
                at++;
                LoopRange loop = loops.get(levels[at]);
                last[at] = loop.to().value(indices);
                indices[levels[at]] = loop.from().value(indices) - 1;
            }
            while (at >= 0 && ++indices[levels[at]] > last[at]) {
                at--;
            }
        } while (at >= 0);
        return false;
    }

    /** The loops whose indices occur, and all that these depend on or that depend on these. */
    private BitSet levelsThatMatter(Subscript subscript) {
        BitSet matter = new BitSet();
        loops.stream().filter(loop -> subscript.dependsOn(loop.level())).forEach(loop -> matter.set(loop.level()));
        int before;
        do {
            before = matter.cardinality();
            for (LoopRange loop : loops) {
                for (int around = 0; around < loop.level(); around++) {
                    boolean depends = loop.from().dependsOn(around) || loop.to().dependsOn(around);
                    if (depends && (matter.get(loop.level()) || matter.get(around))) {
                        matter.set(loop.level());
                        matter.set(around);
                    }
                }
            }
        } while (matter.cardinality() > before);
        return matter;
    }

    /** Checking one by one would take too long. */
    static final class BudgetExceededException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
