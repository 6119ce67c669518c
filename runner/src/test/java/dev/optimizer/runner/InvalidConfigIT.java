package dev.optimizer.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are wrong: one message at the right place, exit code 14, nothing written, and no stack trace. */
class InvalidConfigIT {
    private static final String VALID = """
            version: 1
            problem:
              formula: 3*x^4 - 4*x^3 - 12*x^2
              starts: {left: -0.5}
            solvers: {newton: newton}
            """;

    @TempDir
    private Path folder;

    @Test
    void anUnknownKey() throws Exception {
        assertInvalid(VALID + "sead: 3\n", "6:1: unknown key 'sead'; did you mean 'seed'?");
    }

    @Test
    void aWrongType() throws Exception {
        assertInvalid(VALID + "seed: many\n", "6:7: seed must be a whole number: 'many'");
    }

    @Test
    void aDuplicateKey() throws Exception {
        assertInvalid(VALID + "version: 1\n", "6:1: duplicate key 'version'; the first is on line 1");
    }

    @Test
    void aBadFormula() throws Exception {
        assertInvalid(VALID.replace("3*x^4", "3*sine(x)"), "3:14: unknown function 'sine'; did you mean 'sin'?");
    }

    @Test
    void aStartWithAVariableThatIsNotThere() throws Exception {
        assertInvalid(VALID.replace("-0.5", "{y: -0.5}"), "4:19: unknown variable 'y'; known: x");
    }

    @Test
    void aBombOfAliases() throws Exception {
        String bomb = IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [lol, lol]\n", ""));
        assertInvalid(bomb, "7:35: more than 50 aliases to lists or mappings");
    }

    @Test
    void nestedBracketsInTheFile() throws Exception {
        assertInvalid("a: " + "[".repeat(20_000), "1:53: nested deeper than 50 levels");
    }

    @Test
    void nestedBracketsInTheFormula() throws Exception {
        String formula = "(".repeat(20_000) + "x" + ")".repeat(20_000);
        assertInvalid(
                VALID.replace("3*x^4 - 4*x^3 - 12*x^2", formula),
                "3:1012: the formula is nested deeper than 1,000 levels; name its parts with let");
    }

    @Test
    void anEmptyFile() throws Exception {
        assertInvalid("", "1:1: the config is empty; it needs at least the keys version, problem and solvers");
    }

    @Test
    void aBinaryFile() throws Exception {
        // The head of a program for Linux; its ninth byte is the first that UTF-8 forbids.
        byte[] bytes = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, (byte) 0xC0, 0, 0, 0};
        assertInvalid(bytes, "1:9: this character is not UTF-8; save the file as UTF-8");
    }

    private void assertInvalid(String config, String message) throws IOException, InterruptedException {
        assertInvalid(config.getBytes(StandardCharsets.UTF_8), message);
    }

    private void assertInvalid(byte[] config, String message) throws IOException, InterruptedException {
        Files.write(folder.resolve("bad.yaml"), config);
        Jar.Finished finished = Jar.in(folder).run("bad.yaml");
        assertThat(finished.exit()).as(finished.err()).isEqualTo(14);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err())
                .startsWith("bad.yaml:" + message + "\n")
                .containsOnlyOnce("bad.yaml:")
                .endsWith("\n1 error in 1 file\nexit 14: config invalid\n");
        assertThat(folder.resolve("results")).doesNotExist();
    }
}
