package dev.optimizer.runner.config.declaration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One of several named sections, with its options: a solver, or a part of one such as its line search.
 *
 * @param type the name of the section
 * @param options by name, in the order of declaration: those given and those with a default. A number is a
 *     {@link Double}, a whole number a {@link Long}, a flag a {@link Boolean}, a word a {@link String}, and an option
 *     with options of its own again a {@code Choice}. Unmodifiable.
 */
public record Choice(String type, Map<String, Object> options) {
    public Choice {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /**
     * The section of a name with nothing but its defaults.
     *
     * @throws IllegalArgumentException with the rest of a sentence that starts with the key's name, if there is no such
     *     section or it has keys that must be given
     */
    public static Choice byName(Kind.Variant variant, String name) {
        Section section = variant.find(name).orElseThrow(() -> new IllegalArgumentException(variant.unknown(name)));
        for (Key key : section.keys()) {
            if (key.required()) {
                throw new IllegalArgumentException(
                        "needs the key '" + key.name() + "'; write {type: " + name + ", " + key.name() + ": …}");
            }
        }
        return new Choice(name, section.defaults());
    }
}
