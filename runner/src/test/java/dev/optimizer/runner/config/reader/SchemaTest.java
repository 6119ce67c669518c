package dev.optimizer.runner.config.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema of configs: well-formed, content with every config of the repository, and not with everything. */
class SchemaTest {
    private static final Section CONFIG = new ConfigReader(Solvers.declarations()).schema();
    private static final SchemaCheck SCHEMA = new SchemaCheck(CONFIG);

    private static final String VALID = """
            version: 1
            problem: {formula: x^2, starts: {a: 1}}
            solvers: {n: %s}
            %s
            """;

    static Stream<Path> configs() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("../configs"))) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @Test
    void isASchemaOfDraft7() {
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        assertThat(draft.validate(SchemaCheck.text(CONFIG), InputFormat.JSON)).isEmpty();
        assertThat(draft.validate("{\"type\": 3}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(SchemaCheck.text(new ConfigReader(Solvers.declarations()).schema()))
                .isEqualTo(SchemaCheck.text(CONFIG));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void acceptsTheConfigsOfTheRepository(Path file) throws IOException {
        assertThat(SCHEMA.complaints(Files.readString(file))).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newton",
                "{type: newton, step: 0.5}",
                "{type: gradient-descent, line_search: {type: armijo, c1: 1e-3}}"
            })
    void acceptsSolversWithTheirOwnOptions(String solver) {
        assertThat(SCHEMA.complaints(VALID.formatted(solver, "stop: {seconds: .inf}")))
                .contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newtn",
                "{type: newtn}",
                "{type: newton, momentum: 0.5}",
                "{type: newton, step: 0}",
                "{type: newton, step: '1'}",
                "{type: gradient-descent, line_search: {type: armijo, c2: 0.5}}",
                "{step: 1}",
                "[newton]",
                ""
            })
    void refusesSolversWithWhatIsNotTheirs(String solver) {
        assertThat(SCHEMA.complaints(VALID.formatted(solver, "")).orElseThrow()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "problems: {p: {formula: x}}",
                "name: ../x",
                "name: con",
                "seed: 1.5",
                "stop: {iterations: -1}",
                "record: {iterates: on}",
                "expect: [{}]",
                "expect: [{for: {solver: n}}]",
                "expect: [{value: {tolerance: 1}}]",
                "expect: [{value: {min: 1, tolerance: 1}}]",
                "expect: [{point: minimal}]",
                "verison: 1"
            })
    void refusesTheRest(String line) {
        assertThat(SCHEMA.complaints(VALID.formatted("newton", line)).orElseThrow())
                .isNotEmpty();
    }

    @Test
    void describesWhatItDefines() {
        assertThat(SchemaCheck.text(CONFIG))
                .contains(
                        "\"default\" : 1E-8",
                        "\"const\" : \"trust-region\"",
                        "\"description\" : \"what must hold of the results\"",
                        "[Nocedal, Wright 2006, algorithm 3.2]");
    }

    @Test
    void aConfigThatExtendsAnotherMayLeaveOutWhatThatHas() {
        Section part = Section.of(
                "config",
                "a config",
                Key.required("version", Kind.whole(1, 1), "version: 1"),
                Key.optional(
                        "stop", new Kind.Nested(Section.of("stop", "", Key.required("n", Kind.whole(0, 9), ""))), ""),
                Key.optional("extends", new Kind.Expression(), "another file"));
        SchemaCheck check = new SchemaCheck(part);
        assertThat(check.complaints("extends: base.yaml\nstop: {}\n")).contains(List.of());
        assertThat(check.complaints("extends: base.yaml\nstop: {n: 10}\n").orElseThrow())
                .isNotEmpty();
        assertThat(check.complaints("version: 1\nstop: {n: 1}\n")).contains(List.of());
        assertThat(check.complaints("stop: {n: 1}\n").orElseThrow()).isNotEmpty();
        assertThat(check.complaints("version: 1\nstop: {}\n").orElseThrow()).isNotEmpty();
    }
}
