package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.optimizer.problem.Problems;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.catalogue.Solvers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What helps to begin: a first config, the schema, the shell's completion, lists for programs. */
class StarterCommandsTest {
    @TempDir
    private Path folder;

    private String init(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        InitCommand command = new InitCommand(new Console(stream, stream, Map.of(), Terminal.NONE), folder);
        new CommandLine(command)
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    stream.print(exception.getMessage());
                    return exception instanceof UsageException ? ExitCode.USAGE.code() : 1;
                })
                .execute(name);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFirstConfigRunsAndPasses() {
        Path file = folder.resolve("first.yaml");
        assertThat(init("first")).startsWith("wrote " + file + "\n  run it: ").contains("list solvers");
        Session session = Session.run(file, "--out", folder.resolve("results"));
        assertThat(session.exit()).as(session.err()).isEqualTo(ExitCode.OK);
        assertThat(session.out()).contains("first: 4 runs = 1 problem x 2 starts x 2 solvers; 14 of 14 checks passed");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "my work");
        assertThat(init("mine")).isEqualTo(file + ": there is such a file already; choose another name");
        assertThat(file).hasContent("my work");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/tmp/x", "a/b", "a\\b", ".x", "x.", "con", "NUL.x", "ü", "a b", "a:b", "C:x"})
    void namesThatLeaveTheFolderAreRefused(String name) throws IOException {
        assertThat(init(name))
                .startsWith("the name of an experiment must consist of ")
                .endsWith(": '" + name + "'");
        assertThat(Files.list(folder)).isEmpty();
        assertThat(Session.run("init", name).exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theSchemaIsPrinted() throws IOException {
        Session session = Session.run("schema");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        assertThat(session.err()).isEmpty();
        assertThat(session.out()).startsWith("{\n  \"$schema\" : \"http://json-schema.org/draft-07/schema#\",\n");
        assertThat(names(session.out())).contains("definitions", "line_search", "gradient_norm");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bashTakesTheCompletionAndFindsWords() throws IOException, InterruptedException {
        Session session = Session.run("completion");
        assertThat(session.exit()).isEqualTo(ExitCode.OK);
        Path script = Files.writeString(folder.resolve("runner.bash"), session.out());
        assertThat(bash("bash -n " + script)).isEmpty();
        String complete =
                "source %s; compopt() { :; }; COMP_WORDS=(runner %s); COMP_CWORD=%d; _complete_runner; echo ${COMPREPLY[@]}";
        assertThat(bash(complete.formatted(script, "''", 1)).split("\\s+"))
                .contains("run", "plan", "validate", "inspect", "list", "schema", "init", "completion");
        assertThat(bash(complete.formatted(script, "run --p", 2))).isEqualTo("--png --plugins\n");
        assertThat(bash(complete.formatted(script, "run --color a", 3))).isEqualTo("auto always\n");
    }

    private static String bash(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return out;
    }

    @Test
    void listsForPrograms() throws IOException {
        List<String> solvers = values(Session.run("list", "solvers", "--json").out(), "name");
        Solvers.declarations().forEach(solver -> assertThat(solvers).contains(solver.name()));
        assertThat(solvers).contains("line_search", "c1");
        String problems = Session.run("list", "problems", "--json").out();
        assertThat(values(problems, "name")).containsAll(Problems.names());
        assertThat(values(problems, "kind")).contains("minimum", "saddle");
        assertThat(names(problems)).contains("source", "starts", "parameters", "stationary_points", "limits");
    }

    private static List<String> names(String json) throws IOException {
        List<String> names = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentName() != null) {
                    names.add(parser.currentName());
                }
            }
        }
        return names;
    }

    private static List<String> values(String json, String field) throws IOException {
        List<String> values = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                if (field.equals(parser.currentName())) {
                    values.add(parser.getText());
                }
            }
        }
        return values;
    }
}
