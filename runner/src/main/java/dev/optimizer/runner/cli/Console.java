package dev.optimizer.runner.cli;

import dev.optimizer.runner.output.Colors;
import java.io.PrintStream;
import java.util.Map;

/** Where the program prints: results on one stream, everything else on the other. */
final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private Colors colors = new Colors(false);
    private boolean quiet;
    private boolean verbose;

    Console(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    void configure(GlobalOptions options) {
        boolean terminal = System.console() != null && environment("NO_COLOR").isEmpty();
        boolean colored = options.color == GlobalOptions.ColorChoice.always
                || options.color == GlobalOptions.ColorChoice.auto && terminal;
        colors = new Colors(colored);
        quiet = options.quiet;
        verbose = options.verbose;
    }

    Colors colors() {
        return colors;
    }

    boolean isVerbose() {
        return verbose;
    }

    /** An environment variable; empty if it is not set. */
    String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    /** The stream that results go to. */
    PrintStream out() {
        return out;
    }

    /** The stream that everything else goes to. */
    PrintStream err() {
        return err;
    }

    /** A result. */
    void print(String text) {
        out.print(text);
        out.flush();
    }

    /** What is going on; not shown when quiet. */
    void progress(String line) {
        if (!quiet) {
            err.println(line);
        }
    }

    /** Something that is wrong. */
    void error(String message) {
        err.println(message);
    }

    /** The stack trace of something that went wrong, for those who asked for it. */
    void details(Throwable thrown) {
        if (verbose) {
            thrown.printStackTrace(err);
        }
    }
}
