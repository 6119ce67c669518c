package dev.optimizer.runner.config;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A part of a config with one value of every axis that touches it.
 *
 * @param value the part as it then reads
 * @param choices by the number of the axis, from 0, the number of its value, from 0; without an axis empty
 * @param parameters by path the values that were put in, as they are written in the config
 */
public record Variant<T>(T value, Map<Integer, Integer> choices, Map<String, String> parameters) {
    public Variant {
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** The same variant of something made from its value. */
    public <R> Variant<R> map(Function<T, R> change) {
        return new Variant<>(change.apply(value), choices, parameters);
    }
}
