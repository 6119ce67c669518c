package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Critical;
import dev.optimizer.runner.figure.LandscapeFigure;
import dev.optimizer.runner.figure.LineFigure;
import dev.optimizer.runner.figure.Series;
import java.util.ArrayList;
import java.util.List;

/** A function of one or two variables, as a curve or by its contours, with the paths of the solvers. */
final class LandscapePlot {
    private static final int HEIGHT = 360;

    /** Of the colours, the grey. */
    private static final int CURVE = 7;

    private LandscapePlot() {}

    /** @param terrain not an empty one */
    static Plot of(ReportData data, Panel panel, Terrain terrain) {
        return terrain.isCurve() ? curve(data, panel, terrain) : contours(data, panel, terrain);
    }

    private static Plot contours(ReportData data, Panel panel, Terrain terrain) {
        String title = "Contours of f with the paths of the solvers, " + panel.title();
        List<String> axes = terrain.variables();
        List<Series> paths = paths(data, panel, false);
        List<Critical> points = StationaryPoints.of(panel);
        return Plot.of(
                HEIGHT,
                paths,
                height -> new LandscapeFigure(
                                Plot.WIDTH,
                                height,
                                title,
                                axes.get(0),
                                axes.get(1),
                                terrain.landscape(),
                                null,
                                paths,
                                points)
                        .svg());
    }

    private static Plot curve(ReportData data, Panel panel, Terrain terrain) {
        String title = "f with the paths of the solvers, " + panel.title();
        String across = terrain.variables().get(0);
        List<Series> series = new ArrayList<>();
        series.add(Series.line("f", CURVE, terrain.across(), terrain.up(), null));
        series.addAll(paths(data, panel, true));
        return Plot.of(
                HEIGHT,
                series,
                height -> new LineFigure(Plot.WIDTH, height, title, across, false, "f", false, false, series).svg());
    }

    /** @param onCurve whether f is what stands up, not the second variable */
    private static List<Series> paths(ReportData data, Panel panel, boolean onCurve) {
        List<Series> paths = new ArrayList<>();
        for (Run run : panel.runs()) {
            int[] kept = Thinning.rows(panel.gaps(run), data.rows());
            List<double[]> point = run.points();
            if (!point.isEmpty()) {
                double[] up = onCurve ? run.trace().column("value") : point.get(1);
                paths.add(Series.line(
                        run.label(),
                        data.lines().slot(run),
                        Columns.only(point.get(0), kept),
                        Columns.only(up, kept),
                        run.mark()));
            }
        }
        return paths;
    }
}
