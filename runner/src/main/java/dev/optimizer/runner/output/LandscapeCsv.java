package dev.optimizer.runner.output;

import dev.optimizer.runner.execute.Landscapes;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** {@code landscapes/<problem>.<start>.csv} and {@code landscapes/models.csv}: no field holds a comma. */
final class LandscapeCsv {
    private LandscapeCsv() {}

    static void write(Landscapes.Grid grid, Writer out) throws IOException {
        out.write(String.join(",", grid.header()) + "\n");
        for (double[] row : grid.rows()) {
            out.write(numbers(row) + "\n");
        }
    }

    static void write(List<Landscapes.Model> models, Writer out) throws IOException {
        out.write("run_id,landscape,f,g_1,g_2,h_1_1,h_1_2,h_2_2\n");
        for (Landscapes.Model model : models) {
            out.write(model.runId() + "," + model.landscape() + "," + numbers(model.numbers()) + "\n");
        }
    }

    private static String numbers(double[] row) {
        return DoubleStream.of(row).mapToObj(Numbers::orEmpty).collect(Collectors.joining(","));
    }
}
