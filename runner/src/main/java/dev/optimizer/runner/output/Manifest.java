package dev.optimizer.runner.output;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.optimizer.formula.Variable;
import dev.optimizer.linalg.Blas;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.Version;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.NamedData;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.Settings;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.plan.Hash;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.runner.plan.Start;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code manifest.json}: what was run, by what, on what. It holds no time of day, so that the same config gives the same
 * bytes on the same machine.
 *
 * @param plan the plan that was carried out
 * @param state the files of the experiment as they were before the runs
 * @param exitCode how this experiment ended
 * @param command what makes the same runs again
 */
public record Manifest(Plan plan, ConfigState state, ExitCode exitCode, String command) {
    void write(Writer out) throws IOException {
        Experiment experiment = plan.experiment();
        try (Json json = new Json(out)) {
            JsonGenerator generator = json.generator();
            generator.writeStartObject();
            generator.writeStringField("name", experiment.name());
            generator.writeNumberField("exit_code", exitCode.code());
            generator.writeStringField("plan", plan.summary());
            generator.writeStringField("command", command);
            writeGit(generator);
            generator.writeObjectFieldStart("config");
            generator.writeStringField("file", String.valueOf(experiment.file().getFileName()));
            writeSha256(generator, state.sha256());
            writeBase(generator, experiment);
            writeSettings(json, experiment);
            writeProblems(json, experiment);
            writeSolvers(json, experiment);
            writeRecord(generator, experiment);
            generator.writeEndObject();
            SweepJson.write(experiment, generator);
            writeRuns(generator);
            writeEnvironment(generator);
            generator.writeEndObject();
        }
    }

