package dev.optimizer.runner.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.optimizer.runner.config.Doubles;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished run as it stands in a journal: a line of JSON with what decided its outcome, the figures of the outcome, and
 * the checksum of its trace. Reading a line gives back what was written, to the bit.
 *
 * @param fields everything but the lists, by name, as text
 * @param x the final point; empty if it was not kept
 * @param gradientNorms of a few iterates; empty also if an earlier program made the run, whose runs are all made again
 */
record JournalEntry(Map<String, String> fields, List<Double> x, List<Double> gradientNorms) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String POINT = "x";
    private static final String NORMS = "gradient_norms";

    static JournalEntry of(RunOutcome outcome, RunKey key, String traceStamp) {
        Map<String, String> fields = new LinkedHashMap<>(key.fields());
        fields.put("status", outcome.status().word());
        fields.put("stop_reason", outcome.stopReason());
        fields.put("iterations", Long.toString(outcome.iterations()));
        fields.put("n_f", Long.toString(outcome.values()));
        fields.put("n_g", Long.toString(outcome.gradients()));
        fields.put("n_h", Long.toString(outcome.hessians()));
        fields.put("n_hv", Long.toString(outcome.products()));
        fields.put("value", Numbers.shortest(outcome.value()));
        fields.put("gap", Numbers.shortest(outcome.gap()));
        fields.put("gradient_norm", Numbers.shortest(outcome.gradientNorm()));
        fields.put("point", outcome.point().word());
        outcome.negativeEigenvalues().ifPresent(count -> fields.put("negative_eigenvalues", Integer.toString(count)));
        fields.put("smallest_eigenvalue", Numbers.shortest(outcome.smallestEigenvalue()));
        fields.put("decrement", Numbers.shortest(outcome.decrement()));
        fields.put("order", Numbers.shortest(outcome.order()));
        fields.put("rate", Numbers.shortest(outcome.rate()));
        fields.put("monotone", Boolean.toString(outcome.monotone()));
        fields.put("seconds", Numbers.shortest(outcome.seconds()));
        fields.put("trace", traceStamp);
        return new JournalEntry(fields, outcome.x(), outcome.gradientNorms());
    }

    /** The outcome, without its trace. */
    RunOutcome outcome(PlannedRun run) {
        return new RunOutcome(
                run,
                status(),
                text("stop_reason"),
                whole("iterations"),
                whole("n_f"),
                whole("n_g"),
                whole("n_h"),
                whole("n_hv"),
                number("value"),
                number("gap"),
                number("gradient_norm"),
                pointKind(),
                Optional.ofNullable(fields.get("negative_eigenvalues")).map(Integer::valueOf),
                number("smallest_eigenvalue"),
                number("decrement"),
                number("order"),
                number("rate"),
                Boolean.parseBoolean(text("monotone")),
                number("seconds"),
                x,
                gradientNorms,
                List.of());
    }

    Status status() {
        return Arrays.stream(Status.values())
                .filter(status -> status.word().equals(text("status")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such status: " + text("status")));
    }

    private PointKind pointKind() {
        return Arrays.stream(PointKind.values())
                .filter(kind -> kind.word().equals(text("point")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of point: " + text("point")));
    }

    /** @throws IllegalArgumentException if there is no such field */
    String text(String field) {
        String text = fields.get(field);
        if (text == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return text;
    }

    private long whole(String field) {
        return Long.parseLong(text(field));
    }

    private double number(String field) {
        return Double.parseDouble(text(field));
    }

    /** One line, its end included. */
    String toLine() throws IOException {
        StringWriter line = new StringWriter(1024);
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            write(json, POINT, x);
            write(json, NORMS, gradientNorms);
            json.writeEndObject();
        }
        return line.append('\n').toString();
    }

    private static void write(JsonGenerator json, String name, List<Double> numbers) throws IOException {
        json.writeArrayFieldStart(name);
        for (double number : numbers) {
            json.writeString(Numbers.shortest(number));
        }
        json.writeEndArray();
    }

    /** The entry that a line holds; empty if the line is not whole. */
    static Optional<JournalEntry> parse(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, List<Double>> lists = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY) {
                    lists.put(name, numbers(json));
                } else {
                    fields.put(name, json.getText());
                }
            }
            JournalEntry entry = new JournalEntry(
                    fields, lists.getOrDefault(POINT, List.of()), lists.getOrDefault(NORMS, List.of()));
            entry.requireComplete();
            return json.currentToken() == JsonToken.END_OBJECT ? Optional.of(entry) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Double> numbers(JsonParser json) throws IOException {
        List<Double> numbers = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            numbers.add(Double.valueOf(json.getText()));
        }
        return Doubles.copyOf(numbers);
    }

    /** @throws IllegalArgumentException if no outcome can be made of it */
    private void requireComplete() {
        text("trace");
        RunKey.REQUIRED.forEach(this::text);
        outcome(null);
    }
}
