package dev.optimizer.objective;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A function f: Rⁿ → R with its gradient, to be minimised.
 *
 * <p>Arrays belong to the caller, who reuses them from call to call: an implementation reads its inputs, overwrites its
 * outputs, and keeps neither. NaN and ±∞ are legal values and mean "outside the domain"; nothing is thrown for them.
 * An objective may own scratch memory, so one instance serves one thread at a time. It should allocate nothing per call.
 *
 * <p>By hand, on the buffers and without allocating:
 *
 * <pre>{@code
 * final class Rosenbrock implements Objective {
 *     private final double[] x = new double[2];
 *     private final double[] g = new double[2];
 *
 *     public long dimension() {
 *         return 2;
 *     }
 *
 *     public double value(INDArray at) {
 *         Buffers.read(at, x);                 // 10 ns
 *         double a = 1 - x[0];
 *         double b = x[1] - x[0] * x[0];
 *         return a * a + 100 * b * b;
 *     }
 *
 *     public double gradient(INDArray at, INDArray gradient) {
 *         double value = value(at);
 *         double b = x[1] - x[0] * x[0];
 *         g[0] = -2 * (1 - x[0]) - 400 * x[0] * b;
 *         g[1] = 200 * b;
 *         Buffers.write(g, gradient);
 *         return value;
 *     }
 * }
 * }</pre>
 *
 * <p>For code that makes arrays on its way there is {@link Nd4jObjective}, for SameDiff graphs {@link SameDiffObjective}.
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

    /**
     * Whether a run audits the derivatives at its start ({@link DerivativeAudit}). Where they are right by construction,
     * as those of formulas are, there is nothing to audit.
     */
    default boolean isAudited() {
        return true;
    }
}
