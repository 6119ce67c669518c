package dev.optimizer.runner.config.declaration;

import java.util.Objects;
import java.util.Optional;

/**
 * The declaration of a key: what {@code list} shows and the reader checks by.
 *
 * @param name as it is written in a config
 * @param kind what its value may be
 * @param required whether leaving it out is an error
 * @param defaultText the value that stands for a missing one, as a user would write it; empty if there is none
 * @param doc one line: what it means, or for a required key what to write
 * @param source where the method or its default comes from (author, year, equation); empty if there is nothing to cite
 */
public record Key(String name, Kind kind, boolean required, Optional<String> defaultText, String doc, String source) {
    public Key {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
    }

    /** A key that must be given; {@code example} completes the message {@code missing key 'x'; add …}. */
    public static Key required(String name, Kind kind, String example) {
        return new Key(name, kind, true, Optional.empty(), example, "");
    }

    /** A key that may be left out, and then is as if {@code defaultText} had been written. */
    public static Key optional(String name, Kind kind, String defaultText, String doc) {
        return new Key(name, kind, false, Optional.of(defaultText), doc, "");
    }

    /** A key that may be left out, and then has no value. */
    public static Key optional(String name, Kind kind, String doc) {
        return new Key(name, kind, false, Optional.empty(), doc, "");
    }

    /** A key of the contract that this version does not understand yet. */
    static Key unsupported(String name) {
        return optional(name, new Kind.Unsupported(), "not supported by this version");
    }

    /** The same key with the place in the literature that it comes from. */
    public Key from(String citation) {
        return new Key(name, kind, required, defaultText, doc, citation);
    }
}
