package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Costs;
import dev.optimizer.runner.figure.LineFigure;
import dev.optimizer.runner.figure.Series;
import dev.optimizer.runner.output.WholeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code plots/*.svg}: the figures as the report shows them first, each a file with its own style. */
final class PlotFiles {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 280;

    /** What the style sheet of the report says of figures stands between these two. */
    private static final Pattern FIGURE_STYLE = Pattern.compile("(?s)/\\*FIGURE\\*/(.*)/\\*END\\*/");

    /** More plots nobody looks at one by one; the report draws those that come into view. */
    private static final int MOST = 200;

    private final Path folder;

    PlotFiles(Path folder) {
        this.folder = folder;
    }

    void write(ReportData data) throws IOException {
        removeOld();
        Map<String, String> figures = new LinkedHashMap<>();
        data.panels().stream()
                .limit(MOST)
                .forEach(panel -> figures.put("convergence-" + fileName(panel.title()), convergence(data, panel)));
        if (data.profiles().areShown()) {
            figures.put("performance-profile", profile(data));
        }
        String style = style();
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            String svg = figure.getValue().replaceFirst(">", "><style>" + style.replace("$", "\\$") + "</style>");
            WholeFile.write(folder.resolve(figure.getKey() + ".svg"), out -> out.write(svg + "\n"));
        }
    }

    /** A plot that an earlier batch has left would show what is no longer there. */
    private void removeOld() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.svg")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static String convergence(ReportData data, Panel panel) {
        List<Series> series = new ArrayList<>();
        for (Run run : panel.runs()) {
            int slot = data.lines().slot(run);
            double[] gaps = panel.gaps(run);
            int[] kept = Thinning.rows(gaps, data.rows());
            double[] across = Columns.only(run.trace().column("iteration"), kept);
            series.add(Series.line(run.label(), slot, across, Columns.only(gaps, kept), run.mark()));
        }
        return new LineFigure(WIDTH, HEIGHT, panel.title(), "iteration", false, panel.gapLabel(), true, false, series)
                .svg();
    }

    private static String profile(ReportData data) {
        Costs costs = data.profiles().costs();
        List<Series> series = new ArrayList<>();
        for (int solver = 0; solver < costs.solvers().length; solver++) {
            series.add(costs.profile(solver, solver));
        }
        return new LineFigure(
                        WIDTH,
                        HEIGHT,
                        "Performance profile: " + costs.sentence("evaluations"),
                        "evaluations over the fewest of any solver",
                        true,
                        "share of instances solved",
                        false,
                        true,
                        series)
                .svg();
    }

    /** Colours are variables, which a file of its own has to bring along: those for a light ground. */
    private static String style() throws IOException {
        String sheet = ReportPage.resource("report.css");
        Matcher figure = FIGURE_STYLE.matcher(sheet);
        String rules = figure.find() ? figure.group(1) : "";
        String variables = sheet.substring(sheet.indexOf(":root {"), sheet.indexOf('}') + 1);
        return (variables + rules).replace("\n", " ").replaceAll(" +", " ").strip();
    }

    private static String fileName(String title) {
        String plain = title.replace(", ", "-").replaceAll("[^A-Za-z0-9._=-]+", "-");
        return plain.substring(0, Math.min(plain.length(), 120));
    }
}
