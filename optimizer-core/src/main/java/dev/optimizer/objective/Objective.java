package dev.optimizer.objective;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A function f: Rⁿ → R with its gradient, to be minimised.
 *
 * <p>Arrays belong to the caller, who reuses them from call to call: an implementation reads its inputs, overwrites its
 * outputs, and keeps neither. NaN and ±∞ are legal values and mean "outside the domain"; nothing is thrown for them.
 * An objective may own scratch memory, so one instance serves one thread at a time. It should allocate nothing per call.
 */
public interface Objective {
    /** The number n of variables, at least 1. */
    long dimension();

    /**
     * The value f(x).
     *
     * @param x (Input) n doubles. Not modified.
     */
    double value(INDArray x);

    /**
     * The gradient ∇f(x), and the value that comes with it.
     *
     * @param x (Input) n doubles. Not modified.
     * @param g (Output) n doubles: overwritten with ∇f(x).
     * @return f(x)
     */
    double gradient(INDArray x, INDArray g);
}
