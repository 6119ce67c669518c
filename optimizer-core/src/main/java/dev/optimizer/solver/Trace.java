package dev.optimizer.solver;

import java.util.ArrayList;
import java.util.List;

/** An observer that writes every iterate down. It grows as the run goes on; its time is not the run's. */
public final class Trace implements Observer {
    /**
     * One recorded iterate; the counts are those up to it.
     *
     * @param x the coordinates, or null when they are not kept
     */
    public record Row(
            long iteration,
            long values,
            long gradients,
            long hessians,
            long products,
            double value,
            double gradientNorm,
            double stepNorm,
            double stepLength,
            double seconds,
            double[] x) {
        /** Trials up to it that were rejected: f was computed there, but no iterate came of it. */
        public long rejected() {
            return Evaluations.rejected(values, iteration);
        }

        /** The same row with another value. */
        public Row withValue(double other) {
            return new Row(
                    iteration,
                    values,
                    gradients,
                    hessians,
                    products,
                    other,
                    gradientNorm,
                    stepNorm,
                    stepLength,
                    seconds,
                    x);
        }
    }

    private final boolean keepPoints;
    private final long every;
    private final List<Row> rows = new ArrayList<>();
    private Row latest;

    /**
     * @param keepPoints whether the coordinates are written down too
     * @param every a row for every so many iterations, at least 1; the start and the last iterate always have one
     */
    public Trace(boolean keepPoints, long every) {
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1: " + every);
        }
        this.keepPoints = keepPoints;
        this.every = every;
    }

    @Override
    public void observe(Progress progress) {
        latest = row(progress);
        if (progress.iteration() % every == 0) {
            rows.add(latest);
        }
    }

    private Row row(Progress progress) {
        Point point = progress.point();
        Evaluations counts = progress.evaluations();
        return new Row(
                progress.iteration(),
                counts.values(),
                counts.gradients(),
                counts.hessians(),
                counts.products(),
                point.value(),
                point.gradientNorm(),
                progress.stepNorm(),
                progress.stepLength(),
                progress.seconds(),
                keepPoints ? point.x().toArray() : null);
    }

    /** The rows in order, the start first, the last iterate last. */
    public List<Row> rows() {
        List<Row> all = new ArrayList<>(rows);
        if (latest != null && (all.isEmpty() || all.get(all.size() - 1) != latest)) {
            all.add(latest);
        }
        return all;
    }
}
