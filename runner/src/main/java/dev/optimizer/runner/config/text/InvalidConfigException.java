package dev.optimizer.runner.config.text;

import java.util.List;

/** A config that cannot be run, with every error in it; the message shows the first. */
public final class InvalidConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** @param diagnostics at least one, in order of position */
    InvalidConfigException(List<Diagnostic> diagnostics) {
        super(diagnostics.get(0).render() + (diagnostics.size() == 1 ? "" : " … " + diagnostics.size() + " errors"));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every error, from the top of the file to its end. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
