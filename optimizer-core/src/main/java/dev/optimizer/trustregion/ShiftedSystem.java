package dev.optimizer.trustregion;

import dev.optimizer.linalg.Vector;

/** The systems (H + λI)·p = −g for one λ after the other. */
interface ShiftedSystem {
    /** Forgets the run before. */
    void begin();

    /** Factors H + λI and solves; false if it is not positive definite. */
    boolean solve(double lambda);

    /** ‖p‖ of the last solution. */
    double norm();

    /** pᵀ(H + λI)⁻¹p. */
    double slope();

    /** ‖g‖. */
    double gradientNorm();

    /** An upper bound of ‖H‖₂. */
    double hessianNorm();

    /**
     * Finds a unit vector u along which H + λI, factored last, is nearly singular.
     *
     * @return uᵀ(H + λI)u > 0; infinite if that is not to be had
     */
    double nearNull();

    /** ‖(H + λI)u‖ of the last {@link #nearNull}. */
    double nearNullResidual();

    /** The τ of smaller magnitude for which ‖p + τu‖ = length, where length is at least ‖p‖. */
    double toLength(double length);

    /** s ← p + τu. */
    void write(double tau, Vector s);
}
