package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.output.Table;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code plan}: the runs that {@code run} would make. */
@Command(name = "plan", description = "Prints the list of runs; runs nothing.", mixinStandardHelpOptions = true)
final class PlanCommand extends ExperimentsCommand {
    /** Random starts of more entries are not drawn to show a few of them. */
    private static final int MOST_DRAWN = 1_000;

    PlanCommand(Console console, ConfigLoader loader) {
        super(console, loader);
    }

    @Override
    ExitCode carryOut(List<Experiment> experiments) {
        for (Experiment experiment : experiments) {
            Plan plan = Plan.of(experiment);
            Table table = new Table(console().colors(), "run", "problem", "start", "solver", "from");
            for (PlannedRun run : plan.runs()) {
                table.row()
                        .cell(run.id())
                        .cell(run.problem().name())
                        .cell(run.start().name())
                        .cell(run.solver().name())
                        .cell(point(run));
            }
            console().print(table + "\n" + experiment.name() + ": " + plan.summary() + "\n");
        }
        return ExitCode.OK;
    }

    private static String point(PlannedRun run) {
        if (run.start().isRandom() && run.start().dimension() > MOST_DRAWN) {
            return "random (" + run.start().dimension() + " entries)";
        }
        return PointText.of(run.problem().formula().layout(), run.start().values());
    }
}
