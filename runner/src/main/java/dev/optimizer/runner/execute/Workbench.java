package dev.optimizer.runner.execute;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.TwiceDifferentiable;
import dev.optimizer.runner.catalogue.Objectives;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.plan.Start;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.StoppingCriterion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the runs of one problem have in common, kept from one to the next: the compiled objective, a minimizer with its
 * memory for each solver, the array of the start. One thread's own.
 */
final class Workbench {
    /** So many minimizers at most, and fewer if their dense matrices, should they have one each, took more than 8 MB. */
    private static final int MOST_MINIMIZERS = 1_000;

    private static final double MOST_MATRIX_ENTRIES = 1 << 20;

    private final ProblemConfig problem;
    private final StoppingCriterion interruption;
    private final Recorder recorder = new Recorder();
    private final TwiceDifferentiable minimised;
    private final Vector start;
    private final Map<Choice, Minimizer> minimizers;
    private TwiceDifferentiable written;

    /** @param interruption ends a run when it says so */
    Workbench(ProblemConfig problem, StoppingCriterion interruption) {
        this.problem = problem;
        this.interruption = interruption;
        this.minimised = Objectives.minimised(problem);
        this.start = Vector.zeros(minimised.dimension());
        this.minimizers = leastRecentlyUsed(mostMinimizers(minimised.dimension()));
    }

    static int mostMinimizers(long dimension) {
        return (int) Math.max(1, Math.min(MOST_MINIMIZERS, MOST_MATRIX_ENTRIES / dimension / dimension));
    }

    private static <K, V> Map<K, V> leastRecentlyUsed(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    boolean isFor(ProblemConfig other) {
        return problem == other;
    }

    Recorder recorder() {
        return recorder;
    }

    /** The minimizer of a solver, which shows its iterates to the {@link #recorder}. */
    Minimizer minimizer(Choice method) {
        return minimizers.computeIfAbsent(method, this::newMinimizer);
    }

    private Minimizer newMinimizer(Choice method) {
        return new Minimizer(Solvers.create(method)).stopAlso(interruption).observe(recorder);
    }

    /** What a solver minimises. */
    TwiceDifferentiable minimised() {
        return minimised;
    }

    /** The objective as it was written. */
    TwiceDifferentiable written() {
        if (!problem.maximise()) {
            return minimised;
        }
        written = Optional.ofNullable(written).orElseGet(() -> Objectives.of(problem));
        return written;
    }

    /** A start in an array that the next call overwrites. */
    Vector at(Start from) {
        start.put(0, from.toArray(), start.length());
        return start;
    }
}
