package dev.optimizer.trustregion;

import dev.optimizer.linalg.Lanczos;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/** The model by products of the Hessian with vectors, in the units of the variables themselves. */
final class OperatorModel implements QuadraticModel {
    /** Products that the search for negative curvature takes at most; with fewer variables it is complete. */
    private static final int MOST_PRODUCTS = 40;

    /** As in {@link DenseModel}: what is rounding, and what is the error of differences of gradients. */
    private static final double ZERO = 8 * Math.ulp(1.0);

    private static final double DIFFERENCED_ZERO = 1e-6;

    private final int n;
    private Point at;
    private Search search;

    OperatorModel(int n) {
        this.n = n;
    }

    @Override
    public void begin() {
        at = null;
    }

    @Override
    public void moveTo(Point to) {
        at = to;
    }

    @Override
    public Vector gradient() {
        return at.gradient();
    }

    @Override
    public void multiply(Vector v, Vector hv) {
        at.multiply(v, hv);
    }

    @Override
    public void toStep(Vector s, Vector p) {
        p.copy(s);
    }

    @Override
    public double size(Vector x) {
        return x.norm2();
    }

    /** By Lanczos's process from a fixed vector. Its memory is taken when the first stationary point is met. */
    @Override
    public double negativeCurvature(Vector s) {
        if (search == null) {
            search = new Search();
        }
        return search.run(s);
    }

    private final class Search {
        private final int most = Math.min(n, MOST_PRODUCTS);
        private final Lanczos lanczos = new Lanczos(n, most);
        private final Matrix tridiagonal = Matrix.zeros(most);
        private final SymmetricEigen eigen = new SymmetricEigen(most);
        private final Vector weights = Vector.zeros(most);

        double run(Vector s) {
            for (int i = 0; i < n; i++) {
                s.set(i, 1 + ((long) i * 7919 % 101) / 101.0);
            }
            lanczos.begin(s);
            while (lanczos.extend(OperatorModel.this)) {
                // until the space is invariant, or full
            }
            if (lanczos.size() == 0 || !eigen.decompose(tridiagonal())) {
                return 0;
            }
            double zero = (at.hasExactHessian() ? n * ZERO : DIFFERENCED_ZERO) * eigen.norm();
            if (!(eigen.values().get(0) < -zero)) {
                return 0;
            }
            for (int k = 0; k < most; k++) {
                weights.set(k, eigen.vector(0, k));
            }
            lanczos.combine(weights, s);
            s.scale(1 / s.norm2());
            return eigen.values().get(0);
        }

        /** Rows that were not reached stay empty: their eigenvalue 0 is neither the smallest nor the largest of interest. */
        private Matrix tridiagonal() {
            for (int k = 0; k < most; k++) {
                boolean known = k < lanczos.size();
                boolean linked = k + 1 < lanczos.size();
                tridiagonal.set(k, k, known ? lanczos.alpha(k) : 0);
                if (k + 1 < most) {
                    tridiagonal.set(k, k + 1, linked ? lanczos.beta(k) : 0);
                    tridiagonal.set(k + 1, k, linked ? lanczos.beta(k) : 0);
                }
            }
            return tridiagonal;
        }
    }
}
