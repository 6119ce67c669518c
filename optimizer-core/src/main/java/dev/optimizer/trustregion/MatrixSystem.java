package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.ShiftedHessian;

/** Shifted systems by Cholesky's factorisation of the whole matrix, dense or sparse. */
final class MatrixSystem implements ShiftedSystem {
    /** Of inverse iteration, at each λ that made p too short. */
    private static final int STEPS = 3;

    private final MatrixModel model;
    private final ShiftedHessian<?> hessian;
    private final InverseIteration nearNull;
    private final Vector p;
    private final Vector work;

    MatrixSystem(MatrixModel model) {
        int n = model.gradient().length();
        this.model = model;
        this.hessian = model.hessian();
        this.nearNull = new InverseIteration(hessian, n);
        this.p = Vector.zeros(n);
        this.work = Vector.zeros(n);
    }

    @Override
    public void begin() {
        nearNull.begin();
    }

    @Override
    public boolean solve(double lambda) {
        if (!hessian.factor(lambda)) {
            return false;
        }
        hessian.solve(model.gradient(), p);
        p.scale(-1);
        return p.isFinite();
    }

    @Override
    public double norm() {
        return p.norm2();
    }

    @Override
    public double slope() {
        return hessian.inverseProduct(p, work);
    }

    @Override
    public double gradientNorm() {
        return model.gradient().norm2();
    }

    @Override
    public double hessianNorm() {
        return hessian.matrix().norm1();
    }

    @Override
    public double nearNull() {
        return nearNull.run(STEPS);
    }

    @Override
    public double nearNullResidual() {
        return nearNull.residual();
    }

    @Override
    public double toLength(double length) {
        double along = p.dot(nearNull.vector());
        double norm = p.norm2();
        double missing = (length - norm) * (length + norm);
        double root = Math.sqrt(along * along + missing);
        return along >= 0 ? missing / (along + root) : missing / (along - root);
    }

    @Override
    public void write(double tau, Vector s) {
        s.copy(p);
        if (tau != 0) {
            s.axpy(tau, nearNull.vector());
        }
    }
}
