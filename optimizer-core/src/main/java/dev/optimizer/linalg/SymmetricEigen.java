package dev.optimizer.linalg;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, A = Σ λᵢ·vᵢ·vᵢᵀ, smallest eigenvalue first.
 *
 * <p>Small matrices go through cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 4th ed., algorithm
 * 8.5.3), which also give small eigenvalues of well-scaled matrices to high relative accuracy (Demmel and Veselić 1992);
 * larger ones through LAPACK's divide and conquer, {@code dsyevd}.
 */
public final class SymmetricEigen {
    /**
     * From this size on LAPACK decomposes. Java against LAPACK, medians in µs on 2 cores of an x86-64 server: 4.3 at n = 6,
     * 10.6 against 4.8 at n = 8, 27 against 12 at n = 12 ({@code FactorizationBenchmark}).
     */
    static final int LAPACK_SIZE = 8;

    /** Jacobi's method converges quadratically; ten sweeps are ample for every size it is used for. */
    private static final int SWEEPS = 30;

    private final int n;
    private final Matrix work;
    private final Matrix vectors;
    private final Vector values;
    private final DoublePointer lapackWork;
    private final IntPointer lapackIntegers;

    /** Takes the memory for matrices of size n once. */
    public SymmetricEigen(int n) {
        this.n = n;
        this.work = Matrix.zeros(n);
        this.vectors = Matrix.zeros(n);
        this.values = Vector.zeros(n);
        boolean lapack = n >= LAPACK_SIZE;
        // The sizes that the documentation of dsyevd asks for with JOBZ = 'V'.
        this.lapackWork = lapack ? new DoublePointer(1 + 6L * n + 2L * n * n) : null;
        this.lapackIntegers = lapack ? new IntPointer(3 + 5L * n) : null;
    }

    /**
     * Decomposes A.
     *
     * @param a (Input) symmetric; only its lower triangle is read. Not modified.
     * @return false if A holds NaN or infinity, in which case values and vectors mean nothing
     */
    public boolean decompose(Matrix a) {
        if (!Double.isFinite(a.normMax())) {
            return false;
        }
        return n < LAPACK_SIZE ? decomposeInJava(a) : decomposeInLapack(a);
    }

    /** The eigenvalues, ascending. Overwritten by the next {@link #decompose}. */
    public Vector values() {
        return values;
    }

    /** Element i of the eigenvector that belongs to eigenvalue number {@code k}. The vectors are orthonormal. */
    public double vector(int k, int i) {
        return vectors.get(k, i);
    }

    /** The largest magnitude of an eigenvalue: the spectral norm of A. */
    public double norm() {
        return Math.max(Math.abs(values.get(0)), Math.abs(values.get(n - 1)));
    }

    /** The scalar product of the eigenvector number {@code k} with v. */
    public double project(int k, Vector v) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += vectors.get(k, i) * v.get(i);
        }
        return sum;
    }

    private boolean decomposeInLapack(Matrix a) {
        vectors.copy(a);
        int info = openblas.LAPACKE_dsyevd_work(
                openblas.LAPACK_COL_MAJOR,
                (byte) 'V',
                (byte) 'U',
                n,
                vectors.pointer(),
                n,
                values.pointer(),
                lapackWork,
                (int) lapackWork.capacity(),
                lapackIntegers,
                (int) lapackIntegers.capacity());
        return info == 0;
    }

    private boolean decomposeInJava(Matrix a) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                work.set(i, j, i >= j ? a.get(i, j) : a.get(j, i));
                vectors.set(i, j, i == j ? 1 : 0);
            }
        }
        for (int sweep = 0; sweep < SWEEPS && rotateAll(); sweep++) {
            // each sweep visits every pair once
        }
        for (int i = 0; i < n; i++) {
            values.set(i, work.get(i, i));
        }
        sort();
        return true;
    }

    /** One sweep over all pairs; whether any of them still needed a rotation. */
    private boolean rotateAll() {
        boolean rotated = false;
        for (int p = 0; p < n - 1; p++) {
            for (int q = p + 1; q < n; q++) {
                // Relative to the two diagonal elements, so that small eigenvalues keep their digits.
                double threshold =
                        Math.ulp(1.0) * Math.sqrt(Math.abs(work.get(p, p))) * Math.sqrt(Math.abs(work.get(q, q)));
                if (Math.abs(work.get(p, q)) > threshold) {
                    rotate(p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    /** The rotation in the plane (p, q) that makes element (p, q) vanish: Golub and Van Loan, algorithm 8.5.1. */
    private void rotate(int p, int q) {
        double off = work.get(p, q);
        double tau = (work.get(q, q) - work.get(p, p)) / (2 * off);
        // Where τ² overflows the tangent is 0, as it should be to 150 digits; hypot would take longer than all the
        // rest.
        double tangent = Math.copySign(1, tau) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (int k = 0; k < n; k++) {
            if (k != p && k != q) {
                double kp = work.get(k, p);
                double kq = work.get(k, q);
                setBoth(k, p, cosine * kp - sine * kq);
                setBoth(k, q, sine * kp + cosine * kq);
            }
            double vp = vectors.get(p, k);
            double vq = vectors.get(q, k);
            vectors.set(p, k, cosine * vp - sine * vq);
            vectors.set(q, k, sine * vp + cosine * vq);
        }
        work.set(p, p, work.get(p, p) - tangent * off);
        work.set(q, q, work.get(q, q) + tangent * off);
        setBoth(p, q, 0);
    }

    private void setBoth(int i, int j, double value) {
        work.set(i, j, value);
        work.set(j, i, value);
    }

    /** Insertion sort, ascending: n is small here, and equal values keep their order. */
    private void sort() {
        for (int i = 1; i < n; i++) {
            for (int j = i; j > 0 && values.get(j) < values.get(j - 1); j--) {
                swap(j, j - 1);
            }
        }
    }

    private void swap(int i, int j) {
        double value = values.get(i);
        values.set(i, values.get(j));
        values.set(j, value);
        for (int k = 0; k < n; k++) {
            double element = vectors.get(i, k);
            vectors.set(i, k, vectors.get(j, k));
            vectors.set(j, k, element);
        }
    }
}
