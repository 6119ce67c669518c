package dev.optimizer.runner.config.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The declaration of a mapping with fixed keys: a part of the config, a solver type with its options, or a line search
 * with its own.
 */
public final class Section {
    private final String name;
    private final String summary;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Map<String, Object> defaults = new LinkedHashMap<>();
    private final List<Rule> rules;

    private Section(String name, String summary, List<Key> keys, List<Rule> rules) {
        this.name = Objects.requireNonNull(name);
        this.summary = Objects.requireNonNull(summary);
        this.rules = List.copyOf(rules);
        for (Key key : keys) {
            if (this.keys.put(key.name(), key) != null) {
                throw new IllegalArgumentException(name + " declares '" + key.name() + "' twice");
            }
            key.defaultText().ifPresent(text -> defaults.put(key.name(), parse(key, text)));
        }
    }

    /**
     * Declares a section.
     *
     * @param name for a solver or a line search the word behind {@code type:}
     * @param summary one line for the user
     * @throws IllegalArgumentException if a key is declared twice, or a default is not a value of its key
     */
    public static Section of(String name, String summary, Key... keys) {
        return new Section(name, summary, List.of(keys), List.of());
    }

    /** The same section with what must hold between its keys. */
    public Section where(Rule... rules) {
        return new Section(name, summary, keys(), List.of(rules));
    }

    public String name() {
        return name;
    }

    public String summary() {
        return summary;
    }

    /** The keys in the order of declaration. */
    public List<Key> keys() {
        return List.copyOf(keys.values());
    }

    /** What must hold between the keys. */
    public List<Rule> rules() {
        return rules;
    }

    /** The declaration of a key; empty if there is no such key. */
    public Optional<Key> key(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** The names that may be suggested to the user. */
    public List<String> names() {
        return keys.values().stream()
                .filter(key -> !(key.kind() instanceof Kind.Unsupported))
                .map(Key::name)
                .toList();
    }

    /** The typed defaults of the keys that have one. */
    public Map<String, Object> defaults() {
        return Collections.unmodifiableMap(defaults);
    }

    private Object parse(Key key, String text) {
        try {
            if (key.kind() instanceof Kind.Scalar scalar) {
                return scalar.parse(text);
            }
            if (key.kind() instanceof Kind.Variant variant) {
                return Choice.byName(variant, text);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the default of " + name + "." + key.name() + " " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(name + "." + key.name() + " is of a kind that takes no default");
    }
}
