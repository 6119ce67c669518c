package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.execute.Interruption;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * While watching, Ctrl-C (or another polite request to end) asks the program to stop, and gives it time to write down what
 * is done; then it ends with the exit code of an interruption. A second Ctrl-C ends it at once.
 */
final class CtrlC implements AutoCloseable {
    /** Runs are asked between steps; a single step that takes longer than this is cut off. */
    private static final int PATIENCE_SECONDS = 20;

    private final Interruption interruption;
    private final Console console;
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean pressed = new AtomicBoolean();
    private final Thread hook = new Thread(this::shutDown);
    private Signal signal;
    private Object before;

    CtrlC(Interruption interruption, Console console) {
        this.interruption = interruption;
        this.console = console;
    }

    /** From now on. */
    void watch() {
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            signal = new Signal();
            before = signal.handle(signal.handler(this::press));
        } catch (ReflectiveOperationException e) {
            // A JVM without signals: the first Ctrl-C runs the hook, others do nothing.
            console.details(e);
        }
    }

    private void press() {
        if (!pressed.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
        interruption.request();
        console.progress("stopping; Ctrl-C once more ends at once");
        if (!awaitFinish()) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
    }

    private void shutDown() {
        interruption.request();
        awaitFinish();
        // Otherwise the JVM would end with a code of its own for each kind of signal.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
    }

    private boolean awaitFinish() {
        try {
            return finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
        restore();
    }

    private void restore() {
        try {
            if (before != null) {
                signal.handle(before);
            }
        } catch (ReflectiveOperationException e) {
            console.details(e);
        }
    }

    /**
     * The signal of Ctrl-C. The JVM's own handler begins to shut down, and then nothing hears of a second one. By reflection:
     * naming {@code sun.misc.Signal} in source is a warning that cannot be switched off, and warnings are errors.
     */
    private static final class Signal {
        private final Class<?> handlers = Class.forName("sun.misc.SignalHandler");
        private final Class<?> signals = Class.forName("sun.misc.Signal");
        private final Object interrupt = signals.getConstructor(String.class).newInstance("INT");

        Signal() throws ReflectiveOperationException {}

        /** Calls an action on a thread of its own. */
        Object handler(Runnable action) {
            return Proxy.newProxyInstance(
                    handlers.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, given) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
        }

        /** Sets what the signal does; what it did before. */
        Object handle(Object handler) throws ReflectiveOperationException {
            return signals.getMethod("handle", signals, handlers).invoke(null, interrupt, handler);
        }
    }
}
