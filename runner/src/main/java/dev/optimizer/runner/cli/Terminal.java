package dev.optimizer.runner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether anybody watches.
 *
 * @param out whether standard output is a terminal
 * @param err whether standard error is
 */
public record Terminal(boolean out, boolean err) {
    /** The output is read by a program. */
    public static final Terminal NONE = new Terminal(false, false);

    /** Linux says where each stream leads; elsewhere Java knows only whether input and output are both a terminal. */
    public static Terminal detect() {
        // From JDK 22 on the console would be JLine otherwise, which takes long to load and is there without a
        // terminal.
        System.setProperty("jdk.console", System.getProperty("jdk.console", "java.base"));
        if (Files.exists(Path.of("/proc/self/fd/2"))) {
            return new Terminal(leadsToTerminal("/proc/self/fd/1"), leadsToTerminal("/proc/self/fd/2"));
        }
        boolean console = System.console() != null;
        return new Terminal(console, console);
    }

    private static boolean leadsToTerminal(String stream) {
        try {
            String target = Files.readSymbolicLink(Path.of(stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
