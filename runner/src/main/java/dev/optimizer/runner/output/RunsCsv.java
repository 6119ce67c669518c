package dev.optimizer.runner.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code runs.csv}: a row per run. The final point stands in a column per variable; where problems have different
 * variables each fills its own.
 */
final class RunsCsv {
    static final List<String> COLUMNS = List.of(
            "run_id",
            "problem",
            "start",
            "solver",
            "repeat",
            "status",
            "stop_reason",
            "iterations",
            "n_f",
            "n_g",
            "n_h",
            "n_hv",
            "value",
            "gap",
            "gradient_norm",
            "point",
            "negative_eigenvalues",
            "smallest_eigenvalue",
            "decrement",
            "order",
            "rate",
            "checks",
            "seconds");

    private RunsCsv() {}

    static void write(Plan plan, List<RunOutcome> outcomes, List<Judgement> judgements, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        Set<String> variables = new LinkedHashSet<>();
        for (ProblemConfig problem : plan.experiment().problems()) {
            variables.addAll(problem.formula().variables());
        }
        List<String> header = new ArrayList<>(COLUMNS);
        variables.forEach(variable -> header.add(PointColumns.name(variable)));
        csv.writeRecord(header);
        outcomes.forEach(outcome -> csv.writeRecord(record(outcome, checks(outcome, judgements), variables)));
        csv.flush();
    }

    private static List<String> record(RunOutcome outcome, String checks, Set<String> variables) {
        PlannedRun run = outcome.run();
        List<String> record = new ArrayList<>(List.of(
                run.id(),
                run.problem().name(),
                run.start().name(),
                run.solver().name(),
                Integer.toString(run.repeat()),
                outcome.status().word(),
                outcome.stopReason(),
                Long.toString(outcome.iterations()),
                Long.toString(outcome.values()),
                Long.toString(outcome.gradients()),
                Long.toString(outcome.hessians()),
                Long.toString(outcome.products()),
                Numbers.shortest(outcome.value()),
                Numbers.orEmpty(outcome.gap()),
                Numbers.shortest(outcome.gradientNorm()),
                outcome.point().word(),
                outcome.negativeEigenvalues().map(String::valueOf).orElse(""),
                Numbers.orEmpty(outcome.smallestEigenvalue()),
                Numbers.orEmpty(outcome.decrement()),
                Numbers.orEmpty(outcome.order()),
                Numbers.orEmpty(outcome.rate()),
                checks,
                Numbers.shortest(outcome.seconds())));
        List<String> own = run.problem().formula().variables();
        for (String variable : variables) {
            int index = own.indexOf(variable);
            record.add(index < 0 ? "" : Numbers.shortest(outcome.x().get(index)));
        }
        return record;
    }

    /** {@code 2 of 3}: how many of the checks on this run passed; empty if there were none. Not 2/3, which is a date. */
    static String checks(RunOutcome outcome, List<Judgement> judgements) {
        List<Judgement> own = judgements.stream()
                .filter(judgement ->
                        judgement.runId().filter(outcome.run().id()::equals).isPresent())
                .toList();
        long passed = own.stream().filter(Judgement::passed).count();
        return own.isEmpty() ? "" : passed + " of " + own.size();
    }
}
