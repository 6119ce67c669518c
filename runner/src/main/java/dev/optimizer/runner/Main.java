package dev.optimizer.runner;

import dev.optimizer.runner.cli.CommandLineInterface;
import dev.optimizer.runner.cli.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The program. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // ND4J reports its backend through SLF4J, whose level has to be set before its first logger is made.
        boolean verbose = Arrays.stream(args).anyMatch(arg -> arg.equals("-v") || arg.equals("--verbose"));
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "error");
        CommandLineInterface program = new CommandLineInterface(
                utf8(FileDescriptor.out), utf8(FileDescriptor.err), System.getenv(), Terminal.detect());
        System.exit(program.run(args).code());
    }

    /** Text is UTF-8 whatever the locale: ‖∇f‖ must not become ??f?. */
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }
}
