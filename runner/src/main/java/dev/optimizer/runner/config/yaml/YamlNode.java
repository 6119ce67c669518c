package dev.optimizer.runner.config.yaml;

import dev.optimizer.runner.config.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A node of a YAML file with its place in the text; an alias is the very node that it names. */
public sealed interface YamlNode {
    Span span();

    /** What a message calls a node that is something else than it should be. */
    default String kind() {
        if (this instanceof Mapping) {
            return "a mapping";
        }
        return this instanceof Sequence ? "a list" : "text";
    }

    /** The node on one line; the order of its keys does not show, nor how it is written. */
    default String inline() {
        if (this instanceof Sequence sequence) {
            return sequence.items().stream().map(YamlNode::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        if (this instanceof Mapping mapping) {
            // The type first, for it says what the others are about.
            return mapping.entries().stream()
                    .sorted(Comparator.comparing((Entry entry) -> !entry.name().equals(Mapping.TYPE))
                            .thenComparing(Entry::name))
                    .map(entry -> entry.name() + ": " + entry.value().inline())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return ((Scalar) this).text();
    }

    /** Text as YAML gives it, before anybody decides whether it is a number. */
    record Scalar(String text, Style style, Span span) implements YamlNode {
        /** YAML 1.2, section 10.3.2. */
        private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

        /** Whether it is written without quotes, and not as a block. */
        public boolean isPlain() {
            return style == Style.PLAIN;
        }

        /** True for {@code key:} with nothing behind it, and for what YAML calls that: {@code ~} and {@code null}. */
        public boolean isMissing() {
            return isPlain() && NOTHING.contains(text);
        }
    }

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /** A list, {@code [a, b]} or a line with a dash for each item. */
    record Sequence(List<YamlNode> items, Span span) implements YamlNode {}

    /** Keys with their values, in the order of the file, without duplicates. */
    record Mapping(List<Entry> entries, Span span) implements YamlNode {
        /** The key of the word that says which of several things a mapping is. */
        public static final String TYPE = "type";

        public boolean has(String key) {
            return entries.stream().anyMatch(entry -> entry.name().equals(key));
        }

        /** The value under a key. */
        public Optional<YamlNode> find(String key) {
            return entry(key).map(Entry::value);
        }

        public Optional<Entry> entry(String key) {
            return entries.stream().filter(entry -> entry.name().equals(key)).findFirst();
        }

        public Set<String> names() {
            return entries.stream().map(Entry::name).collect(Collectors.toSet());
        }
    }

    /** A key and its value. */
    record Entry(Scalar key, YamlNode value) {
        public String name() {
            return key.text();
        }
    }
}
