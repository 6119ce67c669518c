package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.LineFigure;
import dev.optimizer.runner.figure.Series;
import dev.optimizer.runner.figure.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The gap against iterations, as the report shows it first; several runs of one solver are their median and range. */
final class ConvergencePlot {
    private static final int HEIGHT = 280;

    /** More ranges, one over the other, would hide the lines. */
    private static final int MOST_BANDS = 8;

    private ConvergencePlot() {}

    static Plot of(ReportData data, Panel panel) {
        Map<String, List<Series>> lines = new LinkedHashMap<>();
        for (Run run : panel.runs()) {
            lines.computeIfAbsent(run.label(), label -> new ArrayList<>()).add(line(data, panel, run));
        }
        List<Series> series = new ArrayList<>();
        lines.forEach((label, some) -> series.add(some.size() == 1 ? some.get(0) : spread(label, some)));
        if (series.size() > MOST_BANDS) {
            series.replaceAll(one -> Series.line(one.name(), one.slot(), one.x(), one.y(), one.mark()));
        }
        String title = panel.gapLabel() + " against iterations, " + panel.title();
        return Plot.of(
                HEIGHT,
                series,
                height -> new LineFigure(
                                Plot.WIDTH, height, title, "iteration", false, panel.gapLabel(), true, false, series)
                        .svg());
    }

    private static Series line(ReportData data, Panel panel, Run run) {
        double[] gaps = panel.gaps(run);
        int[] kept = Thinning.rows(gaps, data.rows());
        double[] across = Columns.only(run.trace().column("iteration"), kept);
        return Series.line(run.label(), data.lines().slot(run), across, Columns.only(gaps, kept), run.mark());
    }

    private static Series spread(String label, List<Series> lines) {
        return Spread.of(label + ", " + lines.size() + " runs", lines.get(0).slot(), lines);
    }
}
