package dev.optimizer.runner.config.tree;

import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.List;

/**
 * Where a path such as {@code descent.step} leads.
 *
 * @param name the path in its shortest form, the same however it was written
 * @param keys from the top of the config on, {@code solvers}, {@code descent}, {@code step}, each with its place in the
 *     text of the path; at least one
 * @param span where the path is written
 */
public record Address(String name, List<Scalar> keys, Span span) {
    public Address {
        keys = List.copyOf(keys);
    }

    /** Its first key. */
    public String top() {
        return keys.get(0).text();
    }

    /** The part of the config that is read as one: a solver, a problem, or the settings. */
    public Part part() {
        return switch (top()) {
            case "solvers", "problems" ->
                new Part(top(), keys.size() > 1 ? keys.get(1).text() : "");
            case "problem" -> Part.PROBLEM;
            case "stop", "seed" -> Part.SETTINGS;
            default -> new Part(top(), "");
        };
    }

    /** The keys from the part on. */
    public List<Scalar> inside() {
        return keys.subList(part().depth(), keys.size());
    }

    /** Whether the other one is the same, or a part of what this one leads to. */
    public boolean contains(Address other) {
        return words().size() <= other.words().size()
                && other.words().subList(0, words().size()).equals(words());
    }

    private List<String> words() {
        return keys.stream().map(Scalar::text).toList();
    }

    /**
     * A part of the config that is read as one.
     *
     * @param key {@code solvers}, {@code problems}, {@code problem}, or {@code settings} for {@code stop} and {@code seed}
     * @param name of the solver or problem; empty for the others
     */
    public record Part(String key, String name) {
        public static final Part PROBLEM = new Part("problem", "");
        public static final Part SETTINGS = new Part("settings", "");

        /** How many keys lead from the top of the config to it. */
        private int depth() {
            return equals(SETTINGS) ? 0 : name.isEmpty() ? 1 : 2;
        }

        /** Whether there can be variants of it. */
        public boolean canBeSwept() {
            return !name.isEmpty() || equals(PROBLEM) || equals(SETTINGS);
        }
    }
}
