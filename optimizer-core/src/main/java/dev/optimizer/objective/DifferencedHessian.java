package dev.optimizer.objective;

import dev.optimizer.linalg.Buffers;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gives an objective second derivatives by central differences of its gradient, for methods that need them:
 * {@code new DifferencedHessian(objective)}.
 *
 * <p>The step is ∛ε relative to x, where truncation and rounding balance (Nocedal and Wright, Numerical Optimization, 2nd
 * ed., section 8.1); about ten digits of a well-scaled smooth function are right. A product with a vector takes two
 * gradients, the Hessian 2n.
 */
public final class DifferencedHessian implements TwiceDifferentiable {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    private final Objective objective;
    private final int n;
    private final Vector at;
    private final Vector direction;
    private final Vector forward;
    private final Vector backward;
    private Matrix matrix;
    private Vector flat;

    public DifferencedHessian(Objective objective) {
        this.objective = Objects.requireNonNull(objective, "objective");
        this.n = Math.toIntExact(objective.dimension());
        this.at = Vector.zeros(n);
        this.direction = Vector.zeros(n);
        this.forward = Vector.zeros(n);
        this.backward = Vector.zeros(n);
    }

    @Override
    public long dimension() {
        return n;
    }

    @Override
    public boolean isAudited() {
        return objective.isAudited();
    }

    @Override
    public boolean hasExactHessian() {
        return false;
    }

    @Override
    public double value(INDArray x) {
        return objective.value(x);
    }

    @Override
    public double gradient(INDArray x, INDArray g) {
        return objective.gradient(x, g);
    }

    /** (∇f(x + hv) − ∇f(x − hv)) / 2h, where h moves the farthest entry by ∛ε·(1 + ‖x‖∞). */
    @Override
    public void hessianVector(INDArray x, INDArray v, INDArray hv) {
        Buffers.require("x", x, n);
        Buffers.require("v", v, n);
        Buffers.require("hv", hv, n);
        at.read(x);
        direction.read(v);
        double length = direction.normInf();
        if (length == 0) {
            forward.fill(0);
        } else {
            double step = STEP * (1 + at.normInf()) / length;
            gradientAt(x, step, forward);
            gradientAt(x, -step, backward);
            forward.axpy(-1, backward);
            forward.scale(0.5 / step);
        }
        forward.write(hv);
    }

    private void gradientAt(INDArray x, double step, Vector gradient) {
        at.read(x);
        at.axpy(step, direction);
        objective.gradient(at.array(), gradient.array());
    }

    /** Column by column with a step of ∛ε·max(1, |xⱼ|); the mean of the two triangles, which differ by rounding. */
    @Override
    public void hessian(INDArray x, INDArray h) {
        Buffers.require("x", x, n);
        Buffers.require("h", h, (long) n * n);
        if (matrix == null) {
            matrix = Matrix.zeros(n);
            flat = Vector.over(matrix);
        }
        at.read(x);
        for (int j = 0; j < n; j++) {
            column(j);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
                matrix.set(i, j, mean);
                matrix.set(j, i, mean);
            }
        }
        flat.write(h);
    }

    private void column(int j) {
        double center = at.get(j);
        double step = STEP * Math.max(1, Math.abs(center));
        at.set(j, center + step);
        double right = at.get(j);
        objective.gradient(at.array(), forward.array());
        at.set(j, center - step);
        double left = at.get(j);
        objective.gradient(at.array(), backward.array());
        at.set(j, center);
        for (int i = 0; i < n; i++) {
            matrix.set(i, j, (forward.get(i) - backward.get(i)) / (right - left));
        }
    }
}
