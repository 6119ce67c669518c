package dev.optimizer.runner.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** Maps in the order in which they are written, so that a page has the same bytes each time; {@link Map#of} has another order in every JVM. */
final class Tree {
    private Tree() {}

    /** @param namesAndValues in turn */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            tree.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return tree;
    }
}
