package dev.optimizer.linalg;

import java.util.Arrays;

/**
 * The order in which to eliminate the variables of a sparse symmetric system so that few zeros become nonzeros: always one
 * that is joined to the fewest others, as far as a bound tells (Amestoy, Davis and Duff 1996, "An approximate minimum degree
 * ordering algorithm", SIAM J. Matrix Anal. Appl. 17, 886–905, without its supervariables).
 *
 * <p>Eliminating a variable joins all its neighbours to each other. This clique is kept as one list, an <em>element</em>,
 * which swallows those it contains, so memory never grows beyond that of the matrix.
 */
final class MinimumDegree {
    private final int n;
    private final int[][] variables;
    private final int[][] elements;
    private final int[][] members;
    private final int[] degree;
    private final int[] outside;
    private final int[] outsideSet;
    private final int[] mark;
    private final boolean[] eliminated;
    private final Buckets buckets;

    private MinimumDegree(int[][] neighbours) {
        n = neighbours.length;
        variables = neighbours;
        elements = new int[n][0];
        members = new int[n][];
        degree = new int[n];
        outside = new int[n];
        outsideSet = new int[n];
        mark = new int[n];
        eliminated = new boolean[n];
        buckets = new Buckets(n);
        Arrays.fill(mark, -1);
        Arrays.fill(outsideSet, -1);
        for (int i = n - 1; i >= 0; i--) {
            degree[i] = variables[i].length;
            buckets.add(i, degree[i]);
        }
    }

    /**
     * The order.
     *
     * @param neighbours for each variable those it is joined to; consumed
     * @return the variables in the order of their elimination
     */
    static int[] order(int[][] neighbours) {
        return new MinimumDegree(neighbours).order();
    }

    private int[] order() {
        int[] order = new int[n];
        for (int step = 0; step < n; step++) {
            int pivot = buckets.removeSmallest();
            order[step] = pivot;
            eliminate(pivot, n - step - 1);
        }
        return order;
    }

    private void eliminate(int pivot, int remaining) {
        int[] clique = clique(pivot);
        eliminated[pivot] = true;
        members[pivot] = clique;
        for (int element : elements[pivot]) {
            members[element] = null;
        }
        countOutside(clique, pivot);
        for (int i : clique) {
            update(i, pivot, clique.length, remaining);
        }
        variables[pivot] = null;
        elements[pivot] = null;
    }

    /** All that the pivot is joined to; they are marked with it. */
    private int[] clique(int pivot) {
        int bound = variables[pivot].length;
        for (int element : elements[pivot]) {
            bound += members[element].length;
        }
        int[] clique = new int[bound];
        mark[pivot] = pivot;
        int count = addUnmarked(variables[pivot], pivot, clique, 0);
        for (int element : elements[pivot]) {
            count = addUnmarked(members[element], pivot, clique, count);
        }
        return Arrays.copyOf(clique, count);
    }

    private int addUnmarked(int[] candidates, int pivot, int[] clique, int from) {
        int count = from;
        for (int i : candidates) {
            if (!eliminated[i] && mark[i] != pivot) {
                mark[i] = pivot;
                clique[count++] = i;
            }
        }
        return count;
    }

    /** outside[e] ← |members of e outside the clique|, for every element e that touches it (section 4 of the paper). */
    private void countOutside(int[] clique, int pivot) {
        for (int i : clique) {
            for (int e : elements[i]) {
                if (members[e] == null) {
                    continue;
                }
                if (outsideSet[e] != pivot) {
                    outsideSet[e] = pivot;
                    outside[e] = members[e].length;
                }
                outside[e]--;
            }
        }
    }

    /** Joins variable i to the new element, in place of all that the element says already; its degree, as bounded. */
    private void update(int i, int pivot, int cliqueLength, int remaining) {
        int bound = cliqueLength - 1;
        int kept = 0;
        int[] touching = elements[i];
        int[] next = new int[touching.length + 1];
        for (int e : touching) {
            if (members[e] != null && outside[e] > 0) {
                next[kept++] = e;
                bound += outside[e];
            }
        }
        next[kept++] = pivot;
        elements[i] = Arrays.copyOf(next, kept);
        variables[i] = unmarked(variables[i], pivot);
        bound += variables[i].length;
        int before = degree[i];
        degree[i] = Math.min(Math.min(bound, remaining - 1), before + cliqueLength - 1);
        buckets.move(i, before, degree[i]);
    }

    private int[] unmarked(int[] list, int pivot) {
        int kept = 0;
        for (int j : list) {
            if (mark[j] != pivot && !eliminated[j]) {
                list[kept++] = j;
            }
        }
        return kept == list.length ? list : Arrays.copyOf(list, kept);
    }

    /** Variables by degree: a doubly linked list for each. */
    private static final class Buckets {
        private static final int NONE = -1;

        private final int[] first;
        private final int[] next;
        private final int[] previous;
        private int smallest;

        Buckets(int n) {
            first = new int[n + 1];
            next = new int[n];
            previous = new int[n];
            Arrays.fill(first, NONE);
        }

        void add(int i, int degree) {
            int head = first[degree];
            next[i] = head;
            previous[i] = NONE;
            if (head != NONE) {
                previous[head] = i;
            }
            first[degree] = i;
            smallest = Math.min(smallest, degree);
        }

        void move(int i, int from, int to) {
            if (from != to) {
                remove(i, from);
                add(i, to);
            }
        }

        private void remove(int i, int degree) {
            if (previous[i] == NONE) {
                first[degree] = next[i];
            } else {
                next[previous[i]] = next[i];
            }
            if (next[i] != NONE) {
                previous[next[i]] = previous[i];
            }
        }

        int removeSmallest() {
            while (first[smallest] == NONE) {
                smallest++;
            }
            int i = first[smallest];
            remove(i, smallest);
            return i;
        }
    }
}
