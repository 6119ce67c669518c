package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * RMSProp (Tieleman and Hinton 2012, lecture 6.5): each entry of the gradient over the root of the running mean of its
 * square.
 *
 * <p>The mean starts at 0 and is not corrected for it, so the first step has the length α/√(1 − ρ) in every entry. Near a
 * minimum a constant α does not settle: steps keep the length α. Here the gradient is the full one, without noise. f may
 * rise on the way: it goes with {@link FixedStep}.
 */
public final class RmsProp implements Direction {
    /** ρ of the lecture. */
    public static final double DEFAULT_DECAY = 0.9;

    public static final double DEFAULT_EPSILON = 1e-8;

    private final double decay;
    private final double epsilon;
    private Vector meanSquare;

    public RmsProp() {
        this(DEFAULT_DECAY, DEFAULT_EPSILON);
    }

    /**
     * @param decay ρ, what is kept of the mean of the square, in [0, 1)
     * @param epsilon ε, added to the root in the denominator, greater than 0
     */
    public RmsProp(double decay, double epsilon) {
        this.decay = Memory.requireDecay("decay", decay);
        this.epsilon = Memory.requireEpsilon(epsilon);
    }

    @Override
    public void start(Point x0) {
        meanSquare = Memory.zeros(meanSquare, x0);
    }

    @Override
    public void compute(Point at, Vector p) {
        Vector gradient = at.gradient();
        for (int i = 0; i < p.length(); i++) {
            double g = gradient.get(i);
            double v = decay * meanSquare.get(i) + (1 - decay) * g * g;
            meanSquare.set(i, v);
            p.set(i, -g / (Math.sqrt(v) + epsilon));
        }
    }

    @Override
    public boolean isWellScaled() {
        return false;
    }
}
