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
            writeCheck(json, inspection);
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

    /** {@code passed} is null where derivatives are finite, and differences cannot tell whether they are right. */
    private static void writeCheck(Json json, Inspection inspection) throws IOException {
        JsonGenerator generator = json.generator();
        if (inspection.check().isEmpty()) {
            generator.writeNullField("derivative_check");
            return;
        }
        DerivativeCheck check = inspection.check().get();
        generator.writeObjectFieldStart("derivative_check");
        if (check.passed() || check.failed() || inspection.notFinite().isPresent()) {
            generator.writeBooleanField("passed", check.passed());
        } else {
            generator.writeNullField("passed");
        }
        json.number("gradient_error", check.gradientError());
        if (check.hessianRow() < 0) {
            generator.writeNullField("hessian_error");
        } else {
            json.number("hessian_error", check.hessianError());
        }
        generator.writeEndObject();
    }
}
