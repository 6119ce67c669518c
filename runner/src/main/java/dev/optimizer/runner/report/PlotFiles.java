package dev.optimizer.runner.report;

import dev.optimizer.runner.output.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code plots/*.svg}: the figures as the report shows them first, each a file with its own style; and as pictures. */
final class PlotFiles {
    /** More plots nobody looks at one by one; the report draws those that come into view. */
    private static final int MOST = 200;

    private static final int LONGEST_NAME = 120;

    private static final String SVG = ".svg";

    private final Path folder;
    private final PlotStyle style;

    /** Those written, in their order, by names in small letters: a folder may not tell those from capitals. */
    private final Map<String, Path> files = new LinkedHashMap<>();

    PlotFiles(Path folder) throws IOException {
        this.folder = folder;
        this.style = PlotStyle.read();
    }

    /** Writes the figures; whatever plots were there before go. */
    void write(ReportData data) throws IOException {
        removeOld();
        if (data.profiles().areShown()) {
            write("performance-profile", ProfilePlots.performance(data));
            write("data-profile", ProfilePlots.data(data));
        }
        for (Panel panel : data.panels()) {
            if (files.size() < MOST) {
                write("convergence-" + panel.title(), ConvergencePlot.of(data, panel));
            }
        }
        try {
            writeLandscapes(data);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeLandscapes(ReportData data) throws IOException {
        for (Panel panel : data.panels()) {
            Terrain terrain = files.size() < MOST ? Terrain.of(panel) : Terrain.NONE;
            if (!terrain.isEmpty()) {
                write("landscape-" + panel.title(), LandscapePlot.of(data, panel, terrain));
            }
        }
    }

    /** Writes the figures that were written once more, as pictures beside them. */
    void writePictures() throws IOException {
        for (Path svg : files.values()) {
            String name = svg.getFileName().toString();
            Path picture = svg.resolveSibling(name.substring(0, name.length() - SVG.length()) + ".png");
            WholeFile.write(picture, Png.of(Files.readString(svg)));
        }
    }

    private void write(String title, Plot plot) throws IOException {
        Path file = file(title);
        WholeFile.write(file, out -> out.write(style.applyTo(plot)));
    }

    /** A file that no other plot has. */
    private Path file(String title) {
        String plain = title.replace(", ", "-").replaceAll("[^A-Za-z0-9._=-]+", "-");
        String first = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        String name = first;
        for (int k = 2; files.containsKey(name.toLowerCase(Locale.ROOT)); k++) {
            name = first + "-" + k;
        }
        Path file = folder.resolve(name + SVG);
        files.put(name.toLowerCase(Locale.ROOT), file);
        return file;
    }

    /** A plot that an earlier batch has left would show what is no longer there. */
    private void removeOld() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{svg,png}")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }
}
