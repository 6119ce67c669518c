package dev.optimizer.runner.cli;

import dev.optimizer.problem.Parameter;
import dev.optimizer.problem.Problem;
import dev.optimizer.problem.Problems;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Plugin;
import dev.optimizer.runner.config.declaration.Key;
import dev.optimizer.runner.config.declaration.Kind;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.output.Json;
import dev.optimizer.runner.plugin.UnusableJarException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code list}: what is built in, and what jars offer. */
@Command(name = "list", description = "Lists what is built in.", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    /** What can be listed; the words as the user writes them. */
    enum What {
        solvers,
        problems
    }

    private final Console console;

    @Mixin
    private GlobalOptions global;

    @Mixin
    private PluginOptions plugins;

    @Parameters(paramLabel = "solvers|problems", description = "Which of the two.")
    private What what;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        console.configure(global);
        console.print(json ? asJson() : asText());
        return ExitCode.OK.code();
    }

    private String asText() {
        StringBuilder text = new StringBuilder();
        if (what == What.solvers) {
            Solvers.declarations().forEach(solver -> describe(solver, text));
        } else {
            problems().forEach(problem -> ProblemText.write(problem, text));
            offered().forEach(plugin -> describe(plugin, text));
        }
        return text.toString();
    }

    private String asJson() throws IOException {
        List<Object> trees = new ArrayList<>();
        if (what == What.solvers) {
            Solvers.declarations().forEach(solver -> trees.add(ListJson.of(solver)));
        } else {
            problems().forEach(problem -> trees.add(ListJson.of(problem)));
            offered().forEach(plugin -> trees.add(ListJson.of(plugin)));
        }
        StringWriter text = new StringWriter();
        try (Json out = new Json(text)) {
            out.tree(trees);
        }
        return text.toString();
    }

    private static List<Problem> problems() {
        return Problems.names().stream()
                .map(name -> Problems.named(name).orElseThrow())
                .toList();
    }

    private List<Plugin> offered() {
        try {
            return plugins.jars().all();
        } catch (UnusableJarException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static void describe(Plugin plugin, StringBuilder text) {
        text.append(plugin.name()).append(": ").append(plugin.provider().summary());
        for (Parameter parameter : plugin.provider().parameters()) {
            text.append("\n  parameter ").append(parameter.name()).append(" = ").append(parameter.value());
            text.append(": ").append(parameter.range());
        }
        text.append("\n  [plugin of ").append(plugin.jar()).append("]\n\n");
    }

    private static void describe(Section solver, StringBuilder text) {
        text.append(solver.name()).append(": ").append(solver.summary()).append('\n');
        describe(solver.keys(), "  ", text);
        text.append('\n');
    }

    private static void describe(List<Key> options, String indent, StringBuilder text) {
        for (Key option : options) {
            text.append(indent).append(option.name()).append(" (").append(KindText.of(option.kind()));
            option.defaultText().ifPresent(value -> text.append(", default ").append(value));
            text.append("): ").append(option.doc());
            if (!option.source().isEmpty()) {
                text.append(" [").append(option.source()).append(']');
            }
            text.append('\n');
            if (option.kind() instanceof Kind.Variant variant) {
                for (Section section : variant.sections()) {
                    text.append(indent)
                            .append("  ")
                            .append(section.name())
                            .append(": ")
                            .append(section.summary());
                    text.append('\n');
                    describe(section.keys(), indent + "    ", text);
                }
            }
        }
    }
}
