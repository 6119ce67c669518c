package dev.optimizer.runner.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/** Plans for programs to read: an array with an object for each run. */
public final class PlanJson {
    private PlanJson() {}

    public static void write(List<Plan> plans, Writer out) throws IOException {
        try (Json json = new Json(out)) {
            json.generator().writeStartArray();
            for (Plan plan : plans) {
                for (PlannedRun run : plan.runs()) {
                    write(plan.experiment().name(), run, json.generator());
                }
            }
            json.generator().writeEndArray();
        }
    }

    private static void write(String experiment, PlannedRun run, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("run_id", run.id());
        generator.writeStringField("experiment", experiment);
        generator.writeStringField("problem", run.problem().name());
        generator.writeStringField("start", run.start().name());
        generator.writeStringField("solver", run.solver().name());
        generator.writeNumberField("repeat", run.repeat());
        generator.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : run.parameters().entrySet()) {
            generator.writeStringField(parameter.getKey(), parameter.getValue());
        }
        generator.writeEndObject();
        generator.writeEndObject();
    }
}
