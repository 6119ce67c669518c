package dev.optimizer.solver;

import dev.optimizer.linalg.Cholesky;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SparseCholesky;
import dev.optimizer.linalg.SparseMatrix;
import dev.optimizer.linalg.Vector;
import java.util.Locale;

/**
 * Cholesky's factorisation of ∇²f(x) + τI, sparse where the Hessian is ({@link Point#isSparse}). Memory is taken once; it
 * grows with n² for a dense Hessian, and with the fill of the factor for a sparse one.
 */
public abstract class ShiftedHessian {
    /**
     * Variables: a dense Hessian of more has over 10⁸ entries, and a factorisation takes minutes. Larger problems are for
     * methods that need no Hessian, unless it is sparse.
     */
    private static final int MOST_DENSE = 10_000;

    private ShiftedHessian() {}

    /**
     * For points of the same objective as x0.
     *
     * @throws IllegalArgumentException if there are more than 10,000 variables and the Hessian is not sparse, before any
     *     memory is taken
     */
    public static ShiftedHessian of(Point x0) {
        return x0.isSparse() ? new Sparse(x0.sparsePattern()) : dense(x0);
    }

    /** The same without looking whether the Hessian is sparse. */
    public static ShiftedHessian dense(Point x0) {
        requireFew(x0.dimension());
        return new Dense(x0.dimension());
    }

    private static void requireFew(long n) {
        if (n > MOST_DENSE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the Hessian of %d variables takes %.1f GB; Newton's method takes at most %d variables",
                    n,
                    n * n * 8e-9,
                    MOST_DENSE));
        }
    }

    /**
     * Factorises ∇²f + shift·I.
     *
     * @return whether it is numerically positive definite; if not (NaN included), nothing may be solved
     */
    public abstract boolean factor(Point at, double shift);

    /**
     * Solves (∇²f + shift·I)·x = b with the factors of the last successful {@link #factor}.
     *
     * @param b (Input) may be x itself
     * @param x (Output) overwritten with the solution
     */
    public abstract void solve(Vector b, Vector x);

    /** The largest magnitude among the Hessian's elements; NaN if any is NaN. */
    public abstract double normMax(Point at);

    /** The smallest element on the Hessian's diagonal. */
    public abstract double smallestDiagonal(Point at);

    private static final class Dense extends ShiftedHessian {
        private final Cholesky cholesky;

        Dense(int n) {
            this.cholesky = new Cholesky(n);
        }

        @Override
        public boolean factor(Point at, double shift) {
            return cholesky.factor(at.hessian(), shift);
        }

        @Override
        public void solve(Vector b, Vector x) {
            cholesky.solve(b, x);
        }

        @Override
        public double normMax(Point at) {
            return at.hessian().normMax();
        }

        @Override
        public double smallestDiagonal(Point at) {
            Matrix hessian = at.hessian();
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < hessian.size(); i++) {
                smallest = Math.min(smallest, hessian.get(i, i));
            }
            return smallest;
        }
    }

    private static final class Sparse extends ShiftedHessian {
        private final SparseCholesky cholesky;

        Sparse(SparseMatrix pattern) {
            this.cholesky = new SparseCholesky(pattern);
        }

        @Override
        public boolean factor(Point at, double shift) {
            return cholesky.factor(at.sparseHessian(), shift);
        }

        @Override
        public void solve(Vector b, Vector x) {
            cholesky.solve(b, x);
        }

        @Override
        public double normMax(Point at) {
            return at.sparseHessian().normMax();
        }

        @Override
        public double smallestDiagonal(Point at) {
            SparseMatrix hessian = at.sparseHessian();
            double smallest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < hessian.size(); i++) {
                smallest = Math.min(smallest, hessian.diagonal(i));
            }
            return smallest;
        }
    }
}
