package dev.optimizer.descent;

/** What Newton's method does with a Hessian that is not positive definite. */
public enum HessianModification {
    /** Nothing: the textbook's pure Newton step, which goes to whatever stationary point is near. */
    NONE("none"),

    /**
     * Every eigenvalue λ is replaced by max(|λ|, √ε·max|λ|) (Nocedal and Wright, section 3.4, "eigenvalue
     * modification"), so the step keeps its natural length along each direction and points downhill.
     */
    FLIP("flip"),

    /** A multiple of the identity is added until the Cholesky factorisation exists (Nocedal and Wright, alg. 3.3). */
    SHIFT("shift");

    private final String word;

    HessianModification(String word) {
        this.word = word;
    }

    /** The word that stands in configs. */
    public String word() {
        return word;
    }
}
