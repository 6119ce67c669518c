package dev.optimizer.runner.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The style of figures that are files of their own: what the report's sheet says of figures, with the colours for a light
 * ground in place of variables, which few programs besides browsers know.
 */
final class PlotStyle {
    /** What the sheet says of figures stands between these two. */
    private static final Pattern FIGURES = Pattern.compile("(?s)/\\*FIGURE\\*/(.*)/\\*END\\*/");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

    /** The first block of the sheet has them for a light ground. */
    private static final Pattern LIGHT = Pattern.compile(":root \\{([^}]*)\\}");

    private static final Pattern VARIABLE = Pattern.compile("--(\\w+):\\s*([^;]+);");

    private static final Pattern USE = Pattern.compile("var\\(--(\\w+)\\)");

    private static final Pattern VIEW_BOX = Pattern.compile(" viewBox=\"[^\"]*\"");

    private final String rules;
    private final String ground;

    private PlotStyle(String rules, String ground) {
        this.rules = rules;
        this.ground = ground;
    }

    /** @throws IOException if the program lacks its style sheet */
    static PlotStyle read() throws IOException {
        return of(PageParts.text("report.css"));
    }

    static PlotStyle of(String sheet) {
        Map<String, String> colors = new HashMap<>();
        Matcher light = LIGHT.matcher(sheet);
        Matcher variable = VARIABLE.matcher(light.find() ? light.group(1) : "");
        while (variable.find()) {
            colors.put(variable.group(1), variable.group(2));
        }
        Matcher figures = FIGURES.matcher(sheet);
        String rules = COMMENT.matcher(figures.find() ? figures.group(1) : "").replaceAll("");
        String resolved = USE.matcher(rules).replaceAll(use -> color(colors, use.group(1)));
        return new PlotStyle(resolved.replaceAll("\\s+", " ").strip(), color(colors, "ground"));
    }

    private static String color(Map<String, String> colors, String name) {
        String color = colors.get(name);
        if (color == null) {
            throw new IllegalStateException("the style sheet gives no value to --" + name + " on a light ground");
        }
        return color;
    }

    /** The text of a file: the plot with its style, its size, and a ground, without which it could not be read on a dark page. */
    String applyTo(Plot plot) {
        String svg = plot.figure();
        int head = svg.indexOf("</title>") + "</title>".length();
        String size = " width=\"" + Plot.WIDTH + "\" height=\"" + plot.height() + "\"";
        String box = size + " viewBox=\"0 0 " + Plot.WIDTH + " " + plot.height() + "\"";
        return VIEW_BOX.matcher(svg.substring(0, head)).replaceFirst(box)
                + "<style>" + rules + "</style><rect" + size + " fill=\"" + ground + "\"/>"
                + svg.substring(head).replaceFirst("</svg>$", "")
                + plot.legend().svg(plot.figureHeight()) + "</svg>\n";
    }
}
