package dev.optimizer.runner.execute;

import java.util.function.BooleanSupplier;

/** A request to stop, made by another thread (Ctrl-C, a failure). Asked between the steps of a run. */
public final class Interruption {
    private final BooleanSupplier outer;
    private volatile boolean requested;

    public Interruption() {
        this(() -> false);
    }

    private Interruption(BooleanSupplier outer) {
        this.outer = outer;
    }

    /** One that is requested whenever this one is, and can be on its own. */
    public Interruption within() {
        return new Interruption(this::isRequested);
    }

    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested || outer.getAsBoolean();
    }
}
