package dev.optimizer.runner.plugin;

/** A jar that offers nothing, or nothing that can be used; the message names it and says why. */
public final class UnusableJarException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableJarException(String message, Throwable cause) {
        super(message, cause);
    }
}
