package dev.optimizer.linalg;

/** A symmetric matrix A known by its products alone. */
@FunctionalInterface
public interface SymmetricOperator {
    /**
     * av ← A·v.
     *
     * @param v (Input) not modified
     * @param av (Output) overwritten; not the vector v
     */
    void multiply(Vector v, Vector av);
}
