package dev.optimizer.objective;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Objectives in plain ND4J code, which may make as many arrays on its way as it likes.
 *
 * <pre>{@code
 * Objective leastSquares = Nd4jObjective.of(n, (w, g) -> {
 *     INDArray r = a.mmul(w).sub(y);
 *     g.assign(a.transpose().mmul(r));
 *     return r.mul(r).sumNumber().doubleValue() / 2;
 * });
 * }</pre>
 *
 * <p>The code runs inside an ND4J workspace, so that the memory of its arrays is used again by the next evaluation instead
 * of waiting for the collector. It gets x as a vector of n doubles, a copy which it may change. What it returns is copied,
 * and may be x itself. <b>Arrays made in the code are gone when it returns</b>: make what later calls need beforehand, or
 * keep {@code array.detach()} of it. What the code throws reaches the caller; a result of another size or type is refused
 * with an IllegalArgumentException that says what was expected.
 */
public final class Nd4jObjective {
    /** Code for value and gradient at once. */
    @FunctionalInterface
    public interface ValueAndGradient {
        /**
         * @param x (Input) n doubles
         * @param g (Output) n doubles, to be overwritten with ∇f(x), as by {@code g.assign(…)}
         * @return f(x)
         */
        double at(INDArray x, INDArray g);
    }

    private Nd4jObjective() {}

    /**
     * An objective from its value and its gradient.
     *
     * @param n the number of variables, at least 1
     * @param value x ↦ f(x)
     * @param gradient x ↦ ∇f(x), n doubles in any shape
     */
    public static Objective of(long n, ToDoubleFunction<INDArray> value, Function<INDArray, INDArray> gradient) {
        return new SeparateCode(n, value, gradient);
    }

    /**
     * An objective whose value and gradient share work. Where the value alone is asked for, the gradient is computed for
     * nothing.
     *
     * @param n the number of variables, at least 1
     */
    public static Objective of(long n, ValueAndGradient code) {
        return new JointCode(n, code);
    }

    /**
     * An objective from its value, gradient and Hessian. Of the Hessian the lower triangle is read, so that it is symmetric
     * to the last bit; products with a vector compute all of it.
     *
     * @param n the number of variables, at least 1
     * @param value x ↦ f(x)
     * @param gradient x ↦ ∇f(x), n doubles in any shape
     * @param hessian x ↦ ∇²f(x), n×n doubles
     */
    public static TwiceDifferentiable of(
            long n,
            ToDoubleFunction<INDArray> value,
            Function<INDArray, INDArray> gradient,
            Function<INDArray, INDArray> hessian) {
        return new SecondOrderCode(n, value, gradient, hessian);
    }

    private static final class JointCode extends WorkspaceObjective {
        private final ValueAndGradient code;

        JointCode(long n, ValueAndGradient code) {
            super(n);
            this.code = Objects.requireNonNull(code, "code");
        }

        @Override
        double computeValue() {
            return code.at(x.array(), g.array());
        }

        @Override
        double computeGradient(INDArray at) {
            return code.at(x.array(), g.array());
        }
    }

    private static class SeparateCode extends WorkspaceObjective {
        private final ToDoubleFunction<INDArray> value;
        private final Function<INDArray, INDArray> gradient;

        SeparateCode(long n, ToDoubleFunction<INDArray> value, Function<INDArray, INDArray> gradient) {
            super(n);
            this.value = Objects.requireNonNull(value, "value");
            this.gradient = Objects.requireNonNull(gradient, "gradient");
        }

        @Override
        double computeValue() {
            return value.applyAsDouble(x.array());
        }

        @Override
        double computeGradient(INDArray at) {
            INDArray computed = gradient.apply(x.array());
            requireResult("gradient", computed, n);
            g.read(computed);
            // The code may have changed its x.
            x.read(at);
            return value.applyAsDouble(x.array());
        }
    }

    private static final class SecondOrderCode extends SeparateCode implements TwiceDifferentiable {
        private final DenseHessian hessian;

        SecondOrderCode(
                long n,
                ToDoubleFunction<INDArray> value,
                Function<INDArray, INDArray> gradient,
                Function<INDArray, INDArray> hessian) {
            super(n, value, gradient);
            this.hessian = new DenseHessian(n, hessian);
        }

        @Override
        public void hessian(INDArray at, INDArray h) {
            hessian.compute(copy(at), h);
        }

        @Override
        public void hessianVector(INDArray at, INDArray v, INDArray hv) {
            hessian.multiply(copy(at), v, hv);
        }
    }
}
