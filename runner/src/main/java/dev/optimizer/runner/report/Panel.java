package dev.optimizer.runner.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
    private final double bestSeen;
    private final Map<String, Double> bestSeenFrom = new HashMap<>();
    private final Map<String, Double> bestSuccessFrom = new HashMap<>();

    /**
     * @param title the problem and the start
     * @param runs at least one
     */
    Panel(String title, List<Run> runs) {
        this.title = title;
        this.runs = List.copyOf(runs);
        for (Run run : runs) {
            bestSeen(run).ifPresent(seen -> bestSeenFrom.merge(run.instance(), seen, Math::min));
            if (run.isCandidate()) {
                bestSuccessFrom.merge(run.instance(), run.finalLoss(), Math::min);
            }
        }
        this.bestSeen = bestSeenFrom.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
    }

    /** Not every iterate is recorded, but the point given back is. */
    private static OptionalDouble bestSeen(Run run) {
        return DoubleStream.concat(
                        DoubleStream.of(run.trace().column("value")).map(run.problem()::loss),
                        DoubleStream.of(run.finalLoss()))
                .filter(Double::isFinite)
                .min();
    }

    String title() {
        return title;
    }

    List<Run> runs() {
        return runs;
    }

    /** The optimum of a run's problem, or else the least loss that any run has seen; NaN if there is none. */
    double best(Run run) {
        return run.problem().hasOptimum() ? run.problem().loss(run.problem().optimum()) : bestSeen;
    }

    /** What the function looks like around these runs; nothing if it has more than two variables. */
    Columns landscape() {
        return runs.stream()
                .map(run -> run.results().landscape(run.id()))
                .filter(columns -> columns.rows() > 0)
                .findFirst()
                .orElse(Columns.NONE);
    }

    /** What stands on the axis of gaps. */
    String gapLabel() {
        if (runs.stream().allMatch(run -> run.problem().hasOptimum())) {
            return "gap f − f*";
        }
        return runs.stream().anyMatch(run -> run.problem().hasOptimum()) ? "f − f*, or f − best seen" : "f − best seen";
    }

    /** f less the best, by rows of the trace. */
    double[] gaps(Run run) {
        double best = best(run);
        return DoubleStream.of(run.trace().column("value"))
                .map(value -> run.problem().loss(value) - best)
                .toArray();
    }

    /** Whether a run's success is verified: it found what was looked for, and nothing better is known from its start. */
    boolean isSolvedBy(Run run) {
        double best = run.problem().hasOptimum() ? best(run) : bestSuccessFrom.getOrDefault(run.instance(), Double.NaN);
        return run.isCandidate() && run.finalLoss() - best <= SAME_VALUE * Math.max(1, Math.abs(best));
    }

    /** The evaluations of f after which a run was within τ·(f(x₀) − best) of the best from its start; NaN if it never was. */
    double reached(Run run, double tau) {
        double best = run.problem().hasOptimum() ? best(run) : bestSeenFrom.getOrDefault(run.instance(), Double.NaN);
        double[] values = run.trace().column("value");
        double[] evaluations = run.trace().column("n_f");
        for (int i = 0; i < evaluations.length; i++) {
            double gained = tau * (run.problem().loss(values[0]) - best);
            if (Double.isFinite(gained) && run.problem().loss(values[i]) - best <= gained) {
                return evaluations[i];
            }
        }
        return Double.NaN;
    }
}
