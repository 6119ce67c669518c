package dev.optimizer.autodiff.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A step that HotSpot does not inline. It would put the interpreter into all that calls it, and find no room for the compiled
 * code that comes after it.
 */
final class UninlinedStep implements Step {
    private static final MethodHandle RUN;

    static {
        try {
            MethodType type = MethodType.methodType(void.class, long[].class);
            RUN = MethodHandles.lookup().findVirtual(Step.class, "run", type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What is called through a handle that is not a constant is never inlined. */
    private final MethodHandle run;

    UninlinedStep(Step step) {
        this.run = RUN.bindTo(step);
    }

    @Override
    public void run(long[] addresses) {
        try {
            run.invokeExact(addresses);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
