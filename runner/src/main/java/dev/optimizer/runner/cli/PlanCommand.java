package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.output.Table;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plan}: the runs that {@code run} would make. */
@Command(name = "plan", description = "Prints the list of runs; runs nothing.", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private final Console console;
    private final ConfigLoader loader;

    @Mixin
    private GlobalOptions global;

    @Parameters(arity = "1..*", paramLabel = "CONFIG", description = "Files, or folders with *.yaml in them.")
    private List<Path> configs;

    PlanCommand(Console console, ConfigLoader loader) {
        this.console = console;
        this.loader = loader;
    }

    @Override
    public Integer call() {
        console.configure(global);
        Optional<List<Experiment>> experiments = loader.load(configs);
        if (experiments.isEmpty()) {
            return ExitCode.CONFIG_INVALID.code();
        }
        for (Experiment experiment : experiments.get()) {
            Plan plan = Plan.of(experiment);
            Table table = new Table(console.colors(), "run", "problem", "start", "solver", "from");
            for (PlannedRun run : plan.runs()) {
                table.row()
                        .cell(run.id())
                        .cell(run.problem().name())
                        .cell(run.start().name())
                        .cell(run.solver().name())
                        .cell(point(run));
            }
            console.print(table + "\n" + experiment.name() + ": " + plan.summary() + "\n");
        }
        return ExitCode.OK.code();
    }

    private static String point(PlannedRun run) {
        List<String> variables = run.problem().formula().variables();
        StringJoiner point = new StringJoiner(", ");
        for (int i = 0; i < variables.size(); i++) {
            point.add(variables.get(i) + " = "
                    + Numbers.shortest(run.start().values().get(i)));
        }
        return point.toString();
    }
}
