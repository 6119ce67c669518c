package dev.optimizer.linalg;

/**
 * Cholesky's factorisation A + τI = L·Lᵀ, which exists where A + τI is positive definite (Golub and Van Loan, Matrix Computations,
 * 4th ed., section 4.2).
 *
 * @param <M> how A is held
 */
public interface Factorization<M> {
    /**
     * Factorises A + shift·I.
     *
     * @param a (Input) of the size and pattern that this was made for. Not modified.
     * @param shift added to the diagonal
     * @return whether A + shift·I is numerically positive definite; if not (NaN included), nothing may be solved
     */
    boolean factor(M a, double shift);

    /**
     * Solves (A + shift·I)·x = b with the factors of the last successful {@link #factor}.
     *
     * @param b (Input) may be x itself
     * @param x (Output) overwritten with the solution
     */
    void solve(Vector b, Vector x);

    /**
     * Solves L·x = b with the factors of the last successful {@link #factor}, so that xᵀx = bᵀ(A + shift·I)⁻¹b. The entries of x
     * stand in the order in which the variables were eliminated.
     *
     * @param b (Input) may be x itself
     * @param x (Output) overwritten with the solution
     */
    void solveLower(Vector b, Vector x);
}
