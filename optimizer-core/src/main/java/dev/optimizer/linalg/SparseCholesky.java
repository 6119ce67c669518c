package dev.optimizer.linalg;

import org.ejml.data.DMatrixSparseCSC;
import org.ejml.sparse.csc.decomposition.chol.CholeskyUpLooking_DSCC;
import org.ejml.sparse.csc.misc.TriangularSolver_DSCC;

/**
 * The factorisation P·(A + τI)·Pᵀ = L·Lᵀ of a sparse symmetric positive definite matrix, with P such that L is sparse too
 * ({@link MinimumDegree}), by EJML's up-looking algorithm (Davis 2006, Direct Methods for Sparse Linear Systems, section 4.7).
 *
 * <p>The pattern is analysed once, with the first matrix.
 */
public final class SparseCholesky implements Factorization<SparseMatrix> {
    private final int n;
    private final int[] order;
    private final DMatrixSparseCSC permuted;
    private final int[] places;
    private final int[] diagonalPlaces;
    private final double[] work;
    private final CholeskyUpLooking_DSCC factorisation = new CholeskyUpLooking_DSCC();
    private boolean analysed;

    /** @param pattern a matrix with the pattern of those that will be factorised; its values do not matter */
    public SparseCholesky(SparseMatrix pattern) {
        this.n = pattern.size();
        this.order = MinimumDegree.order(pattern.neighbours());
        this.places = new int[pattern.columns().length];
        this.diagonalPlaces = new int[n];
        this.work = new double[n];
        this.permuted = permute(pattern);
    }

    /**
     * The upper triangle of P·A·Pᵀ by columns, which is what EJML reads; {@code places} says where each element of A went.
     * The diagonal is made complete.
     */
    private DMatrixSparseCSC permute(SparseMatrix a) {
        int[] rank = new int[n];
        for (int k = 0; k < n; k++) {
            rank[order[k]] = k;
        }
        int[] starts = new int[n + 1];
        for (int i = 0; i < n; i++) {
            starts[i + 1]++;
            for (int k = a.rowStarts()[i]; k < a.rowStarts()[i + 1]; k++) {
                int j = a.columns()[k];
                starts[Math.max(rank[i], rank[j]) + 1] += i == j ? 0 : 1;
            }
        }
        for (int column = 0; column < n; column++) {
            starts[column + 1] += starts[column];
        }
        DMatrixSparseCSC upper = new DMatrixSparseCSC(n, n, starts[n]);
        System.arraycopy(starts, 0, upper.col_idx, 0, n + 1);
        upper.nz_length = starts[n];
        fill(a, rank, starts, upper);
        return upper;
    }

    private void fill(SparseMatrix a, int[] rank, int[] next, DMatrixSparseCSC upper) {
        for (int column = 0; column < n; column++) {
            diagonalPlaces[column] = next[column]++;
            upper.nz_rows[diagonalPlaces[column]] = column;
        }
        for (int i = 0; i < n; i++) {
            for (int k = a.rowStarts()[i]; k < a.rowStarts()[i + 1]; k++) {
                int j = a.columns()[k];
                int column = Math.max(rank[i], rank[j]);
                int place = i == j ? diagonalPlaces[column] : next[column]++;
                upper.nz_rows[place] = Math.min(rank[i], rank[j]);
                places[k] = place;
            }
        }
    }

    @Override
    public boolean factor(SparseMatrix a, double shift) {
        load(a);
        for (int column = 0; column < n; column++) {
            permuted.nz_values[diagonalPlaces[column]] += shift;
        }
        double sum = 0;
        for (int k = 0; k < permuted.nz_length; k++) {
            sum += permuted.nz_values[k] * 0;
        }
        // 0·x is 0 for finite x only. EJML tells positive from negative pivots, not from NaN.
        if (sum != 0) {
            return false;
        }
        factorisation.setStructureLocked(analysed);
        analysed = true;
        return factorisation.decompose(permuted);
    }

    private void load(SparseMatrix a) {
        for (int column = 0; column < n; column++) {
            permuted.nz_values[diagonalPlaces[column]] = 0;
        }
        for (int k = 0; k < places.length; k++) {
            permuted.nz_values[places[k]] = a.values().get(k);
        }
    }

    /** The number of elements of L. */
    public int factorLength() {
        return factorisation.getL().nz_length;
    }

    @Override
    public void solve(Vector b, Vector x) {
        permute(b);
        TriangularSolver_DSCC.solveL(factorisation.getL(), work);
        TriangularSolver_DSCC.solveTranL(factorisation.getL(), work);
        for (int k = 0; k < n; k++) {
            x.set(order[k], work[k]);
        }
    }

    @Override
    public void solveLower(Vector b, Vector x) {
        permute(b);
        TriangularSolver_DSCC.solveL(factorisation.getL(), work);
        x.put(0, work, n);
    }

    /** work ← P·b */
    private void permute(Vector b) {
        for (int k = 0; k < n; k++) {
            work[k] = b.get(order[k]);
        }
    }
}
