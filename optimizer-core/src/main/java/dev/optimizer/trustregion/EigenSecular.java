package dev.optimizer.trustregion;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.ShiftedHessian;

/**
 * The secular equation in the eigenvectors of H, where ‖p(λ)‖² = Σ γᵢ²/(λᵢ + λ)² with γᵢ = vᵢᵀg: a step of Newton's method costs
 * n divisions. It starts from the largest of the bounds that each term gives by itself, so it rises to the solution
 * ({@link Bound}), and the hard case is where it starts beyond it.
 *
 * <p>The unknown is δ = λ − max(0, −λ₁), so that λ₁ + λ keeps its digits however small it is.
 */
final class EigenSecular implements Secular {
    /** Newton's method converges quadratically; this is a guard. */
    private static final int MOST_ITERATIONS = 100;

    /** ‖p‖ is as good as its bound within this: it leaves half of the digits, and the radius is no better known. */
    private static final double TOLERANCE = 1e-8;

    private final MatrixModel model;
    private final ShiftedHessian<Matrix> hessian;
    private final Bound bound;
    private final int n;
    private final SymmetricEigen eigen;

    /** The eigenvalues, to which base has been added. */
    private final Vector values;

    private final Vector gamma;
    private boolean isKnown;
    private double base;
    private double norm;
    private double slope;

    /** @param hessian that of the model */
    EigenSecular(MatrixModel model, ShiftedHessian<Matrix> hessian, Bound bound) {
        this.model = model;
        this.hessian = hessian;
        this.bound = bound;
        this.n = model.gradient().length();
        this.eigen = new SymmetricEigen(n);
        this.values = Vector.zeros(n);
        this.gamma = Vector.zeros(n);
    }

    @Override
    public void begin() {}

    @Override
    public void reset() {
        isKnown = false;
    }

    @Override
    public double solve(double size, Vector s) {
        if (!isKnown && !project()) {
            return Double.NaN;
        }
        double delta = rise(least(size), size);
        double missing = 0;
        double length = bound.length(base + delta, size);
        if (base + delta > 0 && norm < length * (1 - TOLERANCE)) {
            missing = Math.sqrt((length - norm) * (length + norm));
        }
        combine(delta, missing, s);
        return base + delta;
    }

    /**
     * Eigenvalues that are zero but for rounding become zero, and so do the components of g along them if they are
     * rounding too; otherwise noise along the null space of a singular H would fill the whole region.
     */
    private boolean project() {
        if (!eigen.decompose(hessian.matrix())) {
            return false;
        }
        double zeroEigenvalue = model.zero() * eigen.norm();
        // x is not known better than to ε·x.
        double zeroGradient = zeroEigenvalue * model.xNorm();
        double first = eigen.values().get(0);
        base = first < -zeroEigenvalue ? -first : 0;
        for (int k = 0; k < n; k++) {
            double value = eigen.values().get(k);
            double component = eigen.project(k, model.gradient());
            boolean zero = Math.abs(value) <= zeroEigenvalue;
            values.set(k, base + (zero ? 0 : value));
            gamma.set(k, zero && Math.abs(component) <= zeroGradient ? 0 : component);
        }
        isKnown = true;
        return true;
    }

    private double least(double size) {
        double least = 0;
        for (int k = 0; k < n; k++) {
            least = Math.max(least, bound.least(values.get(k), base, Math.abs(gamma.get(k)), size));
        }
        return least;
    }

    private double rise(double from, double size) {
        double delta = from;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            measure(delta);
            double lambda = base + delta;
            if (!(norm > bound.length(lambda, size) * (1 + TOLERANCE))) {
                return delta;
            }
            double next = delta + bound.newton(lambda, size, norm, slope);
            if (!(next > delta)) {
                return delta;
            }
            delta = next;
        }
        return delta;
    }

    /** ‖p(λ)‖ and pᵀ(H + λI)⁻¹p; a component without a gradient has no step, even where λᵢ + λ = 0. */
    private void measure(double delta) {
        double squares = 0;
        slope = 0;
        for (int k = 0; k < n; k++) {
            if (gamma.get(k) != 0) {
                double component = gamma.get(k) / (values.get(k) + delta);
                squares += component * component;
                slope += component * component / (values.get(k) + delta);
            }
        }
        norm = Math.sqrt(squares);
    }

    /** The hard case: what is missing in length is made up along the leftmost eigenvector, downhill if there is a downhill. */
    private void combine(double delta, double missing, Vector s) {
        s.fill(0);
        for (int k = 0; k < n; k++) {
            double length = gamma.get(k) == 0 ? 0 : -gamma.get(k) / (values.get(k) + delta);
            if (k == 0) {
                length += gamma.get(0) > 0 ? -missing : missing;
            }
            for (int i = 0; i < n; i++) {
                s.set(i, s.get(i) + length * eigen.vector(k, i));
            }
        }
    }
}
