package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Critical;
import dev.optimizer.runner.output.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The stationary points that the runs of a panel have come to. */
final class StationaryPoints {
    /** Points that agree to so many parts of 1 are one. */
    private static final double PARTS = 1e4;

    private StationaryPoints() {}

    /** Each once, in the order of the runs. */
    static List<Critical> of(Panel panel) {
        Map<String, Critical> found = new LinkedHashMap<>();
        for (Run run : panel.runs()) {
            List<Double> at = run.finalPoint();
            if (run.row().text("status").equals("converged") && !at.isEmpty()) {
                String kind = run.row().text("point");
                String place = at.stream().map(Numbers::rounded).collect(Collectors.joining(", ", "(", ")"));
                String description = kind + " at " + place + ", f = "
                        + Numbers.rounded(run.row().number("value"));
                double up = at.size() > 1 ? at.get(1) : 0;
                found.putIfAbsent(
                        kind
                                + at.stream()
                                        .map(entry -> Math.round(entry * PARTS))
                                        .toList(),
                        new Critical(at.get(0), up, kind, description));
            }
        }
        return List.copyOf(found.values());
    }
}
