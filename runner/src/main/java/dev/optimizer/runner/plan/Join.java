package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The variants of one part of an experiment, found by what they have to go together with: two variants do if they agree on the
 * axes that touch both. This is the natural join of databases, with axes for columns.
 */
final class Join<T> {
    private final List<Variant<T>> variants;

    /** By the axes that are asked about the variants for each choice of their values. */
    private final Map<Set<Integer>, Map<Map<Integer, Integer>, List<Variant<T>>>> indices = new HashMap<>();

    /** @param variants at least one, all touched by the same axes */
    Join(List<Variant<T>> variants) {
        this.variants = variants;
    }

    /** A join for each part, variants of a part being those of one name. */
    static <T> List<Join<T>> byName(List<Variant<T>> variants, Function<T, String> name) {
        Map<String, List<Variant<T>>> parts = new LinkedHashMap<>();
        variants.forEach(variant -> parts.computeIfAbsent(name.apply(variant.value()), first -> new ArrayList<>())
                .add(variant));
        return parts.values().stream().map(Join::new).toList();
    }

    List<Variant<T>> variants() {
        return variants;
    }

    /** Those that go together with choices that have been made, in order. */
    List<Variant<T>> with(Map<Integer, Integer> choices) {
        Set<Integer> shared = new TreeSet<>(variants.get(0).choices().keySet());
        shared.retainAll(choices.keySet());
        return shared.isEmpty()
                ? variants
                : indices.computeIfAbsent(shared, this::index).getOrDefault(only(shared, choices), List.of());
    }

    private Map<Map<Integer, Integer>, List<Variant<T>>> index(Set<Integer> axes) {
        Map<Map<Integer, Integer>, List<Variant<T>>> index = new HashMap<>();
        variants.forEach(variant -> index.computeIfAbsent(only(axes, variant.choices()), first -> new ArrayList<>())
                .add(variant));
        return index;
    }

    private static Map<Integer, Integer> only(Set<Integer> axes, Map<Integer, Integer> choices) {
        Map<Integer, Integer> some = new TreeMap<>(choices);
        some.keySet().retainAll(axes);
        return some;
    }
}
