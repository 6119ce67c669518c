package dev.optimizer.runner.config.declaration;

import java.util.List;

/** What must hold between the keys of a {@link Section}: the reader checks it, and the JSON Schema says it. */
public sealed interface Rule {
    /** Exactly one of several keys is written. */
    record ExactlyOne(List<String> keys) implements Rule {
        public ExactlyOne {
            keys = List.copyOf(keys);
        }
    }

    /**
     * At least one of several keys is written.
     *
     * @param complaint what is said of the mapping if none is
     */
    record AtLeastOne(List<String> keys, String complaint) implements Rule {
        public AtLeastOne {
            keys = List.copyOf(keys);
        }
    }

    /**
     * A key is written only beside another.
     *
     * @param complaint what is said at the key if it is not
     */
    record Needs(String key, String other, String complaint) implements Rule {}

    /**
     * A key is not written beside another.
     *
     * @param complaint what is said at the key if it is
     */
    record Excludes(String key, String other, String complaint) implements Rule {}
}
