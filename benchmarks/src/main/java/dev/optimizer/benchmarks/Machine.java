package dev.optimizer.benchmarks;

import dev.optimizer.linalg.Blas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the times depend on, in a line. */
final class Machine {
    private static final Path LINUX = Path.of("/proc/cpuinfo");

    private Machine() {}

    static String description() {
        return Runtime.getRuntime().availableProcessors() + " cores of " + processor() + "; " + property("os.name")
                + " " + property("os.arch") + "; " + property("java.vm.name") + " " + property("java.version") + "; "
                + Blas.description();
    }

    private static String property(String name) {
        return System.getProperty(name);
    }

    private static String processor() {
        try {
            List<String> lines = Files.exists(LINUX) ? Files.readAllLines(LINUX) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("a processor");
        } catch (IOException unreadable) {
            return "a processor";
        }
    }
}
