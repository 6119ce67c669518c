package dev.optimizer.runner.config.text;

import java.nio.file.Path;

/** A config file that could not be read at all: it is missing, a folder, protected, or not text. */
public final class UnreadableConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableConfigException(Path file, String reason, Throwable cause) {
        super("cannot read " + file + ": " + reason, cause);
    }
}
