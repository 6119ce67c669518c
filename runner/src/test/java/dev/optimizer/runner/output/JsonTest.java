package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void numbersAreThoseOfTheCsvFilesAndWhatJsonLacksIsText() throws IOException {
        StringWriter out = new StringWriter();
        try (Json json = new Json(out)) {
            json.generator().writeStartObject();
            json.number("small", 1e-9);
            json.number("unknown", Double.NaN);
            json.numbers("several", List.of(-32.0, 0.1, Double.NEGATIVE_INFINITY));
            json.generator().writeStringField("text", "‖∇f‖∞ \"quoted\"");
            json.generator().writeEndObject();
        }
        assertThat(out).hasToString("""
                        {
                          "small" : 1e-9,
                          "unknown" : "NaN",
                          "several" : [ -32, 0.1, "-Infinity" ],
                          "text" : "‖∇f‖∞ \\"quoted\\""
                        }
                        """);
    }
}
