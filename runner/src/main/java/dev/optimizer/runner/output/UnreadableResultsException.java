package dev.optimizer.runner.output;

import java.nio.file.Path;

/** A file of results that is none; the message is {@code file:line: what is wrong}. */
public final class UnreadableResultsException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableResultsException(Path file, long line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
