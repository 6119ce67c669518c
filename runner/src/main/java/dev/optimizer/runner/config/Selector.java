package dev.optimizer.runner.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which runs are meant. Without a key it selects everything.
 *
 * @param wanted by key, {@code problem}, {@code start} (as declared or as expanded, {@code any} or {@code any-3}),
 *     {@code solver}, {@code repeat} or a swept path, what is meant, at least one
 */
public record Selector(Map<String, Set<String>> wanted) {
    /** What selects every run. */
    public static final Selector ALL = new Selector(Map.of());

    public Selector {
        wanted = Collections.unmodifiableMap(new TreeMap<>(wanted));
    }

    /**
     * Whether a run is selected: for every key it is called something that is wanted.
     *
     * @param labels by key what the run is called; nothing for a path that is no parameter of the run
     */
    public boolean matches(Function<String, Set<String>> labels) {
        return wanted.entrySet().stream()
                .allMatch(key -> labels.apply(key.getKey()).stream().anyMatch(key.getValue()::contains));
    }

    /** The selector as it is written: {@code solver: descent, start: [left, right]}. */
    @Override
    public String toString() {
        return wanted.entrySet().stream()
                .map(key -> key.getKey() + ": "
                        + (key.getValue().size() == 1
                                ? key.getValue().iterator().next()
                                : key.getValue().stream().sorted().toList()))
                .collect(Collectors.joining(", "));
    }
}
