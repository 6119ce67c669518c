package dev.optimizer.runner.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Where results are from, as their manifest tells it. */
final class Provenance {
    private Provenance() {}

    /** A column for each of the results; without a heading if there is one only. */
    static Map<String, Object> of(List<Results> all) {
        List<Map<String, String>> columns =
                all.stream().map(results -> facts(results.manifest())).toList();
        List<String> names = columns.stream()
                .flatMap(column -> column.keySet().stream())
                .distinct()
                .toList();
        List<Object> rows = new ArrayList<>();
        for (String name : names) {
            List<String> row = new ArrayList<>(List.of(name));
            columns.forEach(column -> row.add(column.getOrDefault(name, "")));
            rows.add(row);
        }
        List<String> heads = all.size() == 1
                ? List.of()
                : all.stream().map(results -> results.unique(results.name())).toList();
        return Tree.of("heads", heads, "rows", rows);
    }

    private static Map<String, String> facts(JsonTree manifest) {
        Map<String, String> facts = new LinkedHashMap<>();
        JsonTree config = manifest.get("config");
        put(facts, "command", manifest.get("command"));
        put(facts, "config", config.get("file"));
        put(facts, "sha256 of the config", config.get("sha256"));
        for (String part : List.of("git", "overrides", "selection", "versions", "host")) {
            put(facts, part, manifest.get(part));
        }
        put(facts, "BLAS", manifest.get("blas"));
        Stream.of("extends", "seed", "stop", "settings", "record").forEach(part -> put(facts, part, config.get(part)));
        return facts;
    }

    private static void put(Map<String, String> facts, String name, JsonTree tree) {
        String text = Outline.inline(tree);
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }
}
