package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * Nesterov's accelerated gradient method (1983), in the notation of Beck and Teboulle 2009 (SIAM J. Imaging Sci. 2,
 * 183–202), eqs. 4.1 to 4.3, without a prox:
 *
 * <pre>
 *     x_k = y_k − α∇f(y_k),   y_{k+1} = x_k + β_k(x_k − x_{k−1}),   β_k = (t_k − 1)/t_{k+1}
 * </pre>
 *
 * <p>with t₁ = 1 and t_{k+1} = (1 + √(1 + 4t_k²))/2; or with a constant β, which suits strongly convex functions (Nesterov
 * 2004, scheme 2.2.11: β = (√κ − 1)/(√κ + 1)).
 *
 * <p>The iterates of a run are the y_k, where the gradients are taken (as in Sutskever et al. 2013): one gradient per step,
 * and what is reported of an iterate is known. In multiples of α the step is p_k = −∇f(y_k) + β_k·w_k with
 * w_k = (x_k − x_{k−1})/α = β_{k−1}·w_{k−1} − ∇f(y_k). The bound f(x_k) − f* ≤ 2‖x₀ − x*‖²/(α(k+1)²) for convex f and
 * α ≤ 1/L (their theorem 4.4) holds for x_k, one gradient step on from y_k. f may rise on the way: it goes with {@link
 * FixedStep}.
 */
public final class Nesterov implements Direction {
    /** Stands for the sequence of 1983. */
    private static final double SEQUENCE = Double.NaN;

    private final double constant;
    private Vector velocity;
    private double momentum;
    private double t;

    /** With the momentum of 1983, which grows from 0 towards 1. */
    public Nesterov() {
        this.constant = SEQUENCE;
    }

    /** @param momentum β, the same in every step, in [0, 1) */
    public Nesterov(double momentum) {
        this.constant = Memory.requireDecay("momentum", momentum);
    }

    @Override
    public void start(Point x0) {
        velocity = Memory.zeros(velocity, x0);
        momentum = 0;
        t = 1;
    }

    @Override
    public void compute(Point at, Vector p) {
        velocity.scale(momentum);
        velocity.axpy(-1, at.gradient());
        momentum = Double.isNaN(constant) ? nextOfSequence() : constant;
        p.copy(velocity);
        p.scale(momentum);
        p.axpy(-1, at.gradient());
    }

    private double nextOfSequence() {
        double before = t;
        t = (1 + Math.sqrt(1 + 4 * before * before)) / 2;
        return (before - 1) / t;
    }

    @Override
    public boolean isWellScaled() {
        return false;
    }
}
