package dev.optimizer.runner.report;

import dev.optimizer.runner.output.ResultTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts runs together that are shown together. */
final class Panels {
    /** A page with more runs would take a browser long to open. */
    static final int MOST_RUNS = 2_000;

    private Panels() {}

    /** The panels of some results, in their order; of each results no more than their share of {@link #MOST_RUNS}. */
    static List<Panel> of(List<Results> all) throws IOException {
        Map<String, List<Run>> panels = new LinkedHashMap<>();
        for (Results results : all) {
            List<ResultTable.Row> rows = results.rows();
            for (ResultTable.Row row : rows.subList(0, Math.min(MOST_RUNS / all.size(), rows.size()))) {
                Run run = Run.of(results, row);
                panels.computeIfAbsent(title(run), title -> new ArrayList<>()).add(run);
            }
        }
        return panels.entrySet().stream()
                .map(entry -> new Panel(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String title(Run run) {
        String experiment = run.results().experiment();
        return (experiment.isEmpty() ? "" : experiment + ": ") + run.problemLabel() + ", "
                + run.problem().declared(run.start());
    }
}
