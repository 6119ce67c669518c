package dev.optimizer.runner.config.tree;

import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.yaml.YamlNode;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts values into the tree of a config as if they had been written there. Every node keeps its own place, so that whatever is
 * wrong with a value is shown where it was written. Trees are never changed; new ones share what stays the same.
 */
public final class TreeEdit {
    private TreeEdit() {}

    /**
     * The tree with another value.
     *
     * @param tree empty if nothing has been written
     * @param kind of the tree, as far as it is known
     * @param keys the way to the value, with the places of their words; without any the value is the tree
     */
    public static YamlNode put(Optional<YamlNode> tree, Optional<Kind> kind, List<Scalar> keys, YamlNode value) {
        if (keys.isEmpty()) {
            return value;
        }
        Scalar key = keys.get(0);
        Mapping mapping = mapping(tree, kind, key.span());
        Optional<Kind> inner = kind.flatMap(known -> Kinds.inside(known, mapping, key.text()));
        YamlNode put = put(mapping.find(key.text()), inner, keys.subList(1, keys.size()), value);
        return with(mapping, key, keys.size() == 1, put);
    }

    /** What keys can be put into; a solver that is its type alone gets options beside it. */
    private static Mapping mapping(Optional<YamlNode> tree, Optional<Kind> kind, Span place) {
        if (tree.orElse(null) instanceof Mapping mapping) {
            return mapping;
        }
        if (tree.orElse(null) instanceof Scalar type
                && kind.filter(Kind.Variant.class::isInstance).isPresent()) {
            return choice(type);
        }
        return new Mapping(List.of(), place);
    }

    private static Mapping choice(Scalar type) {
        Scalar key = new Scalar(Mapping.TYPE, Style.PLAIN, type.span());
        return new Mapping(List.of(new Entry(key, type)), type.span());
    }

    private static Mapping with(Mapping mapping, Scalar key, boolean last, YamlNode value) {
        List<Entry> entries = new ArrayList<>();
        boolean found = false;
        for (Entry entry : mapping.entries()) {
            boolean same = entry.name().equals(key.text());
            found |= same;
            entries.add(same ? new Entry(last ? key : entry.key(), value) : entry);
        }
        if (!found) {
            entries.add(new Entry(key, value));
        }
        return new Mapping(List.copyOf(entries), mapping.span());
    }

    /**
     * What a config makes of the one that it extends: mappings are merged key by key, everything else is replaced, and so is
     * a solver by one of another type, for its options mean nothing to the other.
     */
    public static YamlNode merge(Optional<Kind> kind, YamlNode base, YamlNode over) {
        if (!(over instanceof Mapping replacing)) {
            return over;
        }
        boolean choice = kind.filter(Kind.Variant.class::isInstance).isPresent();
        Mapping known = mapping(Optional.of(base), kind, over.span());
        boolean replaced = choice
                ? Kinds.type(replacing).isPresent() && !Kinds.type(replacing).equals(Kinds.type(known))
                : kind.orElse(null) instanceof Kind.Either either
                        && !Kinds.form(either, replacing).equals(Kinds.form(either, known));
        return replaced ? over : merge(kind, known, replacing);
    }

    private static Mapping merge(Optional<Kind> kind, Mapping base, Mapping over) {
        Map<String, Entry> merged = new LinkedHashMap<>();
        base.entries().forEach(entry -> merged.put(entry.name(), entry));
        for (Entry entry : over.entries()) {
            Entry known = merged.get(entry.name());
            Optional<Kind> inner = kind.flatMap(all -> Kinds.inside(all, base, entry.name()));
            merged.put(
                    entry.name(),
                    known == null ? entry : new Entry(entry.key(), merge(inner, known.value(), entry.value())));
        }
        return new Mapping(List.copyOf(merged.values()), over.span());
    }
}
