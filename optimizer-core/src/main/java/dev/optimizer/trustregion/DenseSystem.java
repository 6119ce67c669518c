package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;

/** Shifted systems by Cholesky's factorisation of the whole matrix. */
final class DenseSystem implements ShiftedSystem {
    /** Of inverse iteration: each multiplies the share of the leftmost eigenvector by the ratio of the shifted eigenvalues. */
    private static final int STEPS = 3;

    private final DenseModel model;
    private final int n;
    private final Vector p;
    private final Vector u;
    private final Vector work;
    private double nearNullResidual;

    DenseSystem(DenseModel model) {
        this.model = model;
        this.n = model.gradient().length();
        this.p = Vector.zeros(n);
        this.u = Vector.zeros(n);
        this.work = Vector.zeros(n);
        begin();
    }

    /** No eigenvector is likely to be orthogonal to this; later on u is where the last one was. */
    void begin() {
        for (int i = 0; i < n; i++) {
            u.set(i, 1 + ((long) i * 7919 % 101) / 101.0);
        }
    }

    @Override
    public boolean solve(double lambda) {
        if (!model.factor(lambda)) {
            return false;
        }
        model.factors().solve(model.gradient(), p);
        p.scale(-1);
        return p.isFinite();
    }

    @Override
    public double norm() {
        return p.norm2();
    }

    @Override
    public double slope() {
        model.factors().solveLower(p, work);
        return work.dot(work);
    }

    @Override
    public double gradientNorm() {
        return model.gradient().norm2();
    }

    /** The largest row sum of magnitudes (Gershgorin). */
    @Override
    public double hessianNorm() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += Math.abs(model.hessian().get(i, j));
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }

    /** By inverse iteration from the last u; with w = (H + λI)⁻¹u and ‖u‖ = 1 the quotient of w is uᵀw/wᵀw. */
    @Override
    public double nearNull() {
        double quotient = Double.POSITIVE_INFINITY;
        u.scale(1 / u.norm2());
        for (int i = 0; i < STEPS; i++) {
            work.copy(u);
            model.factors().solve(u, u);
            double norm = u.norm2();
            quotient = work.dot(u) / norm / norm;
            nearNullResidual = 1 / norm;
            u.scale(1 / norm);
        }
        return quotient;
    }

    /** Of (H + λI)w = u with ‖u‖ = 1 there remains 1/‖w‖ for w/‖w‖. */
    @Override
    public double nearNullResidual() {
        return nearNullResidual;
    }

    @Override
    public double toLength(double length) {
        double along = p.dot(u);
        double norm = p.norm2();
        double missing = (length - norm) * (length + norm);
        double root = Math.sqrt(along * along + missing);
        return along >= 0 ? missing / (along + root) : missing / (along - root);
    }

    @Override
    public void write(double tau, Vector s) {
        s.copy(p);
        if (tau != 0) {
            s.axpy(tau, u);
        }
    }
}
