package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.reader.ConfigReader;
import dev.optimizer.runner.output.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code init}: a config to start from. */
@Command(
        name = "init",
        description = "Writes NAME.yaml, a small commented config that runs.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    private static final String TEMPLATE = "template.yaml";

    private final Console console;
    private final Path folder;

    @Mixin
    private GlobalOptions global;

    @Parameters(paramLabel = "NAME", description = "The name of the experiment, and of the file without its ending.")
    private String name;

    /** @param folder where the file goes */
    InitCommand(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
    }

    @Override
    public Integer call() {
        console.configure(global);
        try {
            ConfigReader.requireExperimentName(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("the name of an experiment " + e.getMessage());
        }
        Path file = folder.resolve(name + ".yaml");
        write(file);
        console.print("wrote " + file + "\n"
                + "  run it:            java -jar runner.jar " + file + "\n"
                + "  look at a start:   java -jar runner.jar inspect " + file + " --start left\n"
                + "  what solvers know: java -jar runner.jar list solvers\n");
        return ExitCode.OK.code();
    }

    /** Writes a new file; one that is there already may be somebody's work. */
    private static void write(Path file) {
        try {
            Files.write(file, template(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(file + ": there is such a file already; choose another name");
        } catch (IOException e) {
            throw new UsageException(file + ": cannot be written: " + Reason.of(e));
        }
    }

    private static byte[] template() throws IOException {
        try (InputStream in = InitCommand.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
