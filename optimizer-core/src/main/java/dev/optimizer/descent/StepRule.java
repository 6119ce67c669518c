package dev.optimizer.descent;

/** How far to go along a direction: the other half of a line search method. */
public interface StepRule {
    /** Forgets earlier runs. */
    default void start() {}

    /**
     * Finds a step length.
     *
     * @param phi the objective along the direction
     * @param value0 φ(0), finite
     * @param slope0 φ′(0); negative if {@link #needsDescent}
     * @param first the step length to try first, positive
     * @return α &gt; 0, or 0 when none was found
     */
    double search(Line phi, double value0, double slope0, double first);

    /** Whether the rule makes sense only along a direction of descent. */
    default boolean needsDescent() {
        return true;
    }
}
