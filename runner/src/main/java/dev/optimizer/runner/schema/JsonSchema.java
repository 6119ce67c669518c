package dev.optimizer.runner.schema;

import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Schema (draft-07) of a config: every section is a definition, every key a property with its description, default
 * and range, every {@link dev.optimizer.runner.config.Rule} a condition.
 *
 * <p>Whatever the reader accepts, the schema accepts. The reader goes on to refuse what no schema can say: what depends on
 * other parts of the config (names, shapes, formulas, which bound is the larger), on files and plugins, on how many starts and
 * runs there are in all, or on how something is written (tags, duplicate keys, several documents, numbers that are not
 * decimal). In two things the schema is the stricter: what YAML takes for a truth value ({@code true}) is none of the names and
 * formulas that the reader would take it for; in quotes it is. And runs are selected by a swept path that has no point in it
 * ({@code newton}, a whole solver) only in its long form ({@code solvers.newton}).
 */
public final class JsonSchema {
    private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    /** The key of a config that another file completes. */
    private static final String EXTENDS = "extends";

    private JsonSchema() {}

    /** The schema as a tree of maps, lists, strings, numbers and booleans, in an order made for people. */
    public static Map<String, Object> of(Section config) {
        Map<String, Object> definitions = new TreeMap<>();
        Map<String, Object> whole = new SectionSchema(definitions, true).reference(config);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", DRAFT);
        root.put("title", config.summary());
        if (mayExtend(config)) {
            root.put("if", Map.of("required", List.of(EXTENDS)));
            root.put("then", new SectionSchema(definitions, false).reference(config));
            root.put("else", whole);
        } else {
            root.put("allOf", List.of(whole));
        }
        root.put("definitions", definitions);
        return root;
    }

    private static boolean mayExtend(Section config) {
        return config.keys().stream()
                .anyMatch(key -> key.name().equals(EXTENDS) && !(key.kind() instanceof Kind.Unsupported));
    }
}
