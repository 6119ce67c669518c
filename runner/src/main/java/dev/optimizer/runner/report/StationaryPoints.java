package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Critical;
import dev.optimizer.runner.output.Numbers;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The stationary points that the runs of a panel have come to. */
final class StationaryPoints {
    /** Points are one that are nearer than this part of how far all of them, and the starts, are apart. */
    private static final double NEAR = 1e-3;

    private StationaryPoints() {}

    /** Each once, in the order of the runs. */
    static List<Critical> of(Panel panel) {
        double extent = extent(panel);
        List<Critical> found = new ArrayList<>();
        for (Run run : converged(panel)) {
            List<Double> at = run.finalPoint();
            double up = at.size() > 1 ? at.get(1) : 0;
            String kind = run.row().text("point");
            boolean known = found.stream()
                    .anyMatch(other -> other.kind().equals(kind)
                            && Math.abs(other.x() - at.get(0)) <= NEAR * extent
                            && Math.abs(other.y() - up) <= NEAR * extent);
            if (!known) {
                String place = at.stream().map(Numbers::rounded).collect(Collectors.joining(", ", "(", ")"));
                String value = Numbers.rounded(run.row().number("value"));
                found.add(new Critical(at.get(0), up, kind, kind + " at " + place + ", f = " + value));
            }
        }
        return found;
    }

    private static List<Run> converged(Panel panel) {
        return panel.runs().stream()
                .filter(run -> run.row().text("status").equals("converged")
                        && !run.finalPoint().isEmpty())
                .toList();
    }

    /** The larger of the extents of both variables. */
    private static double extent(Panel panel) {
        double extent = 0;
        List<Run> runs = converged(panel);
        for (int entry = 0; !runs.isEmpty() && entry < runs.get(0).finalPoint().size(); entry++) {
            int k = entry;
            DoubleSummaryStatistics places = runs.stream()
                    .flatMapToDouble(run -> {
                        boolean recorded =
                                run.points().size() > k && run.points().get(k).length > 0;
                        double end = run.finalPoint().get(k);
                        return recorded ? DoubleStream.of(run.points().get(k)[0], end) : DoubleStream.of(end);
                    })
                    .summaryStatistics();
            extent = Math.max(extent, places.getMax() - places.getMin());
        }
        return extent;
    }
}
