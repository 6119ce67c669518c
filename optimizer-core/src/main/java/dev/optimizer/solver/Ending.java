package dev.optimizer.solver;

/**
 * Why a run stopped.
 *
 * @param status the kind of ending, never {@link Status#RUNNING}
 * @param reason the name of the criterion that fired, as in a config: {@code gradient_norm}, {@code iterations}, …
 * @param measured what it measured
 * @param threshold what it compared with
 */
public record Ending(Status status, String reason, double measured, double threshold) {
    /** One line for people. */
    @Override
    public String toString() {
        return status.word() + " (" + reason + " " + measured + ", threshold " + threshold + "): " + status.sentence();
    }
}
