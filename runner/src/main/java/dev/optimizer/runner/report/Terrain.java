package dev.optimizer.runner.report;

import dev.optimizer.runner.figure.Landscape;
import java.util.List;

/**
 * What the function of a panel looks like, as a file of {@code landscapes} tells: a curve, the coordinate and the value in
 * two columns; or a grid, the coordinate up and the values across, under the coordinates of which they are.
 *
 * @param entries the names of the variable's entries; empty if they were not recorded
 * @param table of no columns if the function has more than two variables
 */
record Terrain(List<String> entries, Columns table) {
    static final Terrain NONE = new Terrain(List.of(), Columns.NONE);

    static Terrain of(Panel panel) {
        List<String> entries = panel.runs().stream()
                .map(Run::entries)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Terrain(entries, panel.landscape());
    }

    boolean isEmpty() {
        return table.rows() < 2;
    }

    boolean isCurve() {
        return table.values().size() == 2;
    }

    /** What stands on the axes. */
    List<String> variables() {
        return entries.size() < 2 && !isCurve() || entries.isEmpty() ? List.of("x", "y") : entries;
    }

    /** Of a curve, where it is known. */
    double[] across() {
        return table.column(names().get(0));
    }

    /** Of a curve, the values there. */
    double[] up() {
        return table.column(names().get(1));
    }

    /** The grid. */
    Landscape landscape() {
        List<String> names = names();
        double[] up = table.column(names.get(0));
        int columns = names.size() - 1;
        double[] values = new double[columns * up.length];
        for (int i = 0; i < columns; i++) {
            double[] column = table.column(names.get(i + 1));
            for (int row = 0; row < up.length; row++) {
                values[row * columns + i] = column[row];
            }
        }
        double[] x = {Double.parseDouble(names.get(1)), Double.parseDouble(names.get(columns))};
        return new Landscape(columns, up.length, x, new double[] {up[0], up[up.length - 1]}, values);
    }

    private List<String> names() {
        return List.copyOf(table.values().keySet());
    }
}
