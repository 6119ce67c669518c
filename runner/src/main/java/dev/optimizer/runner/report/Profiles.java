package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Costs;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which runs solved which instances, an instance being a problem from one start, and at what cost. */
final class Profiles {
    static final String VERIFIED =
            "An instance counts as solved if the run converged, the verdict is the kind of point that was"
                    + " looked for, and the value is the optimum or the best that any such run found from this start, up to 1e-6."
                    + " Counted are the instances that every solver shown was run on.";

    /** From so many instances on profiles are worth a look. */
    private static final int FEWEST = 10;

    private final Lines lines;
    private final Map<String, Integer> instances = new LinkedHashMap<>();

    /** By instance the first run of each line, null where there is none. */
    private final Map<String, Run[]> runs = new LinkedHashMap<>();

    private final Costs costs;

    Profiles(List<Panel> panels, Lines lines) {
        this.lines = lines;
        Map<Run, Panel> panelOf = new IdentityHashMap<>();
        for (Panel panel : panels) {
            for (Run run : panel.runs()) {
                panelOf.put(run, panel);
                instances.putIfAbsent(run.instance(), instances.size());
                Run[] row = runs.computeIfAbsent(
                        run.instance(), unused -> new Run[lines.names().size()]);
                int line = lines.of(run);
                row[line] = row[line] == null ? run : row[line];
            }
        }
        // Not to have run is not to have failed: solvers are compared where all of them tried.
        runs.values().removeIf(row -> Arrays.stream(row).anyMatch(Objects::isNull));
        double[][] table = runs.values().stream()
                .map(row -> Arrays.stream(row)
                        .mapToDouble(run ->
                                panelOf.get(run).isSolvedBy(run) ? run.row().number("n_f") : Double.NaN)
                        .toArray())
                .toArray(double[][]::new);
        costs = new Costs(lines.names().toArray(String[]::new), table);
    }

    /** Whether there are enough instances, and lines to be compared. */
    boolean areShown() {
        return runs.size() >= FEWEST && lines.names().size() > 1;
    }

    /** The number of a run's instance. */
    int instance(Run run) {
        return instances.get(run.instance());
    }

    /** Whether a run counts: the first of its line, on an instance that all lines were run on. */
    boolean counts(Run run) {
        Run[] row = runs.get(run.instance());
        return row != null && row[lines.of(run)] == run;
    }

    /** The evaluations of f that each line took, where its success is verified. */
    Costs costs() {
        return costs;
    }
}
