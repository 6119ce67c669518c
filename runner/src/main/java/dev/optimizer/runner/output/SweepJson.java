package dev.optimizer.runner.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.optimizer.runner.config.Axis;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Selector;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the command line put into a config, and what makes several runs of one. */
final class SweepJson {
    private SweepJson() {}

    static void write(Experiment experiment, JsonGenerator generator) throws IOException {
        Map<String, String> overrides = new LinkedHashMap<>();
        for (String override : experiment.origin().overrides()) {
            int equals = override.indexOf('=');
            overrides.put(override.substring(0, equals), override.substring(equals + 1));
        }
        generator.writeObjectFieldStart("overrides");
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            generator.writeStringField(override.getKey(), override.getValue());
        }
        generator.writeEndObject();
        generator.writeObjectFieldStart("sweep");
        for (Axis axis : experiment.sweep().axes()) {
            write(axis, generator);
        }
        generator.writeEndObject();
        generator.writeArrayFieldStart("exclude");
        for (Selector selector : experiment.sweep().exclude()) {
            generator.writeString(selector.toString());
        }
        generator.writeEndArray();
        generator.writeNumberField("repeat", experiment.sweep().repeat());
    }

    private static void write(Axis axis, JsonGenerator generator) throws IOException {
        generator.writeObjectFieldStart(axis.name());
        for (Map.Entry<String, List<String>> path : axis.values().entrySet()) {
            generator.writeArrayFieldStart(path.getKey());
            for (String value : path.getValue()) {
                generator.writeString(value);
            }
            generator.writeEndArray();
        }
        generator.writeEndObject();
    }
}
