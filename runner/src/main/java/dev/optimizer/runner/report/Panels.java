package dev.optimizer.runner.report;

import dev.optimizer.runner.output.ResultTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts runs together that are shown together. */
final class Panels {
    /** A page with more runs would take a browser long to open. */
    static final int MOST_RUNS = 2_000;

    /** The third of the starts that {@code {random: {…, count: n}}} stands for is {@code any-3}. */
    private static final Pattern DRAWN = Pattern.compile("(.+)-[0-9]+");

    private Panels() {}

    /** The panels of some results, in their order; of each results no more than their share of {@link #MOST_RUNS}. */
    static List<Panel> of(List<Results> all) throws IOException {
        Map<String, List<Run>> panels = new LinkedHashMap<>();
        for (Results results : all) {
            List<ResultTable.Row> rows = results.rows();
            Set<String> starts = rows.stream().map(row -> row.names().start()).collect(Collectors.toSet());
            for (ResultTable.Row row : rows.subList(0, Math.min(MOST_RUNS / all.size(), rows.size()))) {
                Run run = Run.of(results, row);
                panels.computeIfAbsent(title(run, starts), title -> new ArrayList<>())
                        .add(run);
            }
        }
        return panels.entrySet().stream()
                .map(entry -> new Panel(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String title(Run run, Set<String> starts) {
        String experiment = run.results().experiment();
        return (experiment.isEmpty() ? "" : experiment + ": ") + run.problemLabel() + ", "
                + declared(run.start(), starts);
    }

    /** One start of several that were drawn stands for all of them. */
    private static String declared(String start, Set<String> starts) {
        Matcher drawn = DRAWN.matcher(start);
        if (!drawn.matches()) {
            return start;
        }
        boolean several = starts.contains(drawn.group(1) + "-1") && starts.contains(drawn.group(1) + "-2");
        return several ? drawn.group(1) : start;
    }
}
