package dev.optimizer.trustregion;

import dev.optimizer.linalg.Lanczos;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/**
 * The minimiser of the model within the region and a Krylov space (GLTR: Gould, Lucidi, Roma and Toint 1999, SIAM J. Optim.
 * 9, 504–525): for many variables and indefinite Hessians, where conjugate gradients stop at the edge of the region.
 *
 * <p>In the basis of Lanczos the model is tridiagonal, and is minimised nearly exactly. The basis is kept at a point, so
 * that a rejected trial costs no product with the Hessian unless a shorter step needs more of the space.
 */
public final class GeneralizedLanczos extends Subproblem {
    /** Vectors in the basis, and how many numbers they may have together: 160 MB. */
    private static final int MOST_VECTORS = 60;

    private static final int LEAST_VECTORS = 8;
    private static final long MOST_NUMBERS = 20_000_000;

    private OperatorModel model;
    private Lanczos lanczos;
    private TridiagonalSystem system;
    private FactoredSecular secular;
    private Vector weights;
    private Forcing forcing;
    private boolean begun;

    @Override
    QuadraticModel allocate(Point x0) {
        int n = x0.dimension();
        int most = (int) Math.min(Math.min(n, MOST_VECTORS), Math.max(LEAST_VECTORS, MOST_NUMBERS / n));
        model = new OperatorModel(n);
        lanczos = new Lanczos(n, most);
        system = new TridiagonalSystem(lanczos, most);
        secular = new FactoredSecular(system, Bound.RADIUS);
        weights = Vector.zeros(most);
        forcing = new Forcing();
        return model;
    }

    @Override
    void begin() {
        forcing.begin();
    }

    @Override
    void reset() {
        forcing.next(model.gradient());
        begun = false;
    }

    @Override
    double solve(double size, Vector s) {
        if (!begun) {
            lanczos.begin(model.gradient());
            system.begin(model.gradient().norm2());
            lanczos.extend(model);
            begun = true;
        }
        if (lanczos.size() == 0) {
            return Double.NaN;
        }
        double lambda = secular.solve(size, weights);
        while (!isSolved() && lanczos.extend(model)) {
            lambda = secular.solve(size, weights);
        }
        lanczos.combine(weights, s);
        double norm = s.norm2();
        return (lambda * norm * norm - model.gradient().dot(s)) / 2;
    }

    /** The residual of (H + λI)s = −g is β·|last weight|: eq. 5.5 of the paper. NaN ends the search. */
    private boolean isSolved() {
        int last = lanczos.size() - 1;
        double residual = Math.abs(lanczos.beta(last) * weights.get(last));
        return !(residual > forcing.tolerance() * system.gradientNorm());
    }
}
