package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.LineFigure;
import dev.optimizer.runner.figure.Series;
import dev.optimizer.runner.figure.Spread;
import java.util.List;

/** The gap against iterations, as the report shows it first; several runs of one solver are their median and range. */
final class ConvergencePlot {
    private static final int HEIGHT = 280;

    private ConvergencePlot() {}

    static Plot of(ReportData data, Panel panel) {
        List<Series> lines =
                panel.runs().stream().map(run -> line(data, panel, run)).toList();
        List<Series> series = Spread.together(lines);
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
}
