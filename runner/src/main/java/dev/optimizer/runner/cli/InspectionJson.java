package dev.optimizer.runner.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.optimizer.objective.DerivativeCheck;
import dev.optimizer.runner.cli.Inspection.Curvature;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.output.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** An inspection for programs: all numbers, and null for what was not computed. */
final class InspectionJson {
    private InspectionJson() {}

    static void write(Inspection inspection, Writer out) throws IOException {
        try (Json json = new Json(out)) {
            JsonGenerator generator = json.generator();
            generator.writeStartObject();
            generator.writeArrayFieldStart("variables");
            for (String entry : inspection.entries()) {
                generator.writeString(entry);
            }
            generator.writeEndArray();
            json.numbers("at", inspection.x());
            json.number("value", inspection.value());
            json.numbers("gradient", inspection.gradient());
            writeCurvature(json, inspection.curvature());
            writeText(generator, "model", TaylorModel.of(inspection));
            writeCheck(json, inspection.check());
            generator.writeEndObject();
        }
    }

    private static void writeCurvature(Json json, Optional<Curvature> curvature) throws IOException {
        JsonGenerator generator = json.generator();
        if (curvature.isPresent()) {
            generator.writeArrayFieldStart("hessian");
            for (double[] row : curvature.get().hessian()) {
                writeRow(json, Doubles.of(row));
            }
            generator.writeEndArray();
            json.numbers("eigenvalues", Doubles.of(curvature.get().eigenvalues()));
        } else {
            generator.writeNullField("hessian");
            generator.writeNullField("eigenvalues");
        }
        writeText(
                generator,
                "point",
                curvature.map(known -> known.verdict().kind().word()));
    }

    private static void writeRow(Json json, List<Double> row) throws IOException {
        json.generator().writeStartArray();
        for (double entry : row) {
            json.number(entry);
        }
        json.generator().writeEndArray();
    }

    private static void writeText(JsonGenerator generator, String field, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            generator.writeStringField(field, text.get());
        } else {
            generator.writeNullField(field);
        }
    }

    /** {@code passed} is null where f was not finite all around, so that there was nothing to compare with. */
    private static void writeCheck(Json json, Optional<DerivativeCheck> check) throws IOException {
        JsonGenerator generator = json.generator();
        if (check.isEmpty()) {
            generator.writeNullField("derivative_check");
            return;
        }
        generator.writeObjectFieldStart("derivative_check");
        if (Double.isNaN(check.get().gradientError())) {
            generator.writeNullField("passed");
        } else {
            generator.writeBooleanField("passed", check.get().passed());
        }
        json.number("gradient_error", check.get().gradientError());
        json.number("hessian_error", check.get().hessianError());
        generator.writeEndObject();
    }
}
