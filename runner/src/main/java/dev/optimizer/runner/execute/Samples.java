package dev.optimizer.runner.execute;

import dev.optimizer.runner.config.Doubles;
import dev.optimizer.solver.Trace;
import java.util.List;

/** The few numbers of a trace that are kept when it is dropped: enough for a line of characters that shows how the run went. */
final class Samples {
    /** As many as a terminal has room for in a column. */
    static final int MOST = 10;

    private Samples() {}

    /** ‖∇f‖∞ in the first row, in the last, and in rows spread evenly between them; in all rows, if there are no more. */
    static List<Double> ofGradientNorms(List<Trace.Row> rows) {
        double[] samples = new double[Math.min(MOST, rows.size())];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = rows.get(row(i, samples.length - 1, rows.size() - 1)).gradientNorm();
        }
        return Doubles.of(samples);
    }

    /** The number of a sample's row; both are counted from 0, and the last sample is of the last row. */
    private static int row(int sample, int lastSample, int lastRow) {
        return lastSample == 0 ? 0 : (int) ((long) sample * lastRow / lastSample);
    }
}
