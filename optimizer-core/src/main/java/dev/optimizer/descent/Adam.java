package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * Adam (Kingma and Ba 2015, algorithm 1): the running mean of the gradient over the root of the running mean of its square,
 * entry by entry, both corrected for their start at 0.
 *
 * <p>No entry of a step is much longer than α, whatever the scale of f: the first has the length α in every entry. Here the
 * gradient is the full one, without noise. f may rise on the way: it goes with {@link FixedStep}.
 */
public final class Adam implements Direction {
    /** The constants of the paper. */
    public static final double DEFAULT_BETA1 = 0.9;

    public static final double DEFAULT_BETA2 = 0.999;
    public static final double DEFAULT_EPSILON = 1e-8;

    /**
     * The paper's 0.001 is for training networks in many small steps. From 11 starts of quartic, Rosenbrock,
     * Himmelblau, Beale, double-well, Freudenstein–Roth and flat-minimum, 9 of 11 runs get to ‖∇f‖∞ ≤ 10⁻⁶ in 1,000
     * iterations with 0.1; 1 with 0.001, 5 with 0.01, 10 with 0.3.
     */
    public static final double DEFAULT_STEP = 0.1;

    private final double beta1;
    private final double beta2;
    private final double epsilon;
    private Vector mean;
    private Vector meanSquare;
    private double power1;
    private double power2;

    public Adam() {
        this(DEFAULT_BETA1, DEFAULT_BETA2, DEFAULT_EPSILON);
    }

    /**
     * @param beta1 what is kept of the mean of the gradient, in [0, 1)
     * @param beta2 what is kept of the mean of its square, in [0, 1)
     * @param epsilon ε, added to the root in the denominator, greater than 0
     */
    public Adam(double beta1, double beta2, double epsilon) {
        this.beta1 = Memory.requireDecay("beta1", beta1);
        this.beta2 = Memory.requireDecay("beta2", beta2);
        this.epsilon = Memory.requireEpsilon(epsilon);
    }

    @Override
    public void start(Point x0) {
        mean = Memory.zeros(mean, x0);
        meanSquare = Memory.zeros(meanSquare, x0);
        power1 = 1;
        power2 = 1;
    }

    @Override
    public void compute(Point at, Vector p) {
        power1 *= beta1;
        power2 *= beta2;
        Vector gradient = at.gradient();
        for (int i = 0; i < p.length(); i++) {
            double g = gradient.get(i);
            double m = beta1 * mean.get(i) + (1 - beta1) * g;
            double v = beta2 * meanSquare.get(i) + (1 - beta2) * g * g;
            mean.set(i, m);
            meanSquare.set(i, v);
            p.set(i, -m / (1 - power1) / (Math.sqrt(v / (1 - power2)) + epsilon));
        }
    }

    @Override
    public boolean isWellScaled() {
        return false;
    }
}
