package dev.optimizer.problem;

import dev.optimizer.formula.Formula;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The catalogue. */
public final class Problems {
    private static final String START = "start.";
    private static final String STATIONARY = "stationary.";

    private Problems() {}

    /** The names of all problems, in alphabetical order. */
    public static List<String> names() {
        try (InputStream in = open("catalogue.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of problems cannot be read", e);
        }
    }

    /** The problem of that name, empty if there is none. */
    public static Optional<Problem> named(String name) {
        return names().contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Problem read(String name) {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(open(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("problem " + name + " cannot be read", e);
        }
        Map<String, List<Double>> starts = new TreeMap<>();
        List<Problem.StationaryPoint> points = new ArrayList<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            List<String> words = List.of(properties.getProperty(key).trim().split("\\s+"));
            if (key.startsWith(START)) {
                starts.put(key.substring(START.length()), numbers(words));
            } else if (key.startsWith(STATIONARY)) {
                List<Double> numbers = numbers(words.subList(1, words.size()));
                points.add(new Problem.StationaryPoint(
                        key.substring(STATIONARY.length()),
                        words.get(0),
                        numbers.get(0),
                        numbers.subList(1, numbers.size())));
            }
        }
        return new Problem(
                name,
                properties.getProperty("title"),
                properties.getProperty("source"),
                formula(properties),
                starts,
                points);
    }

    private static Formula formula(Properties properties) {
        Formula.Builder builder = Formula.builder();
        for (String variable : properties.getProperty("variables").split("\\s+")) {
            builder.variable(variable);
        }
        return builder.parse(properties.getProperty("formula"));
    }

    private static List<Double> numbers(List<String> words) {
        return words.stream().map(Double::valueOf).toList();
    }

    private static InputStream open(String file) {
        InputStream in = Problems.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException(file + " is missing from the library");
        }
        return in;
    }
}
