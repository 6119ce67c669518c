package dev.optimizer.runner.config;

import java.util.List;
import java.util.stream.Collectors;

/** A config that cannot be run, with every error in it. */
public final class InvalidConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    /** @param diagnostics at least one, in order of position */
    InvalidConfigException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining(System.lineSeparator())));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Every error, from the top of the file to its end. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
