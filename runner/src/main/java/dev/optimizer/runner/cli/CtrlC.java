package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.execute.Interruption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While watching, Ctrl-C (or another polite request to end) asks the program to stop, waits until it has written down what
 * is done, and ends it with the exit code of an interruption.
 */
final class CtrlC implements AutoCloseable {
    /** Runs are asked between steps; a single step that takes longer than this is cut off. */
    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    CtrlC(Interruption interruption) {
        hook = new Thread(() -> {
            interruption.request();
            awaitFinish();
            // Otherwise the JVM would end with a code of its own for each kind of signal.
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        });
    }

    /** From now on. */
    void watch() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitFinish() {
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After this the program may end as it likes. */
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
