package dev.optimizer.runner.report;

import dev.optimizer.runner.output.UnreadableResultsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder of results written by hand. */
final class ResultsFiles {
    private static final String TRACE_HEADER =
            "iteration,n_f,n_g,n_h,n_hv,value,gap,gradient_norm,step_norm,step_length,seconds,x\n";

    private final Path folder;
    private final List<String> rows = new ArrayList<>();
    private final String parameters;

    /** @param parameters the columns of swept parameters, each with a comma behind it */
    ResultsFiles(Path folder, String parameters) {
        this.folder = folder;
        this.parameters = parameters;
    }

    ResultsFiles(Path folder) {
        this(folder, "");
    }

    /**
     * A run of problem, start and solver that converged to a minimum after the given values; its trace has them one evaluation
     * and iteration apart, at x = 0, 1, …; the final point is 0.25.
     *
     * @param names {@code problem,start,solver} and the swept parameters
     */
    ResultsFiles run(String id, String names, double... values) throws IOException {
        return run(id, names, "converged,gradient_norm", "minimum", values);
    }

    ResultsFiles run(String id, String names, String status, String point, double... values) throws IOException {
        int last = values.length - 1;
        rows.add(id + "," + names + ",1," + status + "," + last + "," + values.length + "," + values[last] + "," + point
                + ",0.5,0.25");
        StringBuilder trace = new StringBuilder(TRACE_HEADER);
        for (int i = 0; i < values.length; i++) {
            trace.append(i + "," + (i + 1) + ",1,0,0," + values[i] + ",,1,1,1,0.1," + i + "\n");
        }
        return file("traces/" + id + ".csv", trace.toString());
    }

    /** A run without a trace, as it stands in the table but for the final point. */
    ResultsFiles row(String cells) {
        rows.add(cells + ",");
        return this;
    }

    ResultsFiles file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Writes the table. */
    Path write() throws IOException {
        file(
                "runs.csv",
                "run_id,problem,start,solver," + parameters
                        + "repeat,status,stop_reason,iterations,n_f,value,point,seconds,x\n" + String.join("\n", rows)
                        + "\n");
        return folder;
    }

    /** What the report makes of it. */
    ReportData data() throws IOException, UnreadableResultsException {
        return new ReportData(List.of(new Results(write(), "", "")));
    }
}
