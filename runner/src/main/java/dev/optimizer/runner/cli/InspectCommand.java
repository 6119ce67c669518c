package dev.optimizer.runner.cli;

import dev.optimizer.formula.Suggestion;
import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Function;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.text.Thrown;
import dev.optimizer.runner.plan.Start;
import dev.optimizer.runner.plan.Starts;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: everything about the objective at one point. */
@Command(
        name = "inspect",
        description = {
            "Shows value, gradient, Hessian, eigenvalues, kind of point, second-order model",
            "and a check of the derivatives, at a start or anywhere."
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
    private final Console console;
    private final ConfigLoader loader;

    @Mixin
    private GlobalOptions global;

    @Mixin
    private Overrides overrides;

    @Mixin
    private PluginOptions plugins;

    @Parameters(paramLabel = "CONFIG", description = "A config file.")
    private Path config;

    @Option(names = "--problem", paramLabel = "NAME", description = "Which problem, if the config has several.")
    private String problemName;

    @ArgGroup
    private Where where = new Where();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    /** The point: one or the other. */
    static final class Where {
        @Option(names = "--start", paramLabel = "NAME", description = "A start of the config. Default: the first.")
        private String start;

        @Option(
                names = "--at",
                paramLabel = "x=1,y=2",
                description = "Any point; values may be lists, [1,2], and formulas such as pi/4.")
        private String at;
    }

    InspectCommand(Console console, ConfigLoader loader) {
        this.console = console;
        this.loader = loader;
    }

    @Override
    public Integer call() throws IOException {
        console.configure(global);
        Optional<List<Experiment>> experiments = loader.load(List.of(config), overrides.values(), plugins.jars());
        if (experiments.isEmpty()) {
            return ExitCode.CONFIG_INVALID.code();
        }
        if (experiments.get().size() > 1) {
            throw new UsageException(config + ": inspect takes one config file, not a folder of several");
        }
        Experiment experiment = experiments.get().get(0);
        ProblemConfig problem = problem(experiment);
        double[] x = where.at != null
                ? PointArgument.read(where.at, problem)
                : start(experiment, problem).toArray();
        OptimumCheck.warn(experiment, console);
        Optional<Inspection> inspected = inspect(problem, x, experiment.stop().gradientNorm());
        if (inspected.isEmpty()) {
            return ExitCode.RUN_CRASHED.code();
        }
        Inspection inspection = inspected.get();
        StringWriter text = new StringWriter();
        if (json) {
            InspectionJson.write(inspection, text);
        } else {
            text.write(InspectionText.of(inspection));
        }
        console.print(text.toString());
        return ExitCode.OK.code();
    }

    /** Empty if the objective is a plugin's and throws, which is said. */
    private Optional<Inspection> inspect(ProblemConfig problem, double[] x, double gradientTolerance) {
        try {
            return Optional.of(Inspection.of(problem, x, gradientTolerance));
        } catch (RuntimeException | LinkageError e) {
            if (!(problem.function() instanceof Function.Plugged plugged)) {
                throw e;
            }
            console.details(e);
            console.error(plugged.plugin().jar() + ": " + plugged.text() + " failed: " + Thrown.inWords(e));
            return Optional.empty();
        }
    }

    /** Of a problem that is swept the first variant; {@code --set} leads to others. */
    private ProblemConfig problem(Experiment experiment) {
        List<String> names = experiment.problems().stream()
                .map(ProblemConfig::name)
                .distinct()
                .toList();
        if (problemName == null && names.size() > 1) {
            throw new UsageException(
                    "the config has several problems; choose one with --problem: " + String.join(", ", names));
        }
        String wanted = problemName == null ? names.get(0) : problemName;
        return experiment.problems().stream()
                .filter(problem -> problem.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException(unknown("problem", wanted, names)));
    }

    private Start start(Experiment experiment, ProblemConfig problem) {
        List<Start> starts = Starts.of(problem, experiment.seed());
        if (where.start == null) {
            return starts.get(0);
        }
        return starts.stream()
                .filter(start -> start.name().equals(where.start))
                .findFirst()
                .orElseThrow(() -> new UsageException(unknown(
                        "start", where.start, starts.stream().map(Start::name).toList())));
    }

    static String unknown(String what, String name, List<String> known) {
        return "no " + what + " '" + name + "'"
                + Suggestion.closest(name, known)
                        .map(close -> "; did you mean '" + close + "'?")
                        .orElse("; there are " + String.join(", ", known.subList(0, Math.min(20, known.size()))));
    }
}
