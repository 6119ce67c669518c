package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Costs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which runs solved which instances, an instance being a problem from one start, and at what cost. */
final class Profiles {
    static final String VERIFIED =
            "An instance counts as solved if the run converged, the verdict is the kind of point that was"
                    + " looked for, and the value is the optimum or the best that any such run found, up to 1e-6.";

    /** From so many instances on profiles are worth a look. */
    private static final int FEWEST = 10;

    private final Lines lines;
    private final Map<String, Integer> instances = new LinkedHashMap<>();
    private final Costs costs;

    Profiles(List<Panel> panels, Lines lines) {
        this.lines = lines;
        Map<String, double[]> rows = new LinkedHashMap<>();
        for (Panel panel : panels) {
            for (Run run : panel.runs()) {
                instances.putIfAbsent(run.instance(), instances.size());
                double[] row = rows.computeIfAbsent(run.instance(), unused -> unsolved());
                row[lines.of(run)] = panel.isSolvedBy(run) ? run.row().number("n_f") : Double.NaN;
            }
        }
        costs = new Costs(lines.names().toArray(String[]::new), rows.values().toArray(double[][]::new));
    }

    private double[] unsolved() {
        double[] row = new double[lines.names().size()];
        Arrays.fill(row, Double.NaN);
        return row;
    }

    /** Whether there are enough instances, and lines to be compared. */
    boolean areShown() {
        return instances.size() >= FEWEST && lines.names().size() > 1;
    }

    /** The number of a run's instance. */
    int instance(Run run) {
        return instances.get(run.instance());
    }

    /** The evaluations of f that each line took, where its success is verified. */
    Costs costs() {
        return costs;
    }
}
