package dev.optimizer.runner.execute;

/** A request to stop, made by another thread (Ctrl-C). Asked between the steps of a run. */
public final class Interruption {
    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }
}
