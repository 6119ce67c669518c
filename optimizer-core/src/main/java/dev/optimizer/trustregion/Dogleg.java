package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.ShiftedHessian;

/**
 * The path from the best point along −g to Newton's, as far as the region reaches (Powell 1970; Nocedal and Wright, section
 * 4.1): one factorisation per point, whatever the number of sizes tried.
 *
 * <p>Where H is not positive definite, the path is that of H + τI with the first τ that makes it so, and the step is the
 * better of that and of the best one along −g.
 */
public final class Dogleg extends Subproblem {
    private MatrixModel model;
    private ShiftedHessian<?> hessian;
    private Vector newton;
    private Vector steepest;
    private Vector product;
    private double newtonNorm;
    private double gradientNorm;
    private double curvature;
    private double shift;

    @Override
    QuadraticModel allocate(Point x0) {
        int n = x0.dimension();
        hessian = ShiftedHessian.of(x0);
        model = new MatrixModel(hessian, n);
        newton = Vector.zeros(n);
        steepest = Vector.zeros(n);
        product = Vector.zeros(n);
        return model;
    }

    @Override
    void reset() {
        Vector g = model.gradient();
        gradientNorm = g.norm2();
        steepest.copy(g);
        steepest.scale(gradientNorm > 0 ? -1 / gradientNorm : 0);
        model.multiply(steepest, product);
        curvature = steepest.dot(product);
        shift = hessian.factorModified();
        newtonNorm = Double.NaN;
        if (Double.isFinite(shift)) {
            hessian.solve(g, newton);
            newton.scale(-1);
            newtonNorm = newton.norm2();
        }
    }

    @Override
    double solve(double size, Vector s) {
        double cauchy = alongGradient(curvature, size);
        double least = decreaseAlong(cauchy);
        if (Double.isFinite(newtonNorm)) {
            path(size, s);
            double decrease = decrease(s);
            if (decrease >= least) {
                return decrease;
            }
        }
        s.copy(steepest);
        s.scale(cauchy);
        return least;
    }

    /** The best length along −g for some curvature. */
    private double alongGradient(double along, double size) {
        return along > 0 ? Math.min(size, gradientNorm / along) : size;
    }

    private double decreaseAlong(double length) {
        return length * (gradientNorm - length * curvature / 2);
    }

    private void path(double size, Vector s) {
        if (newtonNorm <= size) {
            s.copy(newton);
            return;
        }
        double corner = alongGradient(curvature + shift, size);
        s.copy(steepest);
        s.scale(corner);
        if (corner < size) {
            product.copy(newton);
            product.axpy(-1, s);
            s.axpy(reach(s, product, corner, size), product);
        }
    }

    /** The τ in [0, 1] with ‖s + τd‖ = size, where sᵀd ≥ 0 as lengths grow along the path. */
    private static double reach(Vector s, Vector d, double norm, double size) {
        double sd = s.dot(d);
        double dd = d.dot(d);
        double missing = (size - norm) * (size + norm);
        return missing / (sd + Math.sqrt(sd * sd + dd * missing));
    }

    private double decrease(Vector s) {
        if (shift == 0 && newtonNorm == s.norm2()) {
            return -model.gradient().dot(s) / 2;
        }
        model.multiply(s, product);
        return -model.gradient().dot(s) - s.dot(product) / 2;
    }
}
