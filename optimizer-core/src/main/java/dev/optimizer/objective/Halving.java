package dev.optimizer.objective;

import dev.optimizer.linalg.Vector;
import java.util.function.Function;

/** Finds the entry of a direction along which a slope is wrong, in log₂ n rounds of two tests. */
final class Halving {
    private Halving() {}

    /**
     * Keeps the half of the entries whose slope is the farther off, until one is left.
     *
     * @param whole the direction; not modified
     * @param test tests the slope along a direction
     */
    static int search(Vector whole, Function<Vector, SlopeTest> test) {
        int from = 0;
        int to = whole.length();
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            SlopeTest left = test.apply(part(whole, from, middle));
            SlopeTest right = test.apply(part(whole, middle, to));
            if (off(left) >= off(right)) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return from;
    }

    /** How far a slope is off; 0 where it is not proven wrong. */
    private static double off(SlopeTest test) {
        return test.outcome() == SlopeTest.Outcome.WRONG ? test.off() : 0;
    }

    private static Vector part(Vector whole, int from, int to) {
        Vector part = Vector.zeros(whole.length());
        for (int i = from; i < to; i++) {
            part.set(i, whole.get(i));
        }
        return part;
    }
}
