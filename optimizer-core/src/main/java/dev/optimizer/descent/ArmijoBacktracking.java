package dev.optimizer.descent;

/**
 * Backtracking: shorten the first step until f has decreased enough (Nocedal and Wright, algorithm 3.1), each time to
 * the minimiser of the parabola through φ(0), φ′(0) and φ(α), kept within a tenth and a half of α (Dennis and Schnabel
 * 1983, algorithm A6.3.1).
 *
 * <p>With a memory the decrease is counted from the largest of the last values of f and not from φ(0), so that f may rise now
 * and then (Grippo, Lampariello and Lucidi 1986, SIAM J. Numer. Anal. 23, 707–716).
 */
public final class ArmijoBacktracking implements StepRule {
    /** The customary c₁ of Dennis and Schnabel 1983 and of Nocedal and Wright. */
    public static final double DEFAULT_C1 = 1e-4;

    private static final double SHORTEN_MOST = 0.1;
    private static final double SHORTEN_LEAST = 0.5;

    /** Enough to halve a step from 1 down to nothing: 2⁻⁶⁰ is far below ε. */
    private static final int TRIALS = 60;

    private final SufficientDecrease decrease;
    private final double[] lastValues;
    private long searches;

    public ArmijoBacktracking() {
        this(DEFAULT_C1);
    }

    /** @param c1 the fraction of the predicted decrease to insist on, in (0, 0.5) */
    public ArmijoBacktracking(double c1) {
        this(c1, 1);
    }

    /**
     * @param c1 the fraction of the predicted decrease to insist on, in (0, 0.5)
     * @param memory the number of values of f whose largest must not be exceeded, φ(0) among them: 1 if f must fall
     */
    public ArmijoBacktracking(double c1, int memory) {
        this.decrease = new SufficientDecrease(c1);
        if (memory < 1) {
            throw new IllegalArgumentException("memory must be at least 1: " + memory);
        }
        this.lastValues = new double[memory];
    }

    @Override
    public void start() {
        searches = 0;
    }

    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        double ceiling = remember(value0);
        double alpha = first;
        for (int trial = 0; trial < TRIALS; trial++) {
            if (staysBelow(ceiling, phi, alpha, value0, slope0)
                    || decrease.holds(phi, alpha, value0, slope0, trial > 0)) {
                return alpha;
            }
            alpha = shorten(alpha, phi.value(alpha), value0, slope0);
        }
        return 0;
    }

    /** The largest of the last values, the newest included. */
    private double remember(double value0) {
        lastValues[(int) (searches++ % lastValues.length)] = value0;
        double largest = value0;
        for (int i = 0; i < Math.min(searches, lastValues.length); i++) {
            largest = Math.max(largest, lastValues[i]);
        }
        return largest;
    }

    /** The nonmonotone condition, if there is more to it than the monotone one. */
    private boolean staysBelow(double ceiling, Line phi, double alpha, double value0, double slope0) {
        double value = phi.value(alpha);
        return ceiling > value0
                && value <= ceiling + decrease.c1() * alpha * slope0
                && value > Double.NEGATIVE_INFINITY;
    }

    private static double shorten(double alpha, double value, double value0, double slope0) {
        if (!Double.isFinite(value)) {
            return SHORTEN_MOST * alpha;
        }
        double minimizer = -slope0 * alpha * alpha / (2 * (value - value0 - slope0 * alpha));
        return Math.max(SHORTEN_MOST * alpha, Math.min(SHORTEN_LEAST * alpha, minimizer));
    }
}
