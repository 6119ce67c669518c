package dev.optimizer.autodiff.program;

import dev.optimizer.objective.SparseHessian;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How the value and the derivatives of a formula are computed. Arrays are already checked. */
public interface Evaluator {
    double value(INDArray x);

    double gradient(INDArray x, INDArray g);

    void hessian(INDArray x, INDArray h);

    void hessianVector(INDArray x, INDArray v, INDArray hv);

    Optional<SparseHessian> sparseHessian();
}
