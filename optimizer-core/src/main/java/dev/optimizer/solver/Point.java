package dev.optimizer.solver;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SparseMatrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.Objective;
import dev.optimizer.objective.SparseHessian;
import dev.optimizer.objective.TwiceDifferentiable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A point x with what is known of the objective there.
 *
 * <p>Value, gradient and Hessian are computed when first asked for, kept until the point moves, and counted. The arrays
 * are taken once; the vectors and the matrix that the methods return are the point's own and change when it moves.
 */
public final class Point {
    /**
     * From so many variables on a sparse Hessian is treated as one. Factor and solve of a tridiagonal matrix, dense against sparse,
     * medians in µs on 2 cores of an x86-64 server: 0.27 against 0.30 at n = 8, 0.54 against 0.43 at 12, 2.4 against 0.93
     * at 24, 3.8 against 1.1 at 32 ({@code FactorizationBenchmark}). But as long as all eigenvalues are cheap to have they are worth
     * more: Newton's method flips them, and a trust region decomposes up to 24 variables.
     */
    private static final int SPARSE_DIMENSION = 25;

    /** A lower triangle fuller than this part of n² is dense: its factor will be. */
    private static final double FULLEST = 0.1;

    private final Objective objective;
    private final Evaluations counts;
    private final Vector x;
    private final Vector gradient;
    private Matrix hessian;
    private SparseHessian sparse;
    private SparseMatrix sparseHessian;
    private boolean soughtSparse;
    private double value;
    private double gradientNorm;
    private boolean hasValue;
    private boolean hasGradient;
    private boolean hasGradientNorm;
    private boolean hasHessian;
    private boolean hasSparseHessian;

    /** A point at the origin. Takes the memory for x and ∇f; that for ∇²f is taken when it is first asked for. */
    public Point(Objective objective, Evaluations counts) {
        this.objective = objective;
        this.counts = counts;
        this.x = Vector.zeros(objective.dimension());
        this.gradient = Vector.zeros(objective.dimension());
    }

    /** The number of variables. */
    public int dimension() {
        return x.length();
    }

    /** The coordinates. Read them; to change them, move the point. */
    public Vector x() {
        return x;
    }

    /** f(x); NaN or infinite outside the domain. */
    public double value() {
        if (!hasValue) {
            value = objective.value(x.array());
            hasValue = true;
            counts.values++;
        }
        return value;
    }

    /** ∇f(x). */
    public Vector gradient() {
        if (!hasGradient) {
            value = objective.gradient(x.array(), gradient.array());
            hasGradient = true;
            counts.gradients++;
            counts.values += hasValue ? 0 : 1;
            hasValue = true;
        }
        return gradient;
    }

    /** ‖∇f(x)‖∞; NaN where the gradient is not a number. */
    public double gradientNorm() {
        if (!hasGradientNorm) {
            gradientNorm = gradient().normInf();
            hasGradientNorm = true;
        }
        return gradientNorm;
    }

    /** Whether {@link #hessian} and {@link #multiply} are to be had. */
    public boolean isTwiceDifferentiable() {
        return objective instanceof TwiceDifferentiable;
    }

    /** Whether the Hessian, if it is to be had, is exact and not differences of the gradient. */
    public boolean hasExactHessian() {
        return !(objective instanceof TwiceDifferentiable twice) || twice.hasExactHessian();
    }

    /** ∇²f(x), both triangles. */
    public Matrix hessian() {
        if (!hasHessian) {
            if (hessian == null) {
                hessian = Matrix.zeros(dimension());
            }
            twiceDifferentiable().hessian(x.array(), hessian.array());
            counts.hessians += hasSparseHessian ? 0 : 1;
            hasHessian = true;
        }
        return hessian;
    }

    /** Whether {@link #sparseHessian} is to be had and worth it: a sparse Hessian that is not small. */
    public boolean isSparse() {
        if (!soughtSparse) {
            soughtSparse = true;
            sparse = dimension() >= SPARSE_DIMENSION && objective instanceof TwiceDifferentiable twice
                    ? twice.sparseHessian().filter(this::isWorthIt).orElse(null)
                    : null;
        }
        return sparse != null;
    }

    private boolean isWorthIt(SparseHessian pattern) {
        return pattern.columns().length <= FULLEST * dimension() * dimension();
    }

    /** ∇²f(x) by its elements; only if {@link #isSparse}. */
    public SparseMatrix sparseHessian() {
        if (!hasSparseHessian) {
            sparsePattern();
            sparse.values(x.array(), sparseHessian.values().array());
            counts.hessians += hasHessian ? 0 : 1;
            hasSparseHessian = true;
        }
        return sparseHessian;
    }

    /** The memory of {@link #sparseHessian}, evaluated or not. */
    SparseMatrix sparsePattern() {
        if (!isSparse()) {
            throw new IllegalStateException("the Hessian is not sparse");
        }
        if (sparseHessian == null) {
            sparseHessian = new SparseMatrix(sparse.rowStarts(), sparse.columns());
        }
        return sparseHessian;
    }

    /** hv ← ∇²f(x)·v. */
    public void multiply(Vector v, Vector hv) {
        twiceDifferentiable().hessianVector(x.array(), v.array(), hv.array());
        counts.products++;
    }

    /** Moves to {@code to}; what was known is forgotten. */
    public void moveTo(Vector to) {
        x.copy(to);
        forget();
    }

    /** Moves to the elements of {@code to}, which may be a view. */
    void moveTo(INDArray to) {
        x.read(to);
        forget();
    }

    /** Moves to from + length·direction; what was known is forgotten. */
    public void moveTo(Point from, double length, Vector direction) {
        x.sum(from.x, length, direction);
        forget();
    }

    private void forget() {
        hasValue = false;
        hasGradient = false;
        hasGradientNorm = false;
        hasHessian = false;
        hasSparseHessian = false;
    }

    private TwiceDifferentiable twiceDifferentiable() {
        if (objective instanceof TwiceDifferentiable twice) {
            return twice;
        }
        throw new IllegalArgumentException("this method needs second derivatives, which "
                + objective.getClass().getSimpleName()
                + " does not offer: implement TwiceDifferentiable, or use gradient descent");
    }
}
