package dev.optimizer.runner.config.tree;

import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.Optional;

/** What a kind says of the inside of a mapping. */
final class Kinds {
    private Kinds() {}

    /** The kind of the value under a key; empty where there can be no such key. */
    static Optional<Kind> inside(Kind kind, Mapping mapping, String key) {
        if (kind instanceof Kind.Nested nested) {
            return nested.section().key(key).map(Key::kind);
        } else if (kind instanceof Kind.Named named) {
            return Optional.of(named.value());
        } else if (kind instanceof Kind.Variant variant) {
            return type(mapping)
                    .flatMap(variant::find)
                    .flatMap(section -> section.key(key))
                    .map(Key::kind);
        } else if (kind instanceof Kind.Either either) {
            return form(either, mapping).flatMap(form -> inside(form, mapping, key));
        }
        return Optional.empty();
    }

    /** Which of several kinds a mapping is of: the first that knows one of its keys, or else one with names. */
    static Optional<Kind> form(Kind.Either either, Mapping mapping) {
        return either.kinds().stream()
                .filter(kind -> kind instanceof Kind.Nested nested
                        && mapping.names().stream()
                                .anyMatch(key -> nested.section().key(key).isPresent()))
                .findFirst()
                .or(() -> either.kinds().stream()
                        .filter(Kind.Named.class::isInstance)
                        .findFirst());
    }

    /** The word behind {@code type:}. */
    static Optional<String> type(Mapping choice) {
        return choice.find(Mapping.TYPE).filter(Scalar.class::isInstance).map(type -> ((Scalar) type).text());
    }
}
