package dev.optimizer.descent;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * The heavy ball (Polyak 1964): p_k = −∇f(x_k) + β·p_{k−1}.
 *
 * <p>With a constant step α this is Polyak's x_{k+1} = x_k − α∇f(x_k) + β(x_k − x_{k−1}). Under a schedule the steps made so
 * far shrink along with α, which is the form in use since Sutskever et al. 2013. On a quadratic with eigenvalues in [μ, L],
 * α = 4/(√L + √μ)² and β = ((√L − √μ)/(√L + √μ))² are best. f may rise on the way: it goes with {@link FixedStep}.
 */
public final class HeavyBall implements Direction {
    private final double momentum;
    private Vector velocity;

    /** @param momentum β, the part of the last step that is kept, in [0, 1) */
    public HeavyBall(double momentum) {
        this.momentum = Memory.requireDecay("momentum", momentum);
    }

    @Override
    public void start(Point x0) {
        velocity = Memory.zeros(velocity, x0);
    }

    @Override
    public void compute(Point at, Vector p) {
        velocity.scale(momentum);
        velocity.axpy(-1, at.gradient());
        p.copy(velocity);
    }

    @Override
    public boolean isWellScaled() {
        return false;
    }
}
