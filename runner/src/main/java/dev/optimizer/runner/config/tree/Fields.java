package dev.optimizer.runner.config.tree;

import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Rule;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A mapping read against its declaration: unknown and missing keys are recorded, scalars and choices are typed and
 * ranged, defaults stand in. Values of the other kinds are left to the caller as nodes.
 */
public final class Fields {
    private final Diagnostics diagnostics;
    private final Section section;
    private final Span anchor;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The keys that misspelt ones seem to mean: whoever misses them must not complain a second time. */
    private final Set<String> meant = new HashSet<>();

    private boolean uncertain;

    private Fields(Diagnostics diagnostics, Section section, Span anchor) {
        this.diagnostics = diagnostics;
        this.section = section;
        this.anchor = anchor;
    }

    /**
     * Reads what should be a mapping; if it is none, that is recorded, and all that is left are the defaults.
     *
     * @param anchor where a missing key is reported: the key of the mapping
     */
    public static Fields read(Diagnostics diagnostics, Section section, YamlNode node, Span anchor) {
        Optional<Mapping> mapping = new Nodes(diagnostics).mapping(section.name(), "a mapping", node);
        if (mapping.isEmpty()) {
            Fields fields = defaults(diagnostics, section);
            fields.uncertain = true;
            return fields;
        }
        return read(diagnostics, section, mapping.get().entries(), anchor);
    }

    /** The same of the entries of a mapping. */
    public static Fields read(Diagnostics diagnostics, Section section, List<Entry> entries, Span anchor) {
        Fields fields = new Fields(diagnostics, section, anchor);
        entries.forEach(fields::accept);
        fields.complete();
        return fields;
    }

    /** The section as if nothing had been written. */
    public static Fields defaults(Diagnostics diagnostics, Section section) {
        Fields fields = new Fields(diagnostics, section, new Span(0, 0));
        fields.values.putAll(section.defaults());
        return fields;
    }

    private void accept(Entry entry) {
        Optional<Key> key = section.key(entry.name());
        if (key.isEmpty()) {
            refuse(entry);
            return;
        }
        entries.put(entry.name(), entry);
        Kind kind = key.get().kind();
        if (kind instanceof Kind.Unsupported) {
            diagnostics.add(
                    entry.key().span(), Wording.quote(entry.name()) + " is not supported by this version; remove it");
        } else if (kind instanceof Kind.Scalar scalar) {
            new Nodes(diagnostics)
                    .value(entry.name(), scalar, entry.value())
                    .ifPresent(value -> values.put(entry.name(), value));
        } else if (kind instanceof Kind.Variant variant) {
            new ChoiceReader(diagnostics).read(variant, entry).ifPresent(choice -> values.put(entry.name(), choice));
        }
    }

    private void refuse(Entry entry) {
        uncertain = true;
        List<String> names = section.names();
        diagnostics.add(entry.key().span(), Wording.unknown("key", entry.name(), names));
        Wording.closest(entry.name(), names).ifPresent(meant::add);
    }

    private void complete() {
        section.defaults().forEach(values::putIfAbsent);
        for (Key key : section.keys()) {
            if (key.required() && !hasOrMeans(key.name())) {
                diagnostics.add(anchor, "missing key '" + key.name() + "'; add " + key.doc());
            }
        }
        section.rules().forEach(this::check);
    }

    private void check(Rule rule) {
        if (rule instanceof Rule.ExactlyOne one) {
            requireExactlyOne(one.keys());
        } else if (rule instanceof Rule.AtLeastOne some) {
            if (!uncertain && some.keys().stream().noneMatch(this::has)) {
                diagnostics.add(anchor, some.complaint());
            }
        } else if (rule instanceof Rule.Needs needs) {
            if (!uncertain && has(needs.key()) && !has(needs.other())) {
                diagnostics.add(keyOf(needs.key()), needs.complaint());
            }
        } else if (rule instanceof Rule.Excludes excludes && has(excludes.key()) && has(excludes.other())) {
            diagnostics.add(keyOf(excludes.key()), excludes.complaint());
        }
    }

    private Span keyOf(String key) {
        return entries.get(key).key().span();
    }

    /** Whether a key was written, rightly or wrongly. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** Whether a key was written, or an unknown one that seems to mean it. */
    public boolean hasOrMeans(String key) {
        return has(key) || meant.contains(key);
    }

    /** Whether an unknown key was written that seems to mean this one. */
    public boolean means(String key) {
        return meant.contains(key);
    }

    /** Whether there was an unknown key, or no mapping at all: then little can be said of what is missing. */
    public boolean isUncertain() {
        return uncertain;
    }

    /** Where a missing key is reported. */
    public Span anchor() {
        return anchor;
    }

    /** The key with its value, if it was written. */
    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The keys with their values as they were written, in the order of the file. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The typed values by key in the order of declaration: those given, and the defaults of the others. */
    Map<String, Object> values() {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (Key key : section.keys()) {
            Optional.ofNullable(values.get(key.name())).ifPresent(value -> ordered.put(key.name(), value));
        }
        return ordered;
    }

    /** The value of a key, or else its default; empty if there is neither or the value is wrong. */
    public <T> Optional<T> find(String key, Class<T> type) {
        return Optional.ofNullable(values.get(key)).map(type::cast);
    }

    /** The value of a key that has a default. */
    public <T> T get(String key, Class<T> type) {
        return find(key, type).orElseThrow();
    }

    /** The value of a key whose kind is a number; empty if there is none or it is wrong. */
    public OptionalDouble number(String key) {
        return find(key, Double.class).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** The one that was written of the keys that exclude each other; empty if it is not one, which is recorded. */
    public Optional<Entry> chosen() {
        List<String> keys = section.rules().stream()
                .filter(Rule.ExactlyOne.class::isInstance)
                .flatMap(rule -> ((Rule.ExactlyOne) rule).keys().stream())
                .toList();
        List<Entry> given = given(keys);
        return given.size() == 1 && keys.stream().noneMatch(this::means) ? Optional.of(given.get(0)) : Optional.empty();
    }

    private void requireExactlyOne(List<String> keys) {
        List<Entry> given = given(keys);
        if (given.size() > 1) {
            String both = "'" + given.get(0).name() + "' and '" + given.get(1).name() + "'";
            diagnostics.add(given.get(1).key().span(), both + " exclude each other; remove one");
        } else if (given.isEmpty() && keys.stream().noneMatch(this::means)) {
            diagnostics.add(anchor, section.name() + " needs one of the keys " + String.join(", ", keys));
        }
    }

    private List<Entry> given(List<String> keys) {
        return entries().stream().filter(entry -> keys.contains(entry.name())).toList();
    }
}
