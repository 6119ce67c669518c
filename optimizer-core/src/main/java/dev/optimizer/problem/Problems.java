package dev.optimizer.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue. */
public final class Problems {
    /** Made by the build: the names of all files of problems, one a line. */
    private static final List<String> NAMES =
            read("catalogue.txt").lines().sorted().toList();

    private Problems() {}

    /** The names of all problems, in alphabetical order. */
    public static List<String> names() {
        return NAMES;
    }

    /** The problem of that name with its usual parameters, empty if there is none. */
    public static Optional<Problem> named(String name) {
        return named(name, Map.of());
    }

    /**
     * The problem of that name, empty if there is none.
     *
     * @param parameters values for some or all of its parameters
     * @throws IllegalArgumentException if it has no such parameter, or a value is not in its range
     */
    public static Optional<Problem> named(String name, Map<String, Integer> parameters) {
        if (!NAMES.contains(name)) {
            return Optional.empty();
        }
        ProblemFile file = new ProblemFile(name, read(name + ".problem"));
        return Optional.of(ProblemReader.read(name, file, parameters));
    }

    private static String read(String file) {
        try (InputStream in = Problems.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing from the library");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
