package dev.optimizer.solver;

import dev.optimizer.linalg.Cholesky;
import dev.optimizer.linalg.Factorization;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SparseCholesky;
import dev.optimizer.linalg.SparseMatrix;
import dev.optimizer.linalg.SymmetricMatrix;
import dev.optimizer.linalg.Vector;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The Hessian H at a point, in the units of the variables or in others, with Cholesky's factorisation of H + τI: sparse where
 * the Hessian is ({@link Point#isSparse}). Memory is taken once; it grows with n² for a dense Hessian, and with the fill
 * of the factor for a sparse one.
 *
 * @param <M> how the Hessian is held
 */
public final class ShiftedHessian<M extends SymmetricMatrix<M>> {
    /**
     * Variables: a dense Hessian of more has over 10⁸ entries, and a factorisation takes minutes. Larger problems are for
     * methods that need no Hessian, unless it is sparse.
     */
    private static final int MOST_DENSE = 10_000;

    /** The first shift relative to the largest element: β of Nocedal and Wright, algorithm 3.3, made free of scale. */
    private static final double FIRST_SHIFT = 1e-3;

    private final Predicate<Point> serves;
    private final Function<Point, M> source;
    private final Supplier<M> memory;
    private final Factorization<M> factors;
    private M scaled;
    private M matrix;
    private double shift;
    private boolean isFactored;

    private ShiftedHessian(
            Predicate<Point> serves, Function<Point, M> source, Supplier<M> memory, Factorization<M> factors) {
        this.serves = serves;
        this.source = source;
        this.memory = memory;
        this.factors = factors;
    }

    /**
     * For points of the same objective as x0.
     *
     * @throws IllegalArgumentException if there are more than 10,000 variables and the Hessian is not sparse, before any
     *     memory is taken
     */
    public static ShiftedHessian<?> of(Point x0) {
        return x0.isSparse() ? sparse(x0.sparsePattern()) : dense(x0);
    }

    private static ShiftedHessian<SparseMatrix> sparse(SparseMatrix pattern) {
        return new ShiftedHessian<>(
                point -> point.isSparse() && point.sparsePattern().hasPatternOf(pattern),
                Point::sparseHessian,
                pattern::zerosLike,
                new SparseCholesky(pattern));
    }

    /** The same without looking whether the Hessian is sparse. */
    public static ShiftedHessian<Matrix> dense(Point x0) {
        int n = x0.dimension();
        requireFew(n);
        return new ShiftedHessian<>(
                point -> point.dimension() == n, Point::hessian, () -> Matrix.zeros(n), new Cholesky(n));
    }

    private static void requireFew(long n) {
        if (n > MOST_DENSE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a dense Hessian of %d variables takes %.1f GB; at most %d are factorised: use newton-cg, or"
                            + " trust-region with steihaug or gltr",
                    n,
                    n * n * 8e-9,
                    MOST_DENSE));
        }
    }

    /** Whether this can be used for points of the objective of x0 too. */
    public boolean serves(Point x0) {
        return serves.test(x0);
    }

    /** Takes the Hessian at a point, in the units of the variables. It must not move as long as this is in use. */
    public void moveTo(Point at) {
        use(source.apply(at));
    }

    private void use(M next) {
        matrix = next;
        shift = Double.NaN;
    }

    /** Goes over to the units d: H becomes D⁻¹·H·D⁻¹. The memory for it is taken the first time. */
    public void scale(Vector d) {
        if (scaled == null) {
            scaled = memory.get();
        }
        scaled.copyScaled(matrix, d);
        use(scaled);
    }

    /** H; NaN or infinite where the Hessian is. */
    public M matrix() {
        return matrix;
    }

    /**
     * Factorises H + τI, unless that has just been done.
     *
     * @return whether it is numerically positive definite; if not (NaN included), nothing may be solved
     */
    public boolean factor(double tau) {
        if (tau != shift) {
            shift = tau;
            isFactored = factors.factor(matrix, tau);
        }
        return isFactored;
    }

    /**
     * Factorises H + τI with a τ that makes it positive definite: 0 if that will do, else from a little above what the diagonal
     * asks for, doubled until it does (Nocedal and Wright, algorithm 3.3).
     *
     * @return τ; NaN if H is zero or not finite
     */
    public double factorModified() {
        if (factor(0)) {
            return 0;
        }
        double largest = matrix.normMax();
        if (!Double.isFinite(largest) || largest == 0) {
            return Double.NaN;
        }
        double tau = FIRST_SHIFT * largest - Math.min(0, smallestDiagonal());
        // Gershgorin: n·largest makes any matrix diagonally dominant, so the loop ends.
        while (!factor(tau)) {
            tau *= 2;
        }
        return tau;
    }

    private double smallestDiagonal() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < matrix.size(); i++) {
            smallest = Math.min(smallest, matrix.diagonal(i));
        }
        return smallest;
    }

    /**
     * Solves (H + τI)·x = b with the factors of the last successful {@link #factor}.
     *
     * @param b (Input) may be x itself
     * @param x (Output) overwritten with the solution
     */
    public void solve(Vector b, Vector x) {
        factors.solve(b, x);
    }

    /** bᵀ(H + τI)⁻¹b with the factors of the last successful {@link #factor}; work is overwritten. */
    public double inverseProduct(Vector b, Vector work) {
        factors.solveLower(b, work);
        return work.dot(work);
    }
}
