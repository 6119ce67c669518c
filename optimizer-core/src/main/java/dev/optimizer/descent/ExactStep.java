package dev.optimizer.descent;

/**
 * The step α = −φ′(0)/φ″(0), where the parabola through φ(0), φ′(0) and φ″(0) is lowest. On a quadratic that is the exact
 * minimiser along p (Cauchy's step; Nocedal and Wright eq. 3.26); elsewhere it is Newton's method for φ′ = 0, made once.
 *
 * <p>φ″(0) = pᵀ∇²f(x)p takes one product of the Hessian with p. The step is shortened by {@link ArmijoBacktracking} where f
 * has not decreased enough; the minimiser of a parabola always passes. Where φ″(0) ≤ 0 the parabola has no minimiser, f falls
 * ever faster as far as it can tell, and backtracking begins at the step that would be tried first without it.
 */
public final class ExactStep implements StepRule {
    private final ArmijoBacktracking backtracking = new ArmijoBacktracking();

    @Override
    public void start() {
        backtracking.start();
    }

    @Override
    public double search(Line phi, double value0, double slope0, double first) {
        double alpha = -slope0 / phi.curvature();
        boolean usable = alpha > 0 && alpha < Double.POSITIVE_INFINITY;
        return backtracking.search(phi, value0, slope0, usable ? alpha : first);
    }
}
