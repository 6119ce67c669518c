package dev.optimizer.descent;

/**
 * Backtracking: shorten the first step until f has decreased enough (Nocedal and Wright, algorithm 3.1), each time to
 * the minimiser of the parabola through φ(0), φ′(0) and φ(α), kept within a tenth and a half of α (Dennis and Schnabel
 * 1983, algorithm A6.3.1).
 */
public final class ArmijoBacktracking implements StepRule {
    /** The customary c₁ of Dennis and Schnabel 1983 and of Nocedal and Wright. */
    public static final double DEFAULT_C1 = 1e-4;

    private static final double SHORTEN_MOST = 0.1;
    private static final double SHORTEN_LEAST = 0.5;

    /** Enough to halve a step from 1 down to nothing: 2⁻⁶⁰ is far below ε. */
    private static final int TRIALS = 60;

    private final SufficientDecrease decrease;

    public ArmijoBacktracking() {
        this(DEFAULT_C1);
    }

    /** @param c1 the fraction of the predicted decrease to insist on, in (0, 0.5) */
    public ArmijoBacktracking(double c1) {
        this.decrease = new SufficientDecrease(c1);
    }

    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        double alpha = first;
        for (int trial = 0; trial < TRIALS; trial++) {
            if (decrease.holds(phi, alpha, value0, slope0, trial > 0)) {
                return alpha;
            }
            alpha = shorten(alpha, phi.value(alpha), value0, slope0);
        }
        return 0;
    }

    private static double shorten(double alpha, double value, double value0, double slope0) {
        if (!Double.isFinite(value)) {
            return SHORTEN_MOST * alpha;
        }
        double minimizer = -slope0 * alpha * alpha / (2 * (value - value0 - slope0 * alpha));
        return Math.max(SHORTEN_MOST * alpha, Math.min(SHORTEN_LEAST * alpha, minimizer));
    }
}
