package dev.optimizer.linalg;

import org.bytedeco.openblas.global.openblas;

/** The factorisation of a dense matrix, of which only the lower triangle is read (Golub and Van Loan, algorithm 4.2.1). */
public final class Cholesky implements Factorization<Matrix> {
    /**
     * From this size on LAPACK factorises. Factor and solve in Java against LAPACK, medians in µs on 2 cores of an x86-64
     * server: 1.2 against 1.6 at n = 16, both 3.1 at n = 24, 9.1 against 4.8 at n = 31 ({@code FactorizationBenchmark}).
     */
    static final int LAPACK_SIZE = 24;

    private final int n;
    private final Matrix factor;

    /** Takes the memory for matrices of size n once. */
    public Cholesky(int n) {
        this.n = n;
        this.factor = Matrix.zeros(n);
    }

    @Override
    public boolean factor(Matrix a, double shift) {
        factor.copy(a);
        if (shift != 0) {
            for (int i = 0; i < n; i++) {
                factor.set(i, i, factor.get(i, i) + shift);
            }
        }
        return n < LAPACK_SIZE ? factorInJava() : factorInLapack();
    }

    private boolean factorInJava() {
        for (int j = 0; j < n; j++) {
            double pivot = factor.get(j, j);
            for (int k = 0; k < j; k++) {
                pivot -= factor.get(j, k) * factor.get(j, k);
            }
            // Written so that NaN is not positive.
            if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                return false;
            }
            double diagonal = Math.sqrt(pivot);
            factor.set(j, j, diagonal);
            for (int i = j + 1; i < n; i++) {
                double sum = factor.get(i, j);
                for (int k = 0; k < j; k++) {
                    sum -= factor.get(i, k) * factor.get(j, k);
                }
                factor.set(i, j, sum / diagonal);
            }
        }
        return true;
    }

    /** Our lower triangle by rows is LAPACK's upper triangle by columns, so nothing needs transposing. */
    private boolean factorInLapack() {
        return Double.isFinite(factor.normMax())
                && openblas.LAPACKE_dpotrf(openblas.LAPACK_COL_MAJOR, (byte) 'U', n, factor.pointer(), n) == 0;
    }

    @Override
    public void solve(Vector b, Vector x) {
        if (x != b) {
            x.copy(b);
        }
        if (n >= LAPACK_SIZE) {
            openblas.LAPACKE_dpotrs(openblas.LAPACK_COL_MAJOR, (byte) 'U', n, 1, factor.pointer(), n, x.pointer(), n);
            return;
        }
        solveLower(x, x);
        for (int i = n - 1; i >= 0; i--) {
            double sum = x.get(i);
            for (int k = i + 1; k < n; k++) {
                sum -= factor.get(k, i) * x.get(k);
            }
            x.set(i, sum / factor.get(i, i));
        }
    }

    @Override
    public void solveLower(Vector b, Vector x) {
        if (x != b) {
            x.copy(b);
        }
        if (n >= LAPACK_SIZE) {
            openblas.cblas_dtrsv(
                    openblas.CblasRowMajor,
                    openblas.CblasLower,
                    openblas.CblasNoTrans,
                    openblas.CblasNonUnit,
                    n,
                    factor.pointer(),
                    n,
                    x.pointer(),
                    1);
            return;
        }
        for (int i = 0; i < n; i++) {
            double sum = x.get(i);
            for (int k = 0; k < i; k++) {
                sum -= factor.get(i, k) * x.get(k);
            }
            x.set(i, sum / factor.get(i, i));
        }
    }
}
