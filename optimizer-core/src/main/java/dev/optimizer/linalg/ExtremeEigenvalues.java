package dev.optimizer.linalg;

import org.bytedeco.openblas.global.openblas;

/**
 * The ends of the spectrum of a symmetric matrix A that is known by its products: the process of Lanczos (Golub and Van
 * Loan, Matrix Computations, 4th ed., algorithm 10.1.1), from a fixed pseudo-random vector.
 *
 * <p>No vectors are kept, so orthogonality is lost as soon as an end of the spectrum is found; that repeats eigenvalues, and
 * makes no false ones (Paige 1976). An end is what the process sees of it: a random start misses an eigenvector with
 * probability zero, and nearly misses it with a small one (Kuczyński and Woźniakowski 1992).
 */
public final class ExtremeEigenvalues {
    /** An end counts as found when its residual is this part of it: enough to tell its sign and its size. */
    private static final double ACCURACY = 1e-3;

    /** Ends are looked at after so many steps, and whenever their number has grown by half. */
    private static final int FIRST_LOOK = 8;

    private final int n;
    private final double[] diagonal;
    private final double[] offDiagonal;
    private final Vector first;
    private final Vector vector;
    private final Vector previous;
    private final Vector product;
    private int steps;
    private final double[] values;
    private final double[] errors;
    private final double[] off;
    private final double[] vectors;

    /**
     * Takes the memory: four vectors, and the square of the number of steps.
     *
     * @param n the size of the matrices, at least 1
     * @param mostSteps the most products of a run, at least 1
     */
    public ExtremeEigenvalues(int n, int mostSteps) {
        this.n = n;
        int most = Math.min(n, mostSteps);
        this.diagonal = new double[most];
        this.offDiagonal = new double[most];
        this.values = new double[most];
        this.errors = new double[most];
        this.off = new double[most];
        this.vectors = new double[most * most];
        this.first = Vector.zeros(n);
        this.vector = Vector.zeros(n);
        this.previous = Vector.zeros(n);
        this.product = Vector.zeros(n);
        first.fillRandom();
        first.scale(1 / first.norm2());
    }

    /**
     * Looks for both ends of the spectrum.
     *
     * @return false if a product was not finite
     */
    public boolean run(SymmetricOperator a) {
        return run(a, true);
    }

    /** The same for the largest eigenvalue alone: {@link #smallest} may still be far from the other end. */
    public boolean runForLargest(SymmetricOperator a) {
        return run(a, false);
    }

    private boolean run(SymmetricOperator a, boolean both) {
        begin();
        int look = FIRST_LOOK;
        for (steps = 0; steps < diagonal.length; ) {
            advance(a);
            double beta = offDiagonal[steps - 1];
            if (!Double.isFinite(beta) || !Double.isFinite(diagonal[steps - 1])) {
                return false;
            }
            if (steps == look || steps == diagonal.length || isInvariant(beta)) {
                solveTridiagonal(beta);
                if (isInvariant(beta) || isFound(steps - 1) && (!both || isFound(0))) {
                    return true;
                }
                look += look / 2;
            }
        }
        return true;
    }

    /**
     * Looks for clearly negative curvature.
     *
     * @param zero the part of the largest |λ| below which an eigenvalue is rounding error
     * @param v (Output) a unit vector of that curvature, if there is any
     * @return vᵀAv < 0, or 0 if no eigenvalue is seen to be negative, or a product is not finite
     */
    public double negativeCurvature(SymmetricOperator a, double zero, Vector v) {
        if (!run(a) || !(smallest() < -zero * Math.max(Math.abs(smallest()), Math.abs(largest())))) {
            return 0;
        }
        smallestVector(a, v);
        return smallest();
    }

    /** The smallest eigenvalue seen; no eigenvalue need be smaller than this, and at least one is not larger. */
    public double smallest() {
        return values[0];
    }

    /** An eigenvalue lies within this distance of {@link #smallest}. */
    public double smallestError() {
        return errors[0];
    }

    /** The largest eigenvalue seen. */
    public double largest() {
        return values[steps - 1];
    }

    /** An eigenvalue lies within this distance of {@link #largest}. */
    public double largestError() {
        return errors[steps - 1];
    }

    /** How many different eigenvalues below a bound have been found: at least so many are there. */
    public int countBelow(double bound) {
        int count = 0;
        double last = Double.NaN;
        for (int k = 0; k < steps; k++) {
            boolean found = values[k] + errors[k] < bound;
            if (found && !(Math.abs(values[k] - last) <= ACCURACY * Math.abs(values[k]))) {
                count++;
                last = values[k];
            }
        }
        return count;
    }

    /**
     * The vector that belongs to {@link #smallest}, of length 1, by going through the same steps once more.
     *
     * @param a the matrix of the last {@link #run}
     * @param v (Output) overwritten
     */
    public void smallestVector(SymmetricOperator a, Vector v) {
        int count = steps;
        v.fill(0);
        begin();
        for (steps = 0; steps < count; ) {
            v.axpy(vectors[steps], vector);
            advance(a);
        }
        // The basis is no longer orthogonal once the other end has taken longer to find.
        v.scale(1 / v.norm2());
    }

    private void begin() {
        vector.copy(first);
        previous.fill(0);
    }

    /** vector becomes the next one of the basis, previous the one before it. */
    private void advance(SymmetricOperator a) {
        a.multiply(vector, product);
        double alpha = vector.dot(product);
        product.axpy(-alpha, vector);
        if (steps > 0) {
            product.axpy(-offDiagonal[steps - 1], previous);
        }
        double beta = product.norm2();
        previous.copy(vector);
        vector.copy(product);
        vector.scale(beta > 0 ? 1 / beta : 0);
        diagonal[steps] = alpha;
        offDiagonal[steps] = beta;
        steps++;
    }

    private boolean isInvariant(double beta) {
        double scale = 0;
        for (int k = 0; k < steps; k++) {
            scale = Math.max(scale, Math.abs(diagonal[k]));
        }
        return beta <= n * Math.ulp(scale);
    }

    private boolean isFound(int k) {
        return errors[k] <= ACCURACY * Math.abs(values[k]);
    }

    /** The eigenvalues of the tridiagonal matrix so far, and with the last elements of its vectors their residuals. */
    private void solveTridiagonal(double beta) {
        System.arraycopy(diagonal, 0, values, 0, steps);
        System.arraycopy(offDiagonal, 0, off, 0, steps);
        openblas.LAPACKE_dstev(openblas.LAPACK_COL_MAJOR, (byte) 'V', steps, values, off, vectors, steps);
        for (int k = 0; k < steps; k++) {
            errors[k] = beta * Math.abs(vectors[k * steps + steps - 1]);
        }
    }
}
