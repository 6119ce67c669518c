package dev.optimizer.runner.report;

import dev.optimizer.runner.output.Json;
import dev.optimizer.runner.output.UnreadableResultsException;
import dev.optimizer.runner.output.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code report.html}: one file with its style, its script and its data, which asks no network for anything; and the plots
 * as files of their own.
 */
public final class ReportPage {
    private ReportPage() {}

    /**
     * Makes the report of a folder of results.
     *
     * @throws UnreadableResultsException if the folder's tables are none
     * @throws IOException if it cannot be read or written
     */
    public static void write(Path folder) throws IOException, UnreadableResultsException {
        ResultsReader results = new ResultsReader(folder);
        ReportData data = new ReportData(results);
        // The large file last: where the disk is full, the small ones are worth having.
        new PlotFiles(folder.resolve("plots")).write(data);
        String page = page(data);
        WholeFile.write(folder.resolve("report.html"), out -> out.write(page));
    }

    private static String page(ReportData data) throws IOException {
        Map<String, Object> tree = data.tree();
        String page = resource("report.html");
        page = page.replace("{{TITLE}}", escaped((String) tree.get("name")));
        page = page.replace("{{STYLE}}", resource("report.css"));
        page = page.replace("{{FIGURES}}", resource("figures.js"));
        page = page.replace("{{SCRIPT}}", resource("report.js"));
        return page.replace("{{DATA}}", json(tree));
    }

    /** Within a script no text may hold an end tag; JSON can say its bracket in another way. */
    private static String json(Map<String, Object> tree) throws IOException {
        StringWriter text = new StringWriter();
        try (Json json = Json.dense(text)) {
            json.tree(tree);
        }
        return text.toString().strip().replace("<", "\\u003c");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String resource(String name) throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
