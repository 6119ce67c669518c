package dev.optimizer.autodiff.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A nest of loops, outermost first. Its iterations are numbered 0, 1, … in the order in which the loops run, which for
 * the rows and columns of a matrix is row-major order.
 *
 * @param levels the loops; none is the domain of a scalar, with one iteration
 * @param count the number of iterations
 */
public record Domain(List<Level> levels, int count) {
    /** The domain of a scalar: one iteration, no loop. */
    public static final Domain POINT = new Domain(List.of(), 1);

    /** One loop, whose index runs from 0: how often it runs in each iteration, by number, of the loops around it. */
    public sealed interface Level {
        int count(int outer);
    }

    /** A loop that runs as often whatever the loops around it. */
    public record Regular(int count) implements Level {
        @Override
        public int count(int outer) {
            return count;
        }
    }

    /** A loop whose count, which may be 0, depends on the loops around it, such as {@code sum(j in 1..i, …)}. */
    public record Ragged(Indices counts) implements Level {
        @Override
        public int count(int outer) {
            return counts.get(outer);
        }
    }

    /** One loop for a vector, two for a matrix. */
    public static Domain of(int... counts) {
        Domain domain = POINT;
        for (int count : counts) {
            domain = domain.with(new Regular(count));
        }
        return domain;
    }

    /** This nest with one more loop inside. */
    public Domain with(Level inner) {
        List<Level> nest = new ArrayList<>(levels);
        nest.add(inner);
        long total = 0;
        if (inner instanceof Regular regular) {
            total = (long) count * regular.count();
        } else {
            for (int outer = 0; outer < count; outer++) {
                total += inner.count(outer);
            }
        }
        return new Domain(List.copyOf(nest), Math.toIntExact(total));
    }

    /** The outermost loops of this nest, alone. */
    public Domain prefix(int depth) {
        Domain domain = POINT;
        for (int level = 0; level < depth; level++) {
            domain = domain.with(levels.get(level));
        }
        return depth == depth() ? this : domain;
    }

    /** How often the loop of a level runs at most. */
    int longest(int level) {
        return levels.get(level) instanceof Ragged ragged
                ? Arrays.stream(ragged.counts().toArray()).max().orElse(0)
                : levels.get(level).count(0);
    }

    public int depth() {
        return levels.size();
    }

    public boolean isRegular() {
        return levels.stream().allMatch(Regular.class::isInstance);
    }
}
