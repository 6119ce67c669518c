package dev.optimizer.runner.schema;

import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas of sections and of the kinds that contain them. */
final class SectionSchema {
    private final Map<String, Object> definitions;
    private final boolean complete;
    private final Map<Section, String> names = new IdentityHashMap<>();

    /**
     * Schemas that share their definitions.
     *
     * @param definitions by name; filled as sections are met
     * @param complete false for a part of a config that another file completes: then nothing is required
     */
    SectionSchema(Map<String, Object> definitions, boolean complete) {
        this.definitions = definitions;
        this.complete = complete;
    }

    /** A reference to the definition of a section, which is made when it is met first. */
    Map<String, Object> reference(Section section) {
        return reference(section, Map.of());
    }

    private Map<String, Object> reference(Section section, Map<String, Object> first) {
        String name = names.get(section);
        if (name == null) {
            name = define((complete ? "" : "part-") + section.name(), section(section, first));
            names.put(section, name);
        }
        return Map.of("$ref", "#/definitions/" + name);
    }

    /** Sections of one name may differ in their defaults, as line searches do from solver to solver. */
    private String define(String name, Map<String, Object> schema) {
        String free = name;
        for (int i = 2; definitions.containsKey(free) && !definitions.get(free).equals(schema); i++) {
            free = name + "-" + i;
        }
        definitions.put(free, schema);
        return free;
    }

    private Map<String, Object> section(Section section, Map<String, Object> first) {
        Map<String, Object> properties = new LinkedHashMap<>(first);
        List<String> required = new ArrayList<>(first.keySet());
        for (Key key : section.keys()) {
            if (!(key.kind() instanceof Kind.Unsupported)) {
                properties.put(key.name(), property(key));
            }
            if (key.required() && complete) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", section.summary());
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        if (complete) {
            RuleSchema.add(section.rules(), schema);
        }
        return schema;
    }

    private Map<String, Object> property(Key key) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", key.doc() + (key.source().isEmpty() ? "" : " [" + key.source() + "]"));
        key.defaultText().ifPresent(text -> property.put("default", ScalarSchema.literal(key.kind(), text)));
        Map<String, Object> kind = kind(key.kind());
        if (kind.containsKey("$ref")) {
            // In draft-07 whatever stands beside a reference is ignored.
            property.put("allOf", List.of(kind));
        } else {
            property.putAll(kind);
        }
        return property;
    }

    /** What a value may be. */
    Map<String, Object> kind(Kind kind) {
        if (kind instanceof Kind.Scalar scalar) {
            return ScalarSchema.of(scalar);
        } else if (kind instanceof Kind.Variant variant) {
            return variant(variant);
        } else if (kind instanceof Kind.Nested nested) {
            return reference(nested.section());
        } else if (kind instanceof Kind.Named named) {
            return named(named);
        } else if (kind instanceof Kind.Items items) {
            return items(items);
        } else if (kind instanceof Kind.Either either) {
            return Map.of("anyOf", either.kinds().stream().map(this::kind).toList());
        } else if (kind instanceof Kind.Constant) {
            return Map.of("type", List.of("number", "string"));
        } else if (kind instanceof Kind.Expression) {
            return expression();
        } else if (kind instanceof Kind.Axes) {
            // What a value of a path may be depends on what the path leads to.
            return Map.of("type", "object", "additionalProperties", list(Map.of(), 1, Integer.MAX_VALUE));
        } else if (kind instanceof Kind.Selection selection) {
            return selection(selection.section());
        }
        throw new IllegalArgumentException("no value is of this kind: " + kind);
    }

    /** The declared keys, and beside them what is swept: paths, which have a point in them, and the seed. */
    private Map<String, Object> selection(Section section) {
        Map<String, Object> schema = new LinkedHashMap<>(section(section, Map.of()));
        schema.put("patternProperties", Map.of("\\.|^seed$", Map.of()));
        return schema;
    }

    /** To YAML {@code [x, y]} is a list, and to the reader a formula. */
    private static Map<String, Object> expression() {
        Map<String, Object> text = Map.of("type", List.of("string", "number"));
        Map<String, Object> row = list(text, 0, Integer.MAX_VALUE);
        return Map.of("anyOf", List.of(text, list(Map.of("anyOf", List.of(text, row)), 0, Integer.MAX_VALUE)));
    }

    private Map<String, Object> named(Kind.Named named) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        named.names().ifPresent(names -> {
            schema.put("propertyNames", Map.of("pattern", ScalarSchema.anchored(names.pattern())));
            schema.put("minProperties", 1);
        });
        schema.put("additionalProperties", kind(named.value()));
        return schema;
    }

    private Map<String, Object> items(Kind.Items items) {
        return list(kind(items.item()), items.least(), items.most());
    }

    private static Map<String, Object> list(Map<String, Object> item, int least, int most) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", item);
        if (least > 0) {
            schema.put("minItems", least);
        }
        if (most < Integer.MAX_VALUE) {
            schema.put("maxItems", most);
        }
        return schema;
    }

    /** The name alone, or a mapping whose {@code type} decides about its other keys. */
    private Map<String, Object> variant(Kind.Variant variant) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (Section section : variant.sections()) {
            if (section.keys().stream().noneMatch(Key::required)) {
                choices.add(word(section));
            }
        }
        for (Section section : variant.sections()) {
            choices.add(reference(section, Map.of("type", word(section))));
        }
        return Map.of("oneOf", choices);
    }

    private static Map<String, Object> word(Section section) {
        Map<String, Object> word = new LinkedHashMap<>();
        word.put("const", section.name());
        word.put("description", section.summary());
        return word;
    }
}
