package dev.optimizer.runner.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An axis of a sweep.
 *
 * @param name the path that is swept, or the name of several that are swept together
 * @param values by path, all equally many, as they are written in the config
 */
public record Axis(String name, Map<String, List<String>> values) {
    public Axis {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
