package dev.optimizer.autodiff.array;

import java.util.Arrays;

/**
 * Walks through the iterations of a domain in blocks and says what the loop indices are. Taken once, restarted for each
 * walk; allocates nothing on the way.
 */
public final class Cursor {
    private final Domain domain;
    private final int[][] indices;
    private final int[] current;
    private final int[] end;
    /** For each level the number, over the whole walk, of the present iteration of the nest down to that level. */
    private final int[] number;

    public Cursor(Domain domain, int block) {
        this.domain = domain;
        this.indices = new int[domain.depth()][block];
        this.current = new int[domain.depth()];
        this.end = new int[domain.depth()];
        this.number = new int[domain.depth()];
    }

    /** Goes back to the first iteration. */
    public void restart() {
        Arrays.fill(number, 0);
        descend(0);
    }

    /** Passes over the next n iterations; {@link #indices} then tells their loop indices. */
    public void advance(int n) {
        int last = current.length - 1;
        for (int k = 0; last >= 0 && k < n; ) {
            int run = Math.min(n - k, end[last] - current[last]);
            for (int level = 0; level < last; level++) {
                Arrays.fill(indices[level], k, k + run, current[level]);
            }
            for (int i = 0; i < run; i++) {
                indices[last][k + i] = current[last] + i;
            }
            k += run;
            current[last] += run - 1;
            number[last] += run - 1;
            descend(carry(last) + 1);
        }
    }

    /** The indices of one loop in the iterations that were passed last. Overwritten by the next {@link #advance}. */
    public int[] indices(int level) {
        return indices[level];
    }

    /** Starts the loops from a level on, and goes on to the next outer iteration where one of them is empty. */
    private void descend(int from) {
        int level = from;
        while (level < current.length) {
            int outer = level == 0 ? 0 : number[level - 1];
            current[level] = 0;
            end[level] = domain.levels().get(level).count(outer);
            if (end[level] == 0) {
                level = carry(level - 1);
            }
            level++;
        }
    }

    /** Advances the innermost loop, from a level outwards, that has not ended; returns its level. */
    private int carry(int from) {
        for (int level = from; level >= 0; level--) {
            current[level]++;
            number[level]++;
            if (current[level] < end[level]) {
                return level;
            }
        }
        // The walk is over: nothing is to be started.
        return current.length;
    }
}
