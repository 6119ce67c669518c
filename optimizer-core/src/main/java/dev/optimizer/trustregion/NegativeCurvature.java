package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.ShiftedHessian;

/**
 * Looks for a direction of clearly negative curvature by factorisations: one tells whether there is any, a few more find
 * −λ₁ to within a factor of two, and inverse iteration does the rest.
 */
final class NegativeCurvature {
    /** How close the shift comes to −λ₁; the share of vectors of curvature above 0 then falls by this factor a step. */
    private static final double CLOSE = 2;

    /** Steps after which a share of random size is gone among 10⁹ variables: CLOSE^(2·20) is 10¹². */
    private static final int STEPS = 20;

    private final ShiftedHessian<?> hessian;
    private final InverseIteration iteration;

    NegativeCurvature(ShiftedHessian<?> hessian, int n) {
        this.hessian = hessian;
        this.iteration = new InverseIteration(hessian, n);
    }

    /**
     * Looks.
     *
     * @param zero the magnitude relative to the norm of H below which an eigenvalue is rounding error, greater than 0
     * @param s (Output) overwritten with a unit vector of negative curvature, if there is any
     * @return sᵀHs < 0, or 0 if there is none, or H is not finite
     */
    double find(double zero, Vector s) {
        double least = zero * hessian.matrix().normMax();
        double most = hessian.matrix().norm1();
        if (!(most < Double.POSITIVE_INFINITY) || most == 0 || hessian.factor(least)) {
            return 0;
        }
        double shift = shift(least, most);
        if (Double.isNaN(shift)) {
            return 0;
        }
        iteration.begin();
        double curvature = iteration.run(STEPS) - shift;
        if (!(curvature < -least)) {
            return 0;
        }
        s.copy(iteration.vector());
        return curvature;
    }

    /** A τ just above −λ₁, with which H + τI has been factored; NaN if there is none, for all that can be told. */
    private double shift(double least, double most) {
        double low = least;
        double high = most * CLOSE;
        while (high > CLOSE * low) {
            double middle = Math.sqrt(low) * Math.sqrt(high);
            if (hessian.factor(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return hessian.factor(high) ? high : Double.NaN;
    }
}
