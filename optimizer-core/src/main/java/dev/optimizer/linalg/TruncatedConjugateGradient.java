package dev.optimizer.linalg;

/**
 * The method of conjugate gradients on A·p = −g, cut short where a step of an optimiser needs no more: at a tolerance, at a
 * bound on ‖p‖, or where A turns out not to be positive definite (Toint 1981; Steihaug 1983, SIAM J. Numer. Anal. 20,
 * 626–637; Conn, Gould and Toint 2000, algorithm 7.5.1).
 *
 * <p>Every iterate lowers the model gᵀp + ½pᵀAp, and is longer than the one before. With a preconditioner M, lengths are
 * measured as √(pᵀMp), which the recurrences give without M itself. Memory is taken once; one instance serves one solve at
 * a time.
 */
public final class TruncatedConjugateGradient {
    /** How a solve ended. */
    public enum Ending {
        /** The residual is within its tolerance. */
        CONVERGED,

        /** The path of iterates left the radius; p is where it did. */
        BOUNDARY,

        /**
         * A direction d with dᵀAd ≤ 0 was met: {@link #direction()}. Within a finite radius p goes along it to the boundary;
         * without one p is the iterate from which it starts, or d itself if that is still 0.
         */
        NEGATIVE_CURVATURE,

        /** As many products as allowed were made. */
        ITERATION_LIMIT,

        /** A product, or g itself, was NaN or infinite; p is the last iterate before, 0 if there was none. */
        NOT_FINITE
    }

    private final SymmetricOperator preconditioner;
    private final Vector residual;
    private final Vector preconditioned;
    private final Vector direction;
    private final Vector product;
    private double curvature;
    private double decrease;
    private int iterations;

    /** Without a preconditioner. Takes the memory for n variables. */
    public TruncatedConjugateGradient(int n) {
        this(n, null);
    }

    /**
     * Takes the memory for n variables.
     *
     * @param preconditioner z ← M⁻¹·r with M symmetric positive definite, fixed during a solve; null for none
     */
    public TruncatedConjugateGradient(int n, SymmetricOperator preconditioner) {
        this.preconditioner = preconditioner;
        this.residual = Vector.zeros(n);
        this.preconditioned = preconditioner == null ? residual : Vector.zeros(n);
        this.direction = Vector.zeros(n);
        this.product = Vector.zeros(n);
    }

    /**
     * Solves.
     *
     * @param a A, by its products
     * @param g (Input) the gradient of the model at 0. Not modified.
     * @param tolerance η ≥ 0: the solve has converged when ‖g + A·p‖ ≤ η‖g‖, in the norm of M⁻¹
     * @param radius the largest ‖p‖, in the norm of M; may be infinite
     * @param most the largest number of products with A, at least 1
     * @param p (Output) overwritten; not the vector g
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Ending solve(SymmetricOperator a, Vector g, double tolerance, double radius, int most, Vector p) {
        requireRanges(tolerance, radius, most);
        p.fill(0);
        decrease = 0;
        curvature = Double.NaN;
        iterations = 0;
        residual.copy(g);
        double rz = precondition();
        if (!Double.isFinite(rz)) {
            return Ending.NOT_FINITE;
        }
        direction.copy(preconditioned);
        direction.scale(-1);
        return iterate(a, tolerance * tolerance * rz, rz, radius, most, p);
    }

    private static void requireRanges(double tolerance, double radius, int most) {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance must be at least 0: " + tolerance);
        }
        if (!(radius > 0)) {
            throw new IllegalArgumentException("radius must be greater than 0: " + radius);
        }
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1: " + most);
        }
    }

    /** pp, pd and dd are ‖p‖², pᵀMd and ‖d‖² in the norm of M: equations 7.5.5 to 7.5.7 of Conn, Gould and Toint. */
    private Ending iterate(SymmetricOperator a, double smallest, double first, double radius, int most, Vector p) {
        double rz = first;
        double pp = 0;
        double pd = 0;
        double dd = rz;
        while (rz > smallest) {
            if (iterations == most) {
                return Ending.ITERATION_LIMIT;
            }
            a.multiply(direction, product);
            iterations++;
            curvature = direction.dot(product);
            if (!Double.isFinite(curvature)) {
                return Ending.NOT_FINITE;
            }
            boolean negative = isNotPositive();
            double alpha = negative ? Double.POSITIVE_INFINITY : rz / curvature;
            if (negative || !(pp + alpha * (2 * pd + alpha * dd) < radius * radius)) {
                leave(rz, radius < Double.POSITIVE_INFINITY ? boundary(pp, pd, dd, radius) : 0, p);
                return negative ? Ending.NEGATIVE_CURVATURE : Ending.BOUNDARY;
            }
            p.axpy(alpha, direction);
            decrease += alpha * rz / 2;
            pp += alpha * (2 * pd + alpha * dd);
            residual.axpy(alpha, product);
            double next = precondition();
            double beta = next / rz;
            pd = beta * (pd + alpha * dd);
            dd = next + beta * beta * dd;
            rz = next;
            direction.scale(beta);
            direction.axpy(-1, preconditioned);
        }
        return Double.isNaN(rz) ? Ending.NOT_FINITE : Ending.CONVERGED;
    }

    /** dᵀAd ≤ 0 as far as it can be told: a scalar product is known to some ε times the product of the norms. */
    private boolean isNotPositive() {
        double noise = Math.ulp(1.0) * Math.sqrt(direction.dot(direction)) * Math.sqrt(product.dot(product));
        return curvature <= noise;
    }

    /** The τ ≥ 0 with ‖p + τd‖ = radius, from whichever formula does not cancel. */
    private static double boundary(double pp, double pd, double dd, double radius) {
        double room = Math.max(0, radius * radius - pp);
        double root = Math.sqrt(pd * pd + dd * room);
        return pd > 0 ? room / (pd + root) : (root - pd) / dd;
    }

    /** p ← p + τd; d itself where p would stay 0. */
    private void leave(double rz, double tau, Vector p) {
        double length = tau == 0 && decrease == 0 ? 1 : tau;
        p.axpy(length, direction);
        decrease += length * (rz - length * curvature / 2);
    }

    /** z ← M⁻¹r; rᵀz. */
    private double precondition() {
        if (preconditioner != null) {
            preconditioner.multiply(residual, preconditioned);
        }
        return residual.dot(preconditioned);
    }

    /** The direction of the last product: after {@link Ending#NEGATIVE_CURVATURE} one with dᵀAd ≤ 0 and gᵀd ≤ 0. */
    public Vector direction() {
        return direction;
    }

    /** dᵀAd of the last product with A; NaN if none was made. */
    public double curvature() {
        return curvature;
    }

    /** By how much p lowers the model: −gᵀp − ½pᵀAp. */
    public double decrease() {
        return decrease;
    }

    /** The number of products with A that the last solve took. */
    public int iterations() {
        return iterations;
    }
}
