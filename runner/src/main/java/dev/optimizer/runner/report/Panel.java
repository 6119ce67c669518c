package dev.optimizer.runner.report;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The runs that are shown together: of one problem from one start, or from all the random starts that one declaration
 * stands for.
 */
final class Panel {
    /** How far a value may be from the best and still be the same, relative to max(1, |best|). */
    private static final double SAME_VALUE = 1e-6;

    private final String title;
    private final List<Run> runs;
    private final double best;
    private final double bestSuccess;

    /**
     * @param title the problem and the start
     * @param runs at least one
     */
    Panel(String title, List<Run> runs) {
        this.title = title;
        this.runs = List.copyOf(runs);
        Run first = runs.get(0);
        this.best = hasOptimum() ? first.problem().loss(first.problem().optimum()) : bestSeen();
        this.bestSuccess = hasOptimum() ? best : bestOfCandidates();
    }

    String title() {
        return title;
    }

    List<Run> runs() {
        return runs;
    }

    /** Whether the best value is known from the config, not only from what the runs found. */
    boolean hasOptimum() {
        return !Double.isNaN(runs.get(0).problem().optimum());
    }

    /** The optimum, or else the least loss that any run has seen; NaN if there is none. */
    double best() {
        return best;
    }

    /** What the function looks like around these runs; nothing if they are not all of one function. */
    Columns landscape() {
        return runs.get(0).results().landscape(runs.get(0).id());
    }

    private double bestSeen() {
        return runs.stream()
                .flatMapToDouble(
                        run -> DoubleStream.of(run.trace().column("value")).map(run.problem()::loss))
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
    }

    private double bestOfCandidates() {
        return runs.stream()
                .filter(Run::isCandidate)
                .mapToDouble(Run::finalLoss)
                .min()
                .orElse(Double.NaN);
    }

    /** What stands on the axis of gaps. */
    String gapLabel() {
        return hasOptimum() ? "gap f − f*" : "f − best seen";
    }

    /** f less the best, by rows of the trace. */
    double[] gaps(Run run) {
        return DoubleStream.of(run.trace().column("value"))
                .map(value -> run.problem().loss(value) - best)
                .toArray();
    }

    /** Whether a run's success is verified: it found what was looked for, and nothing better is known. */
    boolean isSolvedBy(Run run) {
        double excess = run.finalLoss() - bestSuccess;
        return run.isCandidate() && excess <= SAME_VALUE * Math.max(1, Math.abs(bestSuccess));
    }

    /** The evaluations of f after which a run was within τ·(f(x₀) − best) of the best; NaN if it never was. */
    double reached(Run run, double tau) {
        double[] gaps = gaps(run);
        double[] evaluations = run.trace().column("n_f");
        for (int i = 0; i < evaluations.length && Double.isFinite(gaps[0]); i++) {
            if (gaps[i] <= tau * gaps[0]) {
                return evaluations[i];
            }
        }
        return Double.NaN;
    }
}
