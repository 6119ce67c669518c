package dev.optimizer.trustregion;

import dev.optimizer.linalg.ExtremeEigenvalues;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;

/** The model by products of the Hessian with vectors, in the units of the variables themselves. */
final class OperatorModel implements QuadraticModel {
    /** Products that the search for negative curvature takes at most: see {@code NewtonCg}, which looks in the same way. */
    private static final int MOST_PRODUCTS = 100;

    /** As in {@link MatrixModel}: what is rounding, and what is the error of differences of gradients. */
    private static final double ZERO = 8 * Math.ulp(1.0);

    private static final double DIFFERENCED_ZERO = 1e-6;

    private final int n;
    private Point at;
    private ExtremeEigenvalues spectrum;

    OperatorModel(int n) {
        this.n = n;
    }

    @Override
    public boolean serves(Point x0) {
        return x0.dimension() == n;
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
        if (spectrum == null) {
            spectrum = new ExtremeEigenvalues(n, MOST_PRODUCTS);
        }
        return spectrum.negativeCurvature(this, at.hasExactHessian() ? n * ZERO : DIFFERENCED_ZERO, s);
    }
}
