package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.output.PlanJson;
import dev.optimizer.runner.output.Table;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: the runs that {@code run} would make. */
@Command(name = "plan", description = "Prints the list of runs; runs nothing.", mixinStandardHelpOptions = true)
final class PlanCommand extends ExperimentsCommand {
    /** Random starts of more entries are not drawn to show a few of them. */
    private static final int MOST_DRAWN = 1_000;

    @Mixin
    private RunSelection selection;

    @Option(names = "--json", description = "As JSON: an array of the runs.")
    private boolean json;

    PlanCommand(Console console, ConfigLoader loader) {
        super(console, loader);
    }

    @Override
    ExitCode carryOut(List<Experiment> experiments) {
        List<Plan> plans = selection.plans(experiments);
        if (json) {
            console().print(json(plans));
        } else {
            plans.forEach(plan ->
                    console().print(table(plan) + "\n" + plan.experiment().name() + ": " + plan.summary() + "\n"));
        }
        return ExitCode.OK;
    }

    private static String json(List<Plan> plans) {
        StringWriter text = new StringWriter();
        try {
            PlanJson.write(plans, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Table table(Plan plan) {
        boolean repeated = plan.experiment().sweep().repeat() > 1;
        List<String> columns = new ArrayList<>(List.of("run", "problem", "start", "solver"));
        columns.addAll(plan.parameters());
        columns.addAll(repeated ? List.of(">repeat", "from") : List.of("from"));
        Table table = new Table(console().colors(), columns.toArray(String[]::new));
        for (PlannedRun run : plan.runs()) {
            table.row()
                    .cell(run.id())
                    .cell(run.problem().name())
                    .cell(run.start().name())
                    .cell(run.solver().name());
            plan.parameters().forEach(path -> table.cell(run.parameters().getOrDefault(path, "")));
            if (repeated) {
                table.cell(Integer.toString(run.repeat()));
            }
            table.cell(point(run));
        }
        return table;
    }

    private static String point(PlannedRun run) {
        if (run.start().isRandom() && run.start().dimension() > MOST_DRAWN) {
            return "random (" + run.start().dimension() + " entries)";
        }
        return PointText.of(run.problem().function().layout(), run.start().values());
    }
}
