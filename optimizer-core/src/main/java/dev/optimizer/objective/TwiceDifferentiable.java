package dev.optimizer.objective;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An {@link Objective} that also gives second derivatives. */
public interface TwiceDifferentiable extends Objective {
    /**
     * The Hessian ∇²f(x).
     *
     * @param x (Input) n doubles. Not modified.
     * @param h (Output) n×n doubles: overwritten with ∇²f(x), both triangles, symmetric to the last bit.
     */
    void hessian(INDArray x, INDArray h);

    /**
     * The product ∇²f(x)·v, without forming the Hessian.
     *
     * @param x (Input) n doubles. Not modified.
     * @param v (Input) n doubles. Not modified.
     * @param hv (Output) n doubles: overwritten with ∇²f(x)·v.
     */
    void hessianVector(INDArray x, INDArray v, INDArray hv);

    /** The Hessian by its entries that can differ from zero; empty where it is dense, or its pattern is not known. */
    default Optional<SparseHessian> sparseHessian() {
        return Optional.empty();
    }

    /**
     * Whether the second derivatives are exact up to rounding; differences of the gradient are not
     * ({@link DifferencedHessian}), and the verdict on the final point says so.
     */
    default boolean hasExactHessian() {
        return true;
    }
}
