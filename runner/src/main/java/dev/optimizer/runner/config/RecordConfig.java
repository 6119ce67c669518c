package dev.optimizer.runner.config;

/**
 * What goes into a trace.
 *
 * @param every a row for every so many iterations, at least 1
 * @param iterates whether a row holds the point
 */
public record RecordConfig(long every, Iterates iterates) {
    /** The most entries a point may have to be recorded without being asked for. */
    public static final int AUTO_LIMIT = 10;

    /** When the point itself is recorded. */
    public enum Iterates {
        /** While it has at most {@link #AUTO_LIMIT} entries. */
        AUTO,
        ALWAYS,
        NEVER
    }

    /** Whether the points of a problem with so many entries are recorded. */
    public boolean recordsPoints(long dimension) {
        return iterates == Iterates.ALWAYS || iterates == Iterates.AUTO && dimension <= AUTO_LIMIT;
    }
}
