package dev.optimizer.trustregion;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.SparseHessian;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Point;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** gᵀx + ½xᵀHx with a diagonal of ones, so that the model's units are those of x. */
final class Quadratic implements TwiceDifferentiable {
    private final Vector g;
    private final Matrix h;
    private final Vector at;
    private final Vector product;

    Quadratic(Vector g, Matrix h) {
        this.g = g;
        this.h = h;
        this.at = Vector.zeros(g.length());
        this.product = Vector.zeros(g.length());
    }

    /** Random, with entries of H within [−spread, spread] beside the diagonal: indefinite if that is large. */
    static Quadratic random(int n, double spread, long seed) {
        Random random = new Random(seed);
        Vector g = Vector.zeros(n);
        Matrix h = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            g.set(i, random.nextGaussian());
            h.set(i, i, random.nextInt(4) == 0 && spread > 1 ? -1 : 1);
            for (int j = 0; j < i; j++) {
                double element = spread * (2 * random.nextDouble() - 1) / Math.sqrt(n);
                h.set(i, j, element);
                h.set(j, i, element);
            }
        }
        return new Quadratic(g, h);
    }

    /** Random, with elements of H beside the diagonal in a band of three and the last row: indefinite if spread is large. */
    static Quadratic randomSparse(int n, double spread, long seed) {
        Random random = new Random(seed);
        Vector g = Vector.zeros(n);
        Matrix h = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            g.set(i, random.nextGaussian());
            h.set(i, i, random.nextInt(4) == 0 && spread > 1 ? -1 : 1);
            if (i > 0) {
                couple(h, i, i - 1, spread * (random.nextDouble() - 0.5));
                couple(h, n - 1, i - 1, spread * (random.nextDouble() - 0.5) / Math.sqrt(n));
            }
        }
        return new Quadratic(g, h);
    }

    static void couple(Matrix h, int i, int j, double element) {
        h.set(i, j, element);
        h.set(j, i, element);
    }

    /** The same with H by those elements that are not zero. */
    TwiceDifferentiable sparse() {
        int[] starts = new int[h.size() + 1];
        int[] columns = IntStream.range(0, h.size())
                .flatMap(i -> {
                    int[] row = IntStream.rangeClosed(0, i)
                            .filter(j -> h.get(i, j) != 0)
                            .toArray();
                    starts[i + 1] = starts[i] + row.length;
                    return IntStream.of(row);
                })
                .toArray();
        return new SparseQuadratic(this, starts, columns);
    }

    private record SparseQuadratic(Quadratic q, int[] rowStarts, int[] columns)
            implements TwiceDifferentiable, SparseHessian {
        @Override
        public Optional<SparseHessian> sparseHessian() {
            return Optional.of(this);
        }

        @Override
        public void values(INDArray x, INDArray values) {
            for (int i = 0; i < q.h.size(); i++) {
                for (int k = rowStarts[i]; k < rowStarts[i + 1]; k++) {
                    values.putScalar(k, q.h.get(i, columns[k]));
                }
            }
        }

        @Override
        public long dimension() {
            return q.dimension();
        }

        @Override
        public double value(INDArray x) {
            return q.value(x);
        }

        @Override
        public double gradient(INDArray x, INDArray gradient) {
            return q.gradient(x, gradient);
        }

        /** No dense Hessian is to be asked for. */
        @Override
        public void hessian(INDArray x, INDArray hessian) {
            throw new AssertionError("dense");
        }

        @Override
        public void hessianVector(INDArray x, INDArray v, INDArray hv) {
            q.hessianVector(x, v, hv);
        }
    }

    Vector g() {
        return g;
    }

    Matrix h() {
        return h;
    }

    Point origin() {
        return new Point(this, new Evaluations());
    }

    /** −m(s). */
    double decrease(Vector s) {
        h.multiply(s, product);
        return -g.dot(s) - s.dot(product) / 2;
    }

    /** What the best step along −g within the radius gains (Nocedal and Wright, eq. 4.11 and 4.12). */
    double cauchyDecrease(double radius) {
        h.multiply(g, product);
        double curvature = g.dot(product);
        double toBoundary = radius / g.norm2();
        double alpha = curvature > 0 ? Math.min(toBoundary, g.dot(g) / curvature) : toBoundary;
        return alpha * g.dot(g) - alpha * alpha * curvature / 2;
    }

    @Override
    public long dimension() {
        return g.length();
    }

    @Override
    public double value(INDArray x) {
        at.read(x);
        return -decrease(at);
    }

    @Override
    public double gradient(INDArray x, INDArray gradient) {
        double value = value(x);
        product.axpy(1, g);
        product.write(gradient);
        return value;
    }

    @Override
    public void hessian(INDArray x, INDArray hessian) {
        Vector.over(h).write(hessian);
    }

    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        at.read(v);
        h.multiply(at, product);
        product.write(hv);
    }
}
