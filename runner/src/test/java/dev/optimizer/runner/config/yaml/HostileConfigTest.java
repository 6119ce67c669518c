package dev.optimizer.runner.config.yaml;

import static dev.optimizer.runner.config.reader.Configs.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.config.reader.Configs;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are meant to break a reader get one plain message each. */
class HostileConfigTest {
    @Test
    void nothing() {
        String message = "1:1: the config is empty; it needs at least the keys version, problem and solvers";
        assertThat(messages("")).containsExactly(message);
        assertThat(messages("\uFEFF")).containsExactly(message);
        assertThat(messages("# only a comment\n\n")).containsExactly(message);
        assertThat(messages("---\n")).hasSize(1).allMatch(text -> text.endsWith(message.substring(5)));
    }

    @Test
    void noMapping() {
        assertThat(messages("hello"))
                .containsExactly("1:1: a config must be a mapping of keys such as 'version: 1', not text");
        assertThat(messages("- a\n- b"))
                .containsExactly("1:1: a config must be a mapping of keys such as 'version: 1', not a list");
    }

    @Test
    void twoDocuments() {
        assertThat(messages(Configs.VALID + "---\n" + Configs.VALID))
                .containsExactly("6:1: a config is one document; remove this one, from '---' on");
    }

    @Test
    void thousandsOfNestedBrackets() {
        assertThat(messages("a: " + "[".repeat(20_000))).containsExactly("1:53: nested deeper than 50 levels");
        assertThat(messages("{a: ".repeat(20_000))).containsExactly("1:201: nested deeper than 50 levels");
        assertThat(messages(IntStream.range(0, 1_000)
                        .mapToObj(i -> " ".repeat(i) + "a:\n")
                        .collect(Collectors.joining())))
                .containsExactly("51:51: nested deeper than 50 levels");
    }

    @Test
    void thousandsOfNestedBracketsInAFormula() {
        String formula = "(".repeat(20_000) + "x" + ")".repeat(20_000);
        assertThat(messages(Configs.VALID.replace("3*x^4", formula)))
                .singleElement()
                .asString()
                .contains("nest");
    }

    @Test
    void aBombOfAliases() {
        String bomb = IntStream.range(1, 10)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [lol, lol]\n", ""));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(messages(bomb)).containsExactly("7:35: more than 50 aliases to lists or mappings"));
    }

    @Test
    void anAliasInsideItself() {
        assertThat(messages("version: 1\nproblem: &p {starts: *p}\n"))
                .containsExactly("2:22: alias '*p' stands inside what it names");
        assertThat(messages("a: *nobody")).containsExactly("1:4: alias '*nobody' names no anchor before it");
    }

    @Test
    void tagsAndMergeKeys() {
        assertThat(messages(Configs.VALID.replace("version: 1", "version: !!int 1")))
                .containsExactly("1:10: tags are not allowed: '!!int'; remove it");
        assertThat(messages("!!javax.script.ScriptEngineManager " + "{a: 1}"))
                .contains("1:1: tags are not allowed: '!!javax.script.ScriptEngineManager'; remove it");
        assertThat(messages(Configs.VALID + "stop: {<<: {iterations: 3}}\n"))
                .containsExactly("6:8: merge keys are not supported; write the keys out");
        assertThat(messages(Configs.VALID + "? [a, b]\n: 1\n")).containsExactly("6:3: a key must be text, not a list");
    }

    @Test
    void controlCharacters() {
        assertThat(messages("version: 1\nna\u0000me: a\n"))
                .containsExactly("2:3: character U+0000 is not allowed in a config; remove it");
        assertThat(messages("version: \u001B[31m"))
                .containsExactly("1:10: character U+001B is not allowed in a config; remove it");
    }

    @Test
    void syntaxErrorsAreOneLineAtTheirMark() {
        assertThat(messages("version: 1\n\tname: a\n"))
                .containsExactly("2:1: not valid YAML: a tab cannot indent; use spaces");
        assertThat(messages("version: 1\nproblem: {formula: x\nsolvers: 3\n"))
                .singleElement()
                .asString()
                .startsWith("3:8: not valid YAML: expected ',' or '}'")
                .doesNotContain("\n");
        assertThat(messages("name: 'abc\n"))
                .singleElement()
                .asString()
                .contains("not valid YAML: found unexpected end of stream")
                .doesNotContain("\n");
        assertThat(messages("name: a: b\n"))
                .containsExactly("1:8: not valid YAML: mapping values are not allowed here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version: %s",
                "stop: {iterations: %s}",
                "stop: {gradient_norm: %s}",
                "name: %s",
                "%s: 1",
                "seed: 1e%s",
                "problem: {formula: '%s', starts: {a: 1}}",
                "problem: {formula: x, starts: {a: %s}}"
            })
    void aMegabyteInOneScalar(String template) {
        // Far above what a pass over the text takes, far below what a quadratic one would. SnakeYAML, which moves its
        // whole
        // buffer every thousand characters, takes up to 5 s of it before it is compiled.
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String c : new String[] {"1", "a"}) {
                assertThat(Configs.errors(template.formatted(c.repeat(1_000_000))))
                        .isNotEmpty()
                        .extracting(error -> error.render().length())
                        .allMatch(length -> length < 1_500);
            }
        });
    }

    @Test
    void thousandsOfErrors() {
        String keys =
                IntStream.range(0, 30_000).mapToObj(i -> "k" + i + ": 1, ").collect(Collectors.joining());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(Configs.errors(Configs.VALID + "stop: {" + keys + "}\n")).hasSize(30_000);
            assertThat(Configs.errors(Configs.VALID.replace("left: -0.5", "left: {" + keys + "}")))
                    .hasSize(30_000);
        });
    }
}
