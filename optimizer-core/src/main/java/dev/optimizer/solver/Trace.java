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
            double[] x) {}

    private final boolean keepPoints;
    private final List<Row> rows = new ArrayList<>();

    /** @param keepPoints whether the coordinates are written down too */
    public Trace(boolean keepPoints) {
        this.keepPoints = keepPoints;
    }

    @Override
    public void observe(Progress progress) {
        Point point = progress.point();
        Evaluations counts = progress.evaluations();
        rows.add(new Row(
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
                keepPoints ? point.x().toArray() : null));
    }

    /** The rows in order, the start first. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }
}
