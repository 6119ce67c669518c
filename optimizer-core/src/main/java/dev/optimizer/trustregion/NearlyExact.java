package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;

/**
 * The minimiser of the model within the region, to many digits (Moré and Sorensen 1983, SIAM J. Sci. Stat. Comput. 4,
 * 553–572): p = −(H + λI)⁻¹g with the λ ≥ 0 that makes H + λI positive semidefinite and ‖p‖ what it should be.
 *
 * <p>Newton's step is tried first. Where it is too long, or H is not positive definite, few variables are decomposed into
 * eigenvectors once per point, whatever the number of sizes tried; many are factored once per λ.
 */
public final class NearlyExact extends Subproblem {
    /** Up to so many variables decompositions are cheap, and they alone tell what of a singular H is rounding. */
    private static final int EIGEN_SIZE = 24;

    private final Bound bound;
    private DenseModel model;
    private EigenSecular byEigenvectors;
    private FactoredSecular byFactors;
    private DenseSystem system;
    private Vector newton;
    private double newtonNorm;

    /** For a trust region. */
    public NearlyExact() {
        this(Bound.RADIUS);
    }

    NearlyExact(Bound bound) {
        this.bound = bound;
    }

    @Override
    Bound bound() {
        return bound;
    }

    @Override
    QuadraticModel allocate(int n) {
        model = new DenseModel(n);
        newton = Vector.zeros(n);
        byEigenvectors = n <= EIGEN_SIZE ? new EigenSecular(model, bound) : null;
        system = n <= EIGEN_SIZE ? null : new DenseSystem(model);
        byFactors = n <= EIGEN_SIZE ? null : new FactoredSecular(system, bound);
        return model;
    }

    @Override
    void begin() {
        if (system != null) {
            system.begin();
        }
    }

    @Override
    void reset() {
        newtonNorm = Double.POSITIVE_INFINITY;
        if (bound == Bound.RADIUS && model.factor(0)) {
            model.factors().solve(model.gradient(), newton);
            newton.scale(-1);
            newtonNorm = newton.norm2();
        }
        if (byEigenvectors != null) {
            byEigenvectors.reset();
        }
    }

    @Override
    double solve(double size, Vector s) {
        if (newtonNorm <= size) {
            s.copy(newton);
            return -model.gradient().dot(s) / 2;
        }
        double lambda = byEigenvectors != null ? byEigenvectors.solve(size, s) : byFactors.solve(size, s);
        double norm = s.norm2();
        // −gᵀs = sᵀHs + λ‖s‖², so that nothing cancels.
        return (lambda * norm * norm - model.gradient().dot(s)) / 2;
    }
}
