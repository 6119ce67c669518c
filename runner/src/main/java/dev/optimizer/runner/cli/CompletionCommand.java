package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a script for the shell that completes subcommands, options and their words. */
@Command(
        name = "completion",
        description = {
            "Prints a script for bash and zsh that completes the words of a command 'runner'.",
            "Use it so: alias runner='java -jar …/runner.jar'; source <(runner completion)"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.configure(global);
        console.print(AutoComplete.bash("runner", spec.root().commandLine()));
        return ExitCode.OK.code();
    }
}
