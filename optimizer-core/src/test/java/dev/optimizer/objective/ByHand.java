package dev.optimizer.objective;

import dev.optimizer.linalg.Buffers;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Objectives written by hand on the buffers, as a user would, with faults on demand. */
class ByHand implements TwiceDifferentiable {
    /** Writes a gradient. */
    interface First {
        void compute(double[] x, double[] g);
    }

    /** Writes a Hessian by rows. */
    interface Second {
        void compute(double[] x, double[][] h);
    }

    private final int n;
    private final ToDoubleFunction<double[]> value;
    private final First gradient;
    private final Second hessian;
    private final double[] x;
    private final double[] g;

    ByHand(int n, ToDoubleFunction<double[]> value, First gradient, Second hessian) {
        this.n = n;
        this.value = value;
        this.gradient = gradient;
        this.hessian = hessian;
        this.x = new double[n];
        this.g = new double[n];
    }

    /** Without second derivatives. */
    static Objective firstOrder(int n, ToDoubleFunction<double[]> value, First gradient) {
        ByHand both = new ByHand(n, value, gradient, null);
        return new Objective() {
            @Override
            public long dimension() {
                return n;
            }

            @Override
            public double value(INDArray x) {
                return both.value(x);
            }

            @Override
            public double gradient(INDArray x, INDArray g) {
                return both.gradient(x, g);
            }
        };
    }

    /** Σ exp(xᵢ/5) + (xᵢ² − 1)²/4 + xᵢ·xᵢ₊₁. */
    static ByHand chain(int n) {
        return new ByHand(n, ByHand::chainValue, ByHand::chainGradient, ByHand::chainHessian);
    }

    static double chainValue(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double a = x[i] * x[i] - 1;
            sum += Math.exp(x[i] / 5) + a * a / 4 + (i + 1 < x.length ? x[i] * x[i + 1] : 0);
        }
        return sum;
    }

    static void chainGradient(double[] x, double[] g) {
        for (int i = 0; i < x.length; i++) {
            g[i] = Math.exp(x[i] / 5) / 5
                    + x[i] * (x[i] * x[i] - 1)
                    + (i > 0 ? x[i - 1] : 0)
                    + (i + 1 < x.length ? x[i + 1] : 0);
        }
    }

    static void chainHessian(double[] x, double[][] h) {
        for (int i = 0; i < x.length; i++) {
            h[i][i] = Math.exp(x[i] / 5) / 25 + 3 * x[i] * x[i] - 1;
            if (i > 0) {
                h[i][i - 1] = 1;
                h[i - 1][i] = 1;
            }
        }
    }

    @Override
    public long dimension() {
        return n;
    }

    @Override
    public double value(INDArray at) {
        Buffers.read(at, x);
        return value.applyAsDouble(x);
    }

    @Override
    public double gradient(INDArray at, INDArray out) {
        Buffers.read(at, x);
        gradient.compute(x, g);
        Buffers.write(g, out);
        return value.applyAsDouble(x);
    }

    @Override
    public void hessian(INDArray at, INDArray out) {
        double[][] h = hessian(at);
        double[] flat = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(h[i], 0, flat, i * n, n);
        }
        Buffers.write(flat, out);
    }

    @Override
    public void hessianVector(INDArray at, INDArray v, INDArray out) {
        double[][] h = hessian(at);
        Buffers.read(v, x);
        for (int i = 0; i < n; i++) {
            g[i] = 0;
            for (int j = 0; j < n; j++) {
                g[i] += h[i][j] * x[j];
            }
        }
        Buffers.write(g, out);
    }

    private double[][] hessian(INDArray at) {
        Buffers.read(at, x);
        double[][] h = new double[n][n];
        hessian.compute(x, h);
        return h;
    }
}