    private void writeGit(JsonGenerator generator) throws IOException {
        if (state.git().isPresent()) {
            generator.writeObjectFieldStart("git");
            generator.writeStringField("commit", state.git().get().commit());
            generator.writeArrayFieldStart("not_committed");
            for (String file : state.git().get().changed()) {
                generator.writeString(file);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private static void writeSha256(JsonGenerator generator, Optional<String> sha256) throws IOException {
        if (sha256.isPresent()) {
            generator.writeStringField("sha256", sha256.get());
        }
    }

    /** Files by their names only: where they lie on this machine is nobody's business. */
    private void writeBase(JsonGenerator generator, Experiment experiment) throws IOException {
        if (experiment.origin().base().isPresent()) {
            Path base = experiment.origin().base().get();
            generator.writeObjectFieldStart("extends");
            generator.writeStringField("file", String.valueOf(base.getFileName()));
            writeSha256(generator, state.baseSha256());
            generator.writeEndObject();
        }
    }

    private void writeProblems(Json json, Experiment experiment) throws IOException {
        json.generator().writeObjectFieldStart("problems");
        VariantsJson.write(json, experiment.problemVariants(), ProblemConfig::name, this::writeProblem);
        json.generator().writeEndObject();
    }

    private void writeProblem(Json json, ProblemConfig problem) throws IOException {
        JsonGenerator generator = json.generator();
        if (problem.builtin().isPresent()) {
            generator.writeStringField("builtin", problem.builtin().get());
        }
        writeFunction(generator, problem);
        generator.writeBooleanField("maximise", problem.maximise());
        writeNames(generator, problem);
        writeShapes(generator, problem);
        writeData(generator, problem);
        if (problem.optimum().isPresent()) {
            generator.writeObjectFieldStart("optimum");
            json.number("value", problem.optimum().get().value());
            writePoint(json, "at", problem.optimum().get().at());
            generator.writeEndObject();
        }
        writeStarts(json, problem);
    }

    private static void writeNames(JsonGenerator generator, ProblemConfig problem) throws IOException {
        generator.writeObjectFieldStart("let");
        for (var let : problem.function().lets()) {
            generator.writeStringField(let.name(), let.text());
        }
        generator.writeEndObject();
        generator.writeArrayFieldStart("variables");
        for (String variable : problem.function().variables()) {
            generator.writeString(variable);
        }
        generator.writeEndArray();
    }

    private static void writeFunction(JsonGenerator generator, ProblemConfig problem) throws IOException {
        if (!(problem.function() instanceof Function.Plugged plugged)) {
            String kind = problem.isLeastSquares() ? "residuals" : "formula";
            generator.writeStringField(kind, problem.function().text());
            return;
        }
        generator.writeObjectFieldStart("plugin");
        generator.writeStringField("name", plugged.plugin().name());
        generator.writeStringField("jar", plugged.plugin().jar());
        generator.writeStringField("sha256", plugged.plugin().sha256());
        generator.writeObjectFieldStart("params");
        for (Map.Entry<String, Integer> parameter : plugged.parameters().entrySet()) {
            generator.writeNumberField(parameter.getKey(), parameter.getValue());
        }
        generator.writeEndObject();
        generator.writeEndObject();
    }

    private static void writeShapes(JsonGenerator generator, ProblemConfig problem) throws IOException {
        generator.writeObjectFieldStart("shapes");
        for (Variable variable : problem.function().layout()) {
            generator.writeStringField(variable.name(), variable.shape().toString());
        }
        generator.writeEndObject();
    }

    /** The hash tells whether a file is still the one that was read. */
    private static void writeData(JsonGenerator generator, ProblemConfig problem) throws IOException {
        generator.writeObjectFieldStart("data");
        for (NamedData data : problem.data()) {
            generator.writeObjectFieldStart(data.name());
            generator.writeStringField("shape", data.values().shape().toString());
            if (data.file().isPresent()) {
                generator.writeStringField("file", data.file().get().path());
                generator.writeStringField("sha256", data.file().get().sha256());
            }
            generator.writeEndObject();
        }
        generator.writeEndObject();
    }

    /** All numbers of a point, or of a large one how many they are and their hash. */
    private static void writePoint(Json json, String name, List<Double> point) throws IOException {
        if (point.size() <= PointColumns.MOST_ENTRIES) {
            json.numbers(name, point);
            return;
        }
        json.generator().writeObjectFieldStart(name);
        json.generator().writeNumberField("entries", point.size());
        json.generator().writeStringField("sha256", Hash.hex(point));
        json.generator().writeEndObject();
    }

    /** Random starts are others for every seed. */
    private void writeStarts(Json json, ProblemConfig problem) throws IOException {
        json.generator().writeObjectFieldStart("starts");
        Set<String> known = new HashSet<>();
        for (Start start : plan.startsOf(problem)) {
            String name = known.add(start.name()) ? start.name() : start.name() + " seed " + start.seed();
            if (name.equals(start.name()) || start.isRandom()) {
                writePoint(json, name, start.values());
            }
        }
        json.generator().writeEndObject();
        json.generator().writeArrayFieldStart("random_starts");
        Set<String> random = new LinkedHashSet<>();
        plan.startsOf(problem).stream().filter(Start::isRandom).forEach(start -> random.add(start.declaredName()));
        for (String name : random) {
            json.generator().writeString(name);
        }
        json.generator().writeEndArray();
    }

    private static void writeSolvers(Json json, Experiment experiment) throws IOException {
        json.generator().writeObjectFieldStart("solvers");
        VariantsJson.write(
                json,
                experiment.solverVariants(),
                SolverConfig::name,
                (out, solver) -> writeFields(out, solver.method()));
        json.generator().writeEndObject();
    }

    private static void writeChoice(Json json, Choice choice) throws IOException {
        json.generator().writeStartObject();
        writeFields(json, choice);
        json.generator().writeEndObject();
    }

    private static void writeFields(Json json, Choice choice) throws IOException {
        json.generator().writeStringField("type", choice.type());
        for (Map.Entry<String, Object> option : choice.options().entrySet()) {
            if (option.getValue() instanceof Choice nested) {
                json.generator().writeFieldName(option.getKey());
                writeChoice(json, nested);
            } else if (option.getValue() instanceof Double number) {
                json.number(option.getKey(), number);
            } else {
                json.generator().writeObjectField(option.getKey(), option.getValue());
            }
        }
    }

    private static void writeSettings(Json json, Experiment experiment) throws IOException {
        if (experiment.settings().size() == 1) {
            writeSettings(json, experiment.settings().get(0).value());
        } else {
            VariantsJson.write(json, experiment.settings(), settings -> "settings", Manifest::writeSettings);
        }
    }

    private static void writeSettings(Json json, Settings settings) throws IOException {
        json.generator().writeNumberField("seed", settings.seed());
        json.generator().writeObjectFieldStart("stop");
        json.number("gradient_norm", settings.stop().gradientNorm());
        json.number("value_change", settings.stop().valueChange());
        json.number("step_norm", settings.stop().stepNorm());
        json.generator().writeNumberField("iterations", settings.stop().iterations());
        json.generator().writeNumberField("evaluations", settings.stop().evaluations());
        json.number("seconds", settings.stop().seconds());
        json.generator().writeEndObject();
    }

    private static void writeRecord(JsonGenerator generator, Experiment experiment) throws IOException {
        generator.writeObjectFieldStart("record");
        generator.writeNumberField("every", experiment.record().every());
        generator.writeStringField(
                "iterates", experiment.record().iterates().name().toLowerCase(Locale.ROOT));
        generator.writeEndObject();
    }

    private void writeRuns(JsonGenerator generator) throws IOException {
        generator.writeArrayFieldStart("selection");
        for (String option : plan.filter().options()) {
            generator.writeString(option);
        }
        generator.writeEndArray();
        generator.writeArrayFieldStart("runs");
        for (PlannedRun run : plan.runs()) {
            generator.writeString(run.id());
        }
        generator.writeEndArray();
    }

    private static void writeEnvironment(JsonGenerator generator) throws IOException {
        generator.writeObjectFieldStart("versions");
        generator.writeStringField("runner", Version.current());
        generator.writeStringField("java", Runtime.version().toString());
        generator.writeEndObject();
        generator.writeObjectFieldStart("host");
        generator.writeStringField("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        generator.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
        Optional<String> processor = Processor.name();
        if (processor.isPresent()) {
            generator.writeStringField("processor", processor.get());
        }
        generator.writeEndObject();
        generator.writeStringField("blas", Blas.description());
    }
}
