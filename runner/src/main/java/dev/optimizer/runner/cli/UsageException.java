package dev.optimizer.runner.cli;

/** The command line asks for something that cannot be: a file that does not exist, a start of no such name. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
