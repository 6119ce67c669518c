package dev.optimizer.solver;

/**
 * Why a run stopped: the same for every solver.
 *
 * @param status the kind of ending, never {@link Status#RUNNING}
 * @param reason the name of the criterion that fired, as in a config: {@code gradient_norm}, {@code iterations}, …; or what a
 *     run cannot go on from: {@code start}, {@code step}, {@code value}, {@code gradient}, {@code x}
 * @param measured what it measured
 * @param threshold what it compared with; for what is not finite the largest finite number
 */
public record Ending(Status status, String reason, double measured, double threshold) {
    /** What to do about it. */
    public String remedy() {
        return status.remedy(reason);
    }

    /** One sentence for people: what happened, what was measured, what it was compared with, and what to do about it. */
    @Override
    public String toString() {
        return status.word() + ": " + status.sentence() + " (" + reason + " " + number(measured) + ", threshold "
                + number(threshold) + "); " + remedy();
    }

    /** Counts without a fraction. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e7
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
