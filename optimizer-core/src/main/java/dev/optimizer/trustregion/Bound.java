package dev.optimizer.trustregion;

/**
 * What holds a step back, given the size of the region. With p(λ) = −(H + λI)⁻¹g, either bound asks for the λ ≥ 0 at which
 * ‖p(λ)‖ is a known {@link #length}: the secular equation 1/‖p(λ)‖ = 1/length. 1/‖p(λ)‖ is concave and rises with λ (Conn,
 * Gould and Toint 2000, section 7.3.3; Cartis, Gould and Toint 2011, Math. Program. 127, section 6.1).
 */
enum Bound {
    /** ‖p‖ ≤ Δ: the length is Δ itself. */
    RADIUS {
        @Override
        double length(double lambda, double size) {
            return size;
        }

        @Override
        double least(double eigenvalue, double base, double gamma, double size) {
            return gamma / size - eigenvalue;
        }
    },

    /** A term ⅓σ‖p‖³ is added to the model, whose minimiser has λ = σ‖p‖: the length is λ/σ. */
    CUBIC {
        @Override
        double length(double lambda, double size) {
            return lambda * size;
        }

        /** The positive root of (λ₁ + δ)·(base + δ) = gamma/size. */
        @Override
        double least(double eigenvalue, double base, double gamma, double size) {
            double product = gamma / size;
            double sum = eigenvalue + base;
            double root = Math.hypot(eigenvalue - base, 2 * Math.sqrt(product));
            return sum > 0 ? 2 * (product - eigenvalue * base) / (sum + root) : (root - sum) / 2;
        }
    };

    /** The length that a step of this λ should have. */
    abstract double length(double lambda, double size);

    /**
     * The δ with λ = base + δ for a model of one variable with |g| = gamma: a lower bound of the δ for all variables; not
     * positive where δ = 0 will do.
     *
     * @param eigenvalue its eigenvalue, to which base has been added
     */
    abstract double least(double eigenvalue, double base, double gamma, double size);

    /**
     * The change of λ in one step of Newton's method for 1/‖p(λ)‖, the length taken as it is: to the solution for the model of one
     * variable that has this norm and slope. 1/‖p‖ is concave, so that this never passes the solution.
     *
     * @param norm ‖p(λ)‖
     * @param slope pᵀ(H + λI)⁻¹p
     */
    double newton(double lambda, double size, double norm, double slope) {
        double eigenvalue = norm * norm / slope;
        return least(eigenvalue, lambda, norm * eigenvalue, size);
    }
}
