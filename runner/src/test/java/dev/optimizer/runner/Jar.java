package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The built {@code runner.jar} as its user meets it: a process of its own.
 *
 * @param java the {@code java} to start it with
 * @param jvmOptions what stands before {@code -jar}
 * @param folder the working directory
 */
record Jar(Path java, List<String> jvmOptions, Path folder) {
    private static final int TIMEOUT_SECONDS = 60;

    /** What a process left behind. */
    record Finished(int exit, String out, String err) {
        String lastLine() {
            return err.lines().reduce("", (previous, line) -> line);
        }
    }

    /** Run by the JDK of the tests. */
    static Jar in(Path folder) {
        return new Jar(javaOf(Path.of(System.getProperty("java.home"))), List.of(), folder);
    }

    static Path javaOf(Path home) {
        Path unix = home.resolve("bin/java");
        return Files.exists(unix) ? unix : home.resolve("bin/java.exe");
    }

    /** The repository's own configs. */
    static Path configs() {
        return file().getParent().resolve("configs");
    }

    Jar with(String... options) {
        return new Jar(java, List.of(options), folder);
    }

    Jar on(Path otherJava) {
        return new Jar(otherJava, jvmOptions, folder);
    }

    /** Runs the program to its end. */
    Finished run(Object... args) throws IOException, InterruptedException {
        return await(start(args));
    }

    /** Starts the program; {@link #await} it. Its streams go to files, so that it never waits for a reader. */
    Process start(Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", file().toString()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        Files.createDirectories(folder);
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(".stdout").toFile())
                .redirectError(folder.resolve(".stderr").toFile());
        // The JVM announces these on standard error, and they may change the locale.
        process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        // What a CI server sets must not reach the tests, nor their summaries the server.
        process.environment().keySet().removeAll(List.of("NO_COLOR", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"));
        return process.start();
    }

    Finished await(Process process) throws IOException, InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Finished finished = new Finished(process.exitValue(), read(".stdout"), read(".stderr"));
        // Whatever goes wrong, nobody is shown a stack trace.
        assertThat(finished.out() + finished.err())
                .as("both streams")
                .doesNotContain("\n\tat ", "Exception", "StackOverflowError", "OutOfMemoryError");
        return finished;
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name)).replace("\r\n", "\n");
    }

    private static Path file() {
        return Path.of(System.getProperty("runner.jar")).toAbsolutePath().normalize();
    }

    /** JDKs in the folder that this one lives in, links followed, each once. */
    static List<Path> otherJdks() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            return siblings.filter(home -> Files.exists(javaOf(home)) && version(home) >= 17)
                    .map(Jar::real)
                    .distinct()
                    .filter(home -> !home.equals(own))
                    .sorted()
                    .map(Jar::javaOf)
                    .toList();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    /** The feature release, 17 or 25, out of the file that every JDK has; 0 if it has none. */
    private static int version(Path home) {
        try {
            return Files.readAllLines(home.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("JAVA_VERSION=\"(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
