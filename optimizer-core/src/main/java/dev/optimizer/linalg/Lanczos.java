package dev.optimizer.linalg;

/**
 * Lanczos's process: an orthonormal basis q₁, q₂, … of the Krylov space of A and a first vector, in which A is a tridiagonal
 * matrix with diagonal α and off-diagonal β (Golub and Van Loan, Matrix Computations, 4th ed., algorithm 10.1.1).
 *
 * <p>Each new vector is made orthogonal to all before it, twice, because rounding would soon undo what the recurrence gives
 * (section 10.3.3). Memory for the whole basis is taken once.
 */
public final class Lanczos {
    /** What is left of A·q after all before it is taken away counts as zero below this times the length of A·q. */
    private static final double BREAKDOWN = 8 * Math.ulp(1.0);

    private final Vector[] basis;
    private final Vector product;
    private final Vector alpha;
    private final Vector beta;
    private int size;
    private boolean complete;

    /** Takes the memory for {@code most} vectors of n entries. */
    public Lanczos(int n, int most) {
        this.basis = new Vector[most];
        for (int k = 0; k < most; k++) {
            basis[k] = Vector.zeros(n);
        }
        this.product = Vector.zeros(n);
        this.alpha = Vector.zeros(most);
        this.beta = Vector.zeros(most);
    }

    /** Begins anew with q₁ = first/‖first‖; nothing is known of A yet. */
    public void begin(Vector first) {
        product.copy(first);
        size = 0;
        complete = false;
        accept(first.norm2());
    }

    /** The next basis vector is {@code product} of that length. */
    private void accept(double length) {
        complete = !(length > 0 && length < Double.POSITIVE_INFINITY) || size == basis.length;
        if (!complete) {
            basis[size].copy(product);
            basis[size].scale(1 / length);
        }
    }

    /**
     * Multiplies A by the newest basis vector: one more row of the tridiagonal matrix.
     *
     * @return false if there was no vector to multiply by, because the space is invariant, or the memory is full
     */
    public boolean extend(SymmetricOperator a) {
        if (complete) {
            return false;
        }
        a.multiply(basis[size], product);
        double length = product.norm2();
        alpha.set(size, basis[size].dot(product));
        for (int pass = 0; pass < 2; pass++) {
            for (int k = size; k >= 0; k--) {
                product.axpy(-basis[k].dot(product), basis[k]);
            }
        }
        double left = product.norm2();
        beta.set(size, left <= BREAKDOWN * length ? 0 : left);
        size++;
        accept(beta.get(size - 1));
        return true;
    }

    /** The number of rows of the tridiagonal matrix known. */
    public int size() {
        return size;
    }

    /** Diagonal entry k, counted from 0: qₖᵀAqₖ. */
    public double alpha(int k) {
        return alpha.get(k);
    }

    /** The entry beside row k and row k + 1; 0 if the space is invariant. */
    public double beta(int k) {
        return beta.get(k);
    }

    /** x ← Σ yₖ·qₖ over the rows known. */
    public void combine(Vector y, Vector x) {
        x.fill(0);
        for (int k = 0; k < size; k++) {
            x.axpy(y.get(k), basis[k]);
        }
    }
}
