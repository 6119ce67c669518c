package dev.optimizer.autodiff.program;

import dev.optimizer.objective.SparseHessian;
import java.util.Optional;

/** How the value and the derivatives of a formula are computed. Arguments are addresses of arrays that are already checked. */
public interface Evaluator {
    double value(long x);

    double gradient(long x, long g);

    void hessian(long x, long h);

    void hessianVector(long x, long v, long hv);

    Optional<SparseHessian> sparseHessian();
}
