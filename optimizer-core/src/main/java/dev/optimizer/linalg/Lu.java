package dev.optimizer.linalg;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.openblas.global.openblas;

/**
 * The factorisation P·A = L·U of a square matrix with partial pivoting (Golub and Van Loan, Matrix Computations, 4th ed.,
 * algorithm 3.4.1), by LAPACK, for its determinant and its inverse. Memory is taken once.
 */
public final class Lu {
    /** LAPACK's blocks of columns; the work space for an inverse is n times that. */
    private static final int BLOCK = 64;

    private final int n;
    private final Vector factors;
    private final IntPointer pivots;
    private final DoublePointer work;
    private boolean finite;
    private boolean singular;

    /** Takes the memory for matrices of size n. */
    public Lu(int n) {
        this.n = n;
        this.factors = Vector.zeros((long) n * n);
        this.pivots = new IntPointer(n);
        this.work = new DoublePointer((long) n * BLOCK);
    }

    /**
     * Factorises A.
     *
     * @param a (Input) the address of the matrix, whose rows lie one after the other
     */
    public void factor(long a) {
        finite = true;
        for (int i = 0; i < n * n; i++) {
            double entry = NativeMemory.get(a + (long) i * Double.BYTES);
            finite &= Double.isFinite(entry);
            factors.set(i, entry);
        }
        // LAPACK reads columns, so it factorises Aᵀ, which has the same determinant and the transposed inverse. It is
        // given no NaN, on which its search for pivots may depend.
        singular = finite && openblas.LAPACKE_dgetrf(openblas.LAPACK_COL_MAJOR, n, n, factors.pointer(), n, pivots) > 0;
    }

    /** log det A: −Infinity if A is singular, NaN if its determinant is negative or an entry not finite. */
    public double logDeterminant() {
        if (!finite || singular) {
            return finite ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        double sum = 0;
        boolean negative = false;
        for (int i = 0; i < n; i++) {
            double pivot = factors.get(i * n + i);
            // LAPACK counts rows from 1. An exchange of two rows changes the sign.
            negative ^= pivot < 0 ^ pivots.get(i) != i + 1;
            sum += StrictMath.log(Math.abs(pivot));
        }
        return negative ? Double.NaN : sum;
    }

    /**
     * A⁻¹, all NaN if A is singular or an entry not finite.
     *
     * @param inverse (Output) the address of n² doubles: rows one after the other. The factors are lost.
     */
    public void inverse(long inverse) {
        if (!finite || singular) {
            factors.fill(Double.NaN);
            write(inverse);
            return;
        }
        openblas.LAPACKE_dgetri_work(
                openblas.LAPACK_COL_MAJOR, n, factors.pointer(), n, pivots, work, Math.multiplyExact(n, BLOCK));
        write(inverse);
    }

    private void write(long to) {
        for (int i = 0; i < factors.length(); i++) {
            NativeMemory.put(to + (long) i * Double.BYTES, factors.get(i));
        }
    }
}
