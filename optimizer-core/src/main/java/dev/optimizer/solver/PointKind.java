package dev.optimizer.solver;

/** What kind of point a run ended at, judged by the gradient and the signs of the Hessian's eigenvalues. */
public enum PointKind {
    /** Stationary, all eigenvalues positive: f rises in every direction. */
    MINIMUM("minimum"),
    /** Stationary, all eigenvalues negative: f falls in every direction. */
    MAXIMUM("maximum"),
    /** Stationary, eigenvalues of both signs: f rises in some directions and falls in others. */
    SADDLE("saddle"),
    /** Stationary, but some curvature is zero as far as it can be told: second derivatives do not decide. */
    DEGENERATE("degenerate"),
    /** The gradient does not vanish. */
    NOT_STATIONARY("not-stationary"),
    /**
     * Stationary, but not to be judged: the objective offers no second derivatives, the derivatives failed the audit, or the
     * signs of a large Hessian's eigenvalues could not be told.
     */
    UNKNOWN("unknown");

    private final String word;

    PointKind(String word) {
        this.word = word;
    }

    /** The word that stands in tables and files. */
    public String word() {
        return word;
    }

    @Override
    public String toString() {
        return word;
    }
}
