package dev.optimizer.solver;

import java.util.function.LongSupplier;

/** Counts time while it runs. */
final class Stopwatch {
    /** After two looks that were closer than this, more iterations may pass unseen. */
    private static final long SHORT_NANOS = 1_000_000;

    /** So many at most: should iterations become slow, a budget of seconds is overdrawn by no more of them. */
    private static final int MOST_UNSEEN = 16;

    private final LongSupplier nanoTime;
    private long elapsed;
    private long startedAt;
    private long lookedAt;
    private int period = 1;
    private int unseen;
    private boolean running;

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void start() {
        startedAt = nanoTime.getAsLong();
        lookedAt = startedAt;
        running = true;
    }

    void pause() {
        elapsed += nanoTime.getAsLong() - startedAt;
        running = false;
    }

    double seconds() {
        long now = running ? nanoTime.getAsLong() - startedAt : 0;
        return (elapsed + now) / 1e9;
    }

    /** Whether it is time to {@link #look} at the clock, which takes as long as an iteration on a small function. */
    boolean isDue() {
        return ++unseen >= period;
    }

    /** The seconds of a watch that runs. */
    double look() {
        long now = nanoTime.getAsLong();
        period = now - lookedAt < SHORT_NANOS ? MOST_UNSEEN : 1;
        lookedAt = now;
        unseen = 0;
        return (elapsed + now - startedAt) / 1e9;
    }
}
