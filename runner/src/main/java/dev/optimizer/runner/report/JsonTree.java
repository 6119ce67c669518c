package dev.optimizer.runner.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON file as maps, lists and texts; numbers stay the text that they are written as.
 *
 * @param value a {@code Map<String, Object>}, a {@code List<Object>}, a {@code String}, or null
 */
record JsonTree(Object value) {
    /** @throws IOException if the file cannot be read, or is no JSON: then its message names the line */
    static JsonTree read(Path file) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(Files.readString(file))) {
            parser.nextToken();
            return new JsonTree(value(parser));
        } catch (JsonProcessingException e) {
            throw new IOException(file + ":" + e.getLocation().getLineNr() + ": this is no JSON", e);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> map = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                map.put(name, value(parser));
            }
            return map;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value(parser));
            }
            return list;
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    /** What is under a name; a tree of nothing if there is no such thing. */
    JsonTree get(String name) {
        return new JsonTree(value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    /** A map with only some of its names, as far as it has them. */
    JsonTree only(String... names) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : names) {
            if (!get(name).isMissing()) {
                some.put(name, get(name).value());
            }
        }
        return new JsonTree(some);
    }

    /** A map without some of its names. */
    JsonTree without(String... names) {
        Map<String, Object> others = new LinkedHashMap<>();
        names().stream()
                .filter(name -> !List.of(names).contains(name))
                .forEach(name -> others.put(name, get(name).value()));
        return new JsonTree(others);
    }

    /** What a list or a map holds, in order; nothing of anything else. */
    List<JsonTree> items() {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream()
                    .map(item -> new JsonTree((Object) item))
                    .toList();
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> new JsonTree((Object) item)).toList()
                : List.of();
    }

    /** The names in a map, in order. */
    List<String> names() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    boolean isMissing() {
        return value == null;
    }

    /** A text or number as it is written; empty if there is none. */
    String text() {
        return value instanceof String text ? text : "";
    }

    double number() {
        return text().isEmpty() ? Double.NaN : Double.parseDouble(text());
    }
}
