package dev.optimizer.runner.cli;

import dev.optimizer.runner.output.Colors;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;

/** Where the program prints: results on one stream, everything else on the other. */
final class Console {
    /** To the beginning of the line, then erase it (ECMA-48: EL). */
    private static final String ERASE = "\r\u001b[K";

    private static final int DEFAULT_WIDTH = 80;
    private static final int MIN_WIDTH = 20;

    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final Terminal terminal;
    private String status = "";
    private Colors colors = new Colors(false);
    private boolean quiet;
    private boolean verbose;

    Console(PrintStream out, PrintStream err, Map<String, String> environment, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.environment = environment;
        this.terminal = terminal;
    }

    void configure(GlobalOptions options) {
        boolean welcome = terminal.out() && environment("NO_COLOR").isEmpty();
        boolean colored = options.color == GlobalOptions.ColorChoice.always
                || options.color == GlobalOptions.ColorChoice.auto && welcome;
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

    /** Whether {@link #status} is of use: on a terminal that can move its cursor, unless quiet. */
    boolean isLive() {
        return terminal.err() && !quiet && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** How many characters fit into a line of the terminal. */
    int width() {
        try {
            return Math.max(MIN_WIDTH, Integer.parseInt(environment.getOrDefault("COLUMNS", "")));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    /** A line that is rewritten in place, below everything else, until it is set to nothing. */
    synchronized void status(String line) {
        status = line;
        err.print(ERASE + line);
        err.flush();
    }

    /** Prints above the status. */
    private synchronized void above(Runnable printing) {
        if (status.isEmpty()) {
            printing.run();
            return;
        }
        err.print(ERASE);
        err.flush();
        printing.run();
        err.print(status);
        err.flush();
    }

    /** A result. */
    void print(String text) {
        above(() -> {
            out.print(text);
            out.flush();
        });
    }

    /** What is going on; not shown when quiet. */
    void progress(String line) {
        progress(() -> line);
    }

    /** The same with a line that takes time to make. */
    void progress(Supplier<String> line) {
        if (!quiet) {
            error(line.get());
        }
    }

    /** What only those want to know who asked for more. */
    void detail(String line) {
        if (verbose) {
            error(line);
        }
    }

    /** Something that is wrong. */
    void error(String message) {
        above(() -> err.println(message));
    }

    /** The stack trace of something that went wrong, for those who asked for it. */
    void details(Throwable thrown) {
        if (verbose) {
            above(() -> thrown.printStackTrace(err));
        }
    }
}
