package dev.optimizer.runner.schema;

import dev.optimizer.runner.config.declaration.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules between keys as conditions of JSON Schema. */
final class RuleSchema {
    private RuleSchema() {}

    /** Adds what must hold between the properties of an object to its schema. */
    static void add(List<Rule> rules, Map<String, Object> schema) {
        Map<String, Object> dependencies = new LinkedHashMap<>();
        List<Object> conditions = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule instanceof Rule.ExactlyOne one) {
                conditions.add(Map.of("oneOf", required(one.keys())));
            } else if (rule instanceof Rule.AtLeastOne some) {
                conditions.add(Map.of("anyOf", required(some.keys())));
            } else if (rule instanceof Rule.Needs needs) {
                dependencies.put(needs.key(), List.of(needs.other()));
            } else if (rule instanceof Rule.Excludes excludes) {
                List<String> both = List.of(excludes.key(), excludes.other());
                conditions.add(Map.of("not", Map.of("required", both)));
            }
        }
        if (!dependencies.isEmpty()) {
            schema.put("dependencies", dependencies);
        }
        if (!conditions.isEmpty()) {
            schema.put("allOf", conditions);
        }
    }

    private static List<Map<String, Object>> required(List<String> keys) {
        return keys.stream()
                .map(key -> Map.<String, Object>of("required", List.of(key)))
                .toList();
    }
}
