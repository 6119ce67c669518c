package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.output.Json;
import dev.optimizer.runner.schema.JsonSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema}: what an editor completes and checks configs by. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema (draft-07) of a config, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private final Console console;
    private final ConfigLoader loader;

    @Mixin
    private GlobalOptions global;

    SchemaCommand(Console console, ConfigLoader loader) {
        this.console = console;
        this.loader = loader;
    }

    @Override
    public Integer call() throws IOException {
        console.configure(global);
        StringWriter text = new StringWriter();
        try (Json json = new Json(text)) {
            json.tree(JsonSchema.of(loader.schema()));
        }
        console.print(text.toString());
        return ExitCode.OK.code();
    }
}
