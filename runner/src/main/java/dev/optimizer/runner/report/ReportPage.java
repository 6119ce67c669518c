package dev.optimizer.runner.report;

import dev.optimizer.runner.baseline.Pairs;
import dev.optimizer.runner.output.Json;
import dev.optimizer.runner.output.UnreadableResultsException;
import dev.optimizer.runner.output.WholeFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code report.html}: one file with its style, its script and its data, which asks no network for anything; and the plots
 * as files of their own.
 */
public final class ReportPage {
    private static final List<String> SIDES = List.of("A", "B");

    /** Where a part of the page goes. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Z]+)}}");

    private ReportPage() {}

    /**
     * Makes the report of a folder of results.
     *
     * @param withPictures whether plots are also written as PNG; {@link Png#check} says whether they can be
     * @throws UnreadableResultsException if the folder's tables are none
     * @throws IOException if it cannot be read or written
     */
    public static void write(Path folder, boolean withPictures) throws IOException, UnreadableResultsException {
        ReportData data = new ReportData(List.of(new Results(folder, "", "")));
        // The large file after the small ones: where the disk is full, those are worth having.
        PlotFiles plots = new PlotFiles(folder.resolve("plots"));
        plots.write(data);
        write(folder.resolve("report.html"), data.tree());
        if (withPictures) {
            plots.writePictures();
        }
    }

    /**
     * Makes the report of two results, A and B: their runs in the same figures, and what is different.
     *
     * @param folders of A and of B
     * @param experiments their pairs of runs by experiment, each with a folder of its own in A or B or both; by no name if the
     *     two are the folders of one experiment
     * @param file the page
     * @throws UnreadableResultsException if a table is none
     * @throws IOException if a file cannot be read or written
     */
    public static void writeComparison(List<Path> folders, Map<String, Pairs> experiments, Path file)
            throws IOException, UnreadableResultsException {
        List<Results> all = new ArrayList<>();
        for (String experiment : experiments.keySet()) {
            for (int side = 0; side < SIDES.size(); side++) {
                Path folder = folders.get(side).resolve(experiment);
                if (Files.isRegularFile(folder.resolve("runs.csv"))) {
                    all.add(new Results(folder, SIDES.get(side), experiment));
                }
            }
        }
        Map<String, Object> tree = new ReportData(all).tree();
        tree.put("name", "A: " + folders.get(0) + ", B: " + folders.get(1));
        tree.put("comparison", Comparison.of(experiments));
        write(file, tree);
    }

    private static void write(Path file, Map<String, Object> tree) throws IOException {
        String template = PageParts.text("report.html");
        WholeFile.write(file, out -> {
            Matcher place = PLACE.matcher(template);
            int end = 0;
            while (place.find()) {
                out.append(template, end, place.start());
                writePart(place.group(1), tree, out);
                end = place.end();
            }
            out.append(template, end, template.length());
        });
    }

    private static void writePart(String name, Map<String, Object> tree, Writer out) throws IOException {
        switch (name) {
            case "TITLE" -> out.write(escaped((String) tree.get("name")));
            case "STYLE" -> out.write(PageParts.text("report.css"));
            case "FIGURES" -> out.write(PageParts.text("figures.js"));
            case "SCRIPT" -> out.write(PageParts.text("report.js"));
            default -> {
                // Written as it is made: the data of some thousand runs are megabytes.
                try (Json json = Json.inScript(out)) {
                    json.tree(tree);
                }
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
