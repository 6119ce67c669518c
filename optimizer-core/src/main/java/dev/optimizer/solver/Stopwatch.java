package dev.optimizer.solver;

import java.util.function.LongSupplier;

/** Counts time while it runs. */
final class Stopwatch {
    private final LongSupplier nanoTime;
    private long elapsed;
    private long startedAt;
    private boolean running;

    Stopwatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void start() {
        startedAt = nanoTime.getAsLong();
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
}
