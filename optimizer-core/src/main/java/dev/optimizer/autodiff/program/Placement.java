package dev.optimizer.autodiff.program;

import dev.optimizer.autodiff.array.Access;
import dev.optimizer.autodiff.array.ArrayGraph;
import dev.optimizer.autodiff.array.ArrayNode;
import dev.optimizer.autodiff.array.ArrayNode.Accumulate;
import dev.optimizer.autodiff.array.ArrayNode.Contribution;
import dev.optimizer.autodiff.array.Domain;
import java.util.Arrays;
import java.util.List;

/**
 * Which matrix products are computed right where they are added: those that alone make up a part of a sum, such as the gradient
 * with respect to one variable of several. They need neither memory of their own nor a pass that adds them.
 */
final class Placement {
    private final ArrayGraph graph;
    /** For each array the sum that it is part of, or ABSENT, and where it begins there. */
    private final int[] sums;

    private final int[] offsets;
    /** For each sum the number of its elements that are placed. */
    private final int[] placed;

    /** @param readers for each array how many read it */
    Placement(ArrayGraph graph, int[] readers) {
        this.graph = graph;
        this.sums = new int[graph.size()];
        this.offsets = new int[graph.size()];
        this.placed = new int[graph.size()];
        Arrays.fill(sums, ArrayGraph.ABSENT);
        for (int array = 0; array < graph.size(); array++) {
            if (graph.node(array) instanceof Accumulate sum) {
                for (Contribution term : sum.contributions()) {
                    if (readers[term.from().array()] == 1 && isAlone(term, sum.contributions())) {
                        place(term, array);
                    }
                }
            }
        }
    }

    private void place(Contribution term, int sum) {
        int product = term.from().array();
        sums[product] = sum;
        offsets[product] = ((Access.Affine) term.to()).base();
        placed[sum] += graph.length(product);
    }

    private boolean isAlone(Contribution term, List<Contribution> all) {
        return graph.node(term.from().array()) instanceof ArrayNode.Product
                && term.from().access().equals(Access.IDENTITY)
                && term.domain().count() == graph.length(term.from().array())
                && term.to().isContiguous()
                && all.stream().allMatch(other -> other == term || isApart(term, other));
    }

    private static boolean isApart(Contribution a, Contribution b) {
        return b.domain().count() == 0 || isAffine(b) && (end(a, 1) < end(b, -1) || end(b, 1) < end(a, -1));
    }

    private static boolean isAffine(Contribution term) {
        return term.to() instanceof Access.Affine && term.domain().isRegular();
    }

    /** The largest element that a contribution adds to, or the smallest if the sign is −1. */
    private static long end(Contribution term, int sign) {
        Access.Affine to = (Access.Affine) term.to();
        long element = to.base()
                + Math.max(0, sign * (long) to.flat()) * sign * (term.domain().count() - 1);
        List<Domain.Level> levels = term.domain().levels();
        for (int level = 0; level < to.strides().size(); level++) {
            long stride = to.strides().get(level);
            element += Math.max(0, sign * stride) * sign * (levels.get(level).count(0) - 1);
        }
        return element;
    }

    boolean isPlaced(int array) {
        return sums[array] != ArrayGraph.ABSENT;
    }

    /** The sum that a placed product is part of. */
    int sum(int product) {
        return sums[product];
    }

    /** Where the product begins in it. */
    int offset(int product) {
        return offsets[product];
    }

    /** Whether placed products fill a sum: it need not begin at zero then. */
    boolean fills(int sum) {
        return placed[sum] == graph.length(sum);
    }
}
