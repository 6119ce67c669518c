package dev.optimizer.autodiff.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Interprets a pass until compiling it pays. Both give the same bits, so nobody can tell but by the clock. */
final class TieredPass implements Step {
    /** So many instructions are interpreted before a pass is compiled: about a millisecond's, which is what compiling costs. */
    private static final long INSTRUCTIONS = 200_000;

    /**
     * And no more runs than this, however short: HotSpot compiles what calls this for good after 5,000 calls, and by then must
     * have seen what it will call from now on.
     */
    private static final long RUNS = 500;

    private static final MethodHandle RUN;

    static {
        try {
            MethodType type = MethodType.methodType(void.class, long[].class);
            RUN = MethodHandles.lookup().findVirtual(Step.class, "run", type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Pass pass;
    private final long cost;
    /**
     * Not a constant, and so never inlined: HotSpot would put the interpreter into all that calls this, and find no room for
     * the compiled code that comes after it.
     */
    private MethodHandle interpreter;

    private Step compiled;
    private long work;

    TieredPass(Pass pass) {
        this.pass = pass;
        long instructions = (long) Math.max(1, pass.code().instructionCount())
                * pass.domain().count();
        this.cost = Math.max(instructions, INSTRUCTIONS / RUNS);
        this.interpreter = RUN.bindTo(Execution.INTERPRETED.prepare(pass));
    }

    @Override
    public void run(long[] addresses) {
        Step ready = compiled;
        if (ready != null) {
            ready.run(addresses);
        } else {
            begin(addresses);
        }
    }

    private void begin(long[] addresses) {
        work += cost;
        if (work > INSTRUCTIONS) {
            compiled = Execution.COMPILED.prepare(pass);
            interpreter = null;
            compiled.run(addresses);
            return;
        }
        try {
            interpreter.invokeExact(addresses);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
