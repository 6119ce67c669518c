package dev.optimizer.runner.config.text;

/** What was thrown where formulas are computed, in words that a user can act on. */
public final class Thrown {
    private Thrown() {}

    /** The message; of an exhausted memory or stack, which is no fault of the formula, also how to get more. */
    public static String inWords(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        if (thrown instanceof OutOfMemoryError) {
            return "out of memory (" + message + "); give Java more, as in java -Xmx8g -jar runner.jar";
        } else if (thrown instanceof StackOverflowError) {
            return "nested too deeply; give Java a larger stack, as in java -Xss512m -jar runner.jar";
        }
        // Of a class that is missing or does not fit the message is no more than its name.
        return thrown instanceof LinkageError ? thrown.getClass().getSimpleName() + ": " + message : message;
    }
}
