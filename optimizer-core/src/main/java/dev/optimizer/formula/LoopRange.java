package dev.optimizer.formula;

/**
 * The head of a loop, {@code name in from..to}, with what can be said of it for all indices around.
 *
 * @param values holds every value of the index; may be wider when the bounds depend on indices around
 * @param count iterations at most, for any one value of the indices around; 0 means that the body never runs
 */
record LoopRange(String name, int level, IndexPolynomial from, IndexPolynomial to, Interval values, long count) {
    /** Whether the range is the same for all indices around. */
    boolean isFixed() {
        return from.isConstant() && to.isConstant();
    }
}
