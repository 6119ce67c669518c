package dev.optimizer.runner.cli;

import dev.optimizer.problem.Problems;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Key;
import dev.optimizer.runner.config.Kind;
import dev.optimizer.runner.config.Section;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code list}: what is built in. */
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

    @Parameters(paramLabel = "solvers|problems", description = "Which of the two.")
    private What what;

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.configure(global);
        StringBuilder text = new StringBuilder();
        if (what == What.solvers) {
            Solvers.declarations().forEach(solver -> describe(solver, text));
        } else {
            Problems.names()
                    .forEach(name -> ProblemText.write(Problems.named(name).orElseThrow(), text));
        }
        console.print(text.toString());
        return ExitCode.OK.code();
    }

    private static void describe(Section solver, StringBuilder text) {
        text.append(solver.name()).append(": ").append(solver.summary()).append('\n');
        describe(solver.keys(), "  ", text);
        text.append('\n');
    }

    private static void describe(List<Key> options, String indent, StringBuilder text) {
        for (Key option : options) {
            text.append(indent).append(option.name()).append(" (").append(describe(option.kind()));
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

    /** What a value may be, in words. */
    private static String describe(Kind kind) {
        if (kind instanceof Kind.Word word) {
            return String.join(" | ", word.words());
        }
        if (kind instanceof Kind.Variant variant) {
            return variant.sections().stream().map(Section::name).collect(Collectors.joining(" | "));
        }
        if (kind instanceof Kind.Real real) {
            return lower(real.min()) + "number" + upper(real.max());
        }
        return kind instanceof Kind.Scalar scalar ? scalar.noun() : "mapping";
    }

    private static String lower(Kind.Bound bound) {
        return Double.isInfinite(bound.value()) ? "" : bound + (bound.included() ? " <= " : " < ");
    }

    private static String upper(Kind.Bound bound) {
        return Double.isInfinite(bound.value()) ? "" : (bound.included() ? " <= " : " < ") + bound;
    }
}
