package dev.optimizer.objective;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The objective f(x) = ½‖r(x)‖² of a vector of m residuals r, which is known along with its Jacobian. */
public interface LeastSquares extends TwiceDifferentiable {
    /** The number m of residuals, at least 1. */
    int residualCount();

    /**
     * The residuals r(x).
     *
     * @param x (Input) n doubles. Not modified.
     * @param r (Output) m doubles: overwritten with r(x).
     */
    void residuals(INDArray x, INDArray r);

    /**
     * The Jacobian J(x), whose entry (i, j) is ∂rᵢ/∂xⱼ.
     *
     * @param x (Input) n doubles. Not modified.
     * @param j (Output) m×n doubles: overwritten with J(x).
     */
    void jacobian(INDArray x, INDArray j);
}
