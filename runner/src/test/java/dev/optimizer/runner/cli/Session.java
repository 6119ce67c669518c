package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What one call of the program left behind, made inside the JVM of the tests.
 *
 * @param exit how it ended
 * @param out its standard output
 * @param err its standard error
 */
record Session(ExitCode exit, String out, String err) {
    static Session run(Object... args) {
        return in(Map.of(), args);
    }

    /** With these environment variables. */
    static Session in(Map<String, String> environment, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        ExitCode exit = new CommandLineInterface(stream(out), stream(err), environment, Terminal.NONE).run(words);
        return new Session(exit, text(out), text(err));
    }

    /** The only thing on standard error, before the line that names the code. */
    String message() {
        return err.substring(0, Math.max(0, err.lastIndexOf("exit "))).stripTrailing();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
