package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.Version;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.execute.Interruption;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** Parses the command line, runs the subcommand, and turns whatever happens into an exit code and a last line. */
public final class CommandLineInterface {
    private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

    private final Console console;

    /**
     * @param out for results
     * @param err for everything else
     * @param environment the environment variables
     * @param terminal whether the streams lead to one
     */
    public CommandLineInterface(PrintStream out, PrintStream err, Map<String, String> environment, Terminal terminal) {
        this.console = new Console(out, err, environment, terminal);
    }

    @Command(
            name = "runner",
            description = "Runs optimisation experiments and judges them.",
            mixinStandardHelpOptions = true,
            versionProvider = ProgramVersion.class,
            synopsisSubcommandLabel = "[run|plan|validate|inspect|report|baseline|compare|list|schema|init|completion]",
            footer = {
                "",
                "Without a subcommand: run. 'runner SUBCOMMAND --help' tells more.",
                "",
                "Exit codes: 0 all good, 2 usage, 10 an expectation failed, 11 baseline regression,",
                "12 baseline missing, 13 a run crashed, 14 config invalid, 130 interrupted."
            })
    private static final class Root {}

    /** What {@code --version} prints. */
    static final class ProgramVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"runner " + Version.current()};
        }
    }

    /** Runs the program; never throws. */
    public ExitCode run(String... args) {
        Interruption interruption = new Interruption();
        try (CtrlC ctrlC = new CtrlC(interruption, console)) {
            ctrlC.watch();
            int code = execute(interruption, args);
            ExitCode ending = interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.of(code);
            if (ending != ExitCode.OK) {
                console.error(ending.lastLine());
            }
            return ending;
        }
    }

    private int execute(Interruption interruption, String... args) {
        try {
            CommandLine root = commandLine(interruption);
            return root.execute(
                    withDefaultSubcommand(args, root.getSubcommands().keySet()));
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Picocli handles exceptions only. By now what took the memory can be collected.
            console.details(e);
            console.error(Thrown.inWords(e));
            return ExitCode.RUN_CRASHED.code();
        } catch (UnsatisfiedLinkError e) {
            // The natives are missing or unusable; the message is a whole sentence.
            console.details(e);
            console.error(e.getMessage());
            return ExitCode.RUN_CRASHED.code();
        }
    }

    private CommandLine commandLine(Interruption interruption) {
        ConfigLoader loader = new ConfigLoader(console);
        CommandLine root = new CommandLine(new Root())
                .addSubcommand(new RunCommand(console, loader, interruption))
                .addSubcommand(new PlanCommand(console, loader))
                .addSubcommand(new ValidateCommand(console, loader))
                .addSubcommand(new InspectCommand(console, loader))
                .addSubcommand(new BaselineCommand(console, loader, interruption))
                .addSubcommand(new CompareCommand(console))
                .addSubcommand(new ReportCommand(console))
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new SchemaCommand(console, loader))
                .addSubcommand(new InitCommand(console, Path.of("")))
                .addSubcommand(new CompletionCommand(console))
                .setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(console.err(), StandardCharsets.UTF_8), true))
                .setParameterExceptionHandler((exception, unused) -> usage(exception))
                .setExecutionExceptionHandler((exception, unused, parsed) -> failure(exception));
        // Every subcommand has --version; without a provider of its own picocli would print nothing.
        root.getSubcommands()
                .values()
                .forEach(subcommand -> subcommand.getCommandSpec().versionProvider(new ProgramVersion()));
        return root;
    }

    private int usage(ParameterException exception) {
        console.error(exception.getMessage());
        console.error("Try '" + exception.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE.code();
    }

    private int failure(Exception exception) {
        console.details(exception);
        if (exception instanceof UsageException) {
            console.error(exception.getMessage());
            return ExitCode.USAGE.code();
        }
        console.error("internal error: " + exception + (console.isVerbose() ? "" : "; -v shows where"));
        return ExitCode.RUN_CRASHED.code();
    }

    /**
     * Puts {@code run} in front when no subcommand is named. Only flags without values may stand before a subcommand, so
     * the first word without a dash decides.
     */
    static String[] withDefaultSubcommand(String[] args, Set<String> subcommands) {
        List<String> words = new ArrayList<>(List.of(args));
        if (!words.isEmpty() && HELP.containsAll(words)) {
            return args;
        }
        int first = 0;
        while (first < words.size() && words.get(first).startsWith("-")) {
            first++;
        }
        boolean named = first < words.size() && subcommands.contains(words.get(first));
        words.add(0, named ? words.remove(first) : "run");
        return words.toArray(String[]::new);
    }
}
