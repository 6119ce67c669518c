package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Variant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes parts of an experiment by name: an object, or for one with variants an array of them. */
final class VariantsJson {
    private VariantsJson() {}

    /** Writes the fields of a value into an object that is open. */
    interface Fields<T> {
        void write(Json json, T value) throws IOException;
    }

    static <T> void write(Json json, List<Variant<T>> variants, Function<T, String> name, Fields<T> fields)
            throws IOException {
        Map<String, List<Variant<T>>> parts = new LinkedHashMap<>();
        variants.forEach(variant -> parts.computeIfAbsent(name.apply(variant.value()), first -> new ArrayList<>())
                .add(variant));
        for (Map.Entry<String, List<Variant<T>>> part : parts.entrySet()) {
            json.generator().writeFieldName(part.getKey());
            boolean several = !part.getValue().get(0).choices().isEmpty();
            if (several) {
                json.generator().writeStartArray();
            }
            for (Variant<T> variant : part.getValue()) {
                write(json, variant, fields);
            }
            if (several) {
                json.generator().writeEndArray();
            }
        }
    }

    private static <T> void write(Json json, Variant<T> variant, Fields<T> fields) throws IOException {
        json.generator().writeStartObject();
        if (!variant.parameters().isEmpty()) {
            json.generator().writeObjectFieldStart("parameters");
            for (Map.Entry<String, String> parameter : variant.parameters().entrySet()) {
                json.generator().writeStringField(parameter.getKey(), parameter.getValue());
            }
            json.generator().writeEndObject();
        }
        fields.write(json, variant.value());
        json.generator().writeEndObject();
    }
}
