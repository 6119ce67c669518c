package dev.optimizer.runner.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.optimizer.runner.baseline.Pair;
import dev.optimizer.runner.baseline.Pairs;
import dev.optimizer.runner.output.Json;
import dev.optimizer.runner.output.ResultTable.Row;
import dev.optimizer.runner.output.RunNames;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two results for programs. */
final class PairsJson {
    private final Json json;
    private final JsonGenerator generator;

    private PairsJson(Json json) {
        this.json = json;
        this.generator = json.generator();
    }

    static void write(List<Path> folders, Map<String, Pairs> experiments, Writer out) throws IOException {
        try (Json json = new Json(out)) {
            PairsJson writer = new PairsJson(json);
            writer.generator.writeStartObject();
            writer.generator.writeStringField("a", folders.get(0).toString());
            writer.generator.writeStringField("b", folders.get(1).toString());
            writer.generator.writeArrayFieldStart("experiments");
            for (Map.Entry<String, Pairs> experiment : experiments.entrySet()) {
                writer.experiment(experiment.getKey(), experiment.getValue());
            }
            writer.generator.writeEndArray();
            writer.generator.writeEndObject();
        }
    }

    private void experiment(String name, Pairs pairs) throws IOException {
        generator.writeStartObject();
        if (!name.isEmpty()) {
            generator.writeStringField("name", name);
        }
        generator.writeArrayFieldStart("runs");
        for (Pair pair : pairs.both()) {
            run(pair);
        }
        generator.writeEndArray();
        only("only_a", pairs.onlyA());
        only("only_b", pairs.onlyB());
        ratio("median_seconds_ratio", pairs.medianSecondsRatio());
        generator.writeEndObject();
    }

    private void run(Pair pair) throws IOException {
        generator.writeStartObject();
        names(pair.a().names());
        generator.writeObjectFieldStart("changed");
        for (String column : pair.changed()) {
            generator.writeArrayFieldStart(column);
            cell(column, pair.a());
            cell(column, pair.b());
            generator.writeEndArray();
        }
        generator.writeEndObject();
        ratio("seconds_ratio", pair.secondsRatio());
        generator.writeEndObject();
    }

    private void cell(String column, Row row) throws IOException {
        if (row.text(column).isEmpty()) {
            generator.writeNull();
        } else if (Pair.isNumber(column)) {
            json.number(row.number(column));
        } else {
            generator.writeString(row.text(column));
        }
    }

    private void only(String field, List<Row> rows) throws IOException {
        generator.writeArrayFieldStart(field);
        for (Row row : rows) {
            generator.writeStartObject();
            names(row.names());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private void names(RunNames names) throws IOException {
        generator.writeStringField("problem", names.problem());
        generator.writeStringField("start", names.start());
        generator.writeStringField("solver", names.solver());
        generator.writeObjectFieldStart("parameters");
        for (Map.Entry<String, String> parameter : names.parameters().entrySet()) {
            generator.writeStringField(parameter.getKey().substring(2), parameter.getValue());
        }
        generator.writeEndObject();
        generator.writeStringField("repeat", names.repeat());
    }

    private void ratio(String field, Optional<Double> ratio) throws IOException {
        if (ratio.isPresent()) {
            json.number(field, ratio.get());
        } else {
            generator.writeNullField(field);
        }
    }
}
