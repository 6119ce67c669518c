package dev.optimizer.runner.cli;

import dev.optimizer.runner.execute.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While watching, Ctrl-C asks the program to stop and waits until it has written down what is done. To be closed after
 * the last line is printed: from then on the JVM may end at any moment.
 */
final class CtrlC implements AutoCloseable {
    /** Runs are asked between steps; a single step that takes longer than this is cut off. */
    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Interruption interruption = new Interruption();
    private final Thread hook = new Thread(() -> {
        interruption.request();
        awaitFinish();
    });

    /** Watches from now on; the request to stop arrives in what is returned. */
    Interruption watch() {
        Runtime.getRuntime().addShutdownHook(hook);
        return interruption;
    }

    private void awaitFinish() {
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down: the hook is running, and ends by itself now.
        }
    }
}
