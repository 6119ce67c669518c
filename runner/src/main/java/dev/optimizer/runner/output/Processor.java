package dev.optimizer.runner.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the processor calls itself; the JVM does not know. */
final class Processor {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Processor() {}

    /** Linux has it in a file, Windows in a variable of the environment; elsewhere it is not known. */
    static Optional<String> name() {
        Optional<String> windows = Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"));
        if (!Files.isReadable(LINUX)) {
            return windows;
        }
        try (Stream<String> lines = Files.lines(LINUX)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .or(() -> windows);
        } catch (IOException | UncheckedIOException e) {
            return windows;
        }
    }
}
