package dev.optimizer.runner.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.runner.plan.RunOrder;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code runs.csv}: a row per run, in {@link RunOrder}. Swept parameters have a column each, before the status. The final point stands in a column per entry; where problems have different
 * variables each fills its own. Points of more than {@link PointColumns#MOST_ENTRIES} entries are left out.
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

    /** So many of the columns say which run it is; those of parameters follow them. */
    private static final int NAMES = COLUMNS.indexOf("status");
    /** The results that are no numbers. */
    static final Set<String> WORDS = Set.of("status", "stop_reason", "point", "checks");

    private RunsCsv() {}

    static void write(Plan plan, List<RunOutcome> outcomes, Judgements judgements, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        Set<String> entries = new LinkedHashSet<>();
        Map<ProblemConfig, List<String>> own = new IdentityHashMap<>();
        for (ProblemConfig problem : plan.experiment().problems()) {
            own.put(problem, PointColumns.finalPoint(problem.function()));
            entries.addAll(own.get(problem));
        }
        List<String> parameters = plan.parameters();
        List<String> header = new ArrayList<>(COLUMNS);
        header.addAll(NAMES, parameters.stream().map(path -> "p_" + path).toList());
        header.addAll(entries);
        csv.writeRecord(CsvText.written(header));
        List<RunOutcome> ordered = outcomes.stream()
                .sorted(Comparator.comparing(RunOutcome::run, RunOrder.OF_RUNS))
                .toList();
        for (RunOutcome outcome : ordered) {
            List<String> record =
                    record(outcome, judgements.passedOf(outcome.run().id()));
            record.addAll(NAMES, values(outcome.run(), parameters));
            addPoint(record, outcome, own.get(outcome.run().problem()), entries);
            csv.writeRecord(CsvText.written(record));
        }
        csv.flush();
    }

    private static List<String> values(PlannedRun run, List<String> parameters) {
        return parameters.stream()
                .map(path -> run.parameters().getOrDefault(path, ""))
                .toList();
    }

    private static List<String> record(RunOutcome outcome, String checks) {
        PlannedRun run = outcome.run();
        return new ArrayList<>(List.of(
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
    }

    /** @param own the names of the outcome's entries, which are some of all {@code entries} */
    private static void addPoint(List<String> record, RunOutcome outcome, List<String> own, Set<String> entries) {
        Map<String, String> values = new HashMap<>();
        // A run that crashed for want of memory has no point.
        for (int i = 0; i < Math.min(own.size(), outcome.x().size()); i++) {
            values.put(own.get(i), Numbers.shortest(outcome.x().get(i)));
        }
        entries.forEach(entry -> record.add(values.getOrDefault(entry, "")));
    }
}
