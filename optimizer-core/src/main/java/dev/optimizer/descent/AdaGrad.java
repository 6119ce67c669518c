package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * AdaGrad (Duchi, Hazan and Singer 2011, JMLR 12, 2121–2159, figure 1 with diagonal matrices): each entry of the gradient
 * over the root of the sum of the squares of all that came before it, itself included.
 *
 * <p>Steps shrink for ever, like 1/√k while the gradient stays as it is. Here the gradient is the full one, without noise. f
 * may rise on the way: it goes with {@link FixedStep}.
 */
public final class AdaGrad implements Direction {
    /** Large enough to divide by, small enough to change nothing: the default of PyTorch. */
    public static final double DEFAULT_EPSILON = 1e-10;

    private final double epsilon;
    private Vector sumOfSquares;

    public AdaGrad() {
        this(DEFAULT_EPSILON);
    }

    /** @param epsilon δ of the paper, added to the root in the denominator, greater than 0 */
    public AdaGrad(double epsilon) {
        this.epsilon = Memory.requireEpsilon(epsilon);
    }

    @Override
    public void start(Point x0) {
        sumOfSquares = Memory.zeros(sumOfSquares, x0);
    }

    @Override
    public void compute(Point at, Vector p) {
        Vector gradient = at.gradient();
        for (int i = 0; i < p.length(); i++) {
            double g = gradient.get(i);
            double sum = sumOfSquares.get(i) + g * g;
            sumOfSquares.set(i, sum);
            p.set(i, -g / (Math.sqrt(sum) + epsilon));
        }
    }

    @Override
    public boolean isWellScaled() {
        return false;
    }
}
