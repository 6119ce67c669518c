package dev.optimizer.runner.cli;

import dev.optimizer.linalg.Vector;
import dev.optimizer.objective.Objective;
import dev.optimizer.runner.catalogue.Objectives;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.Optimum;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.output.Numbers;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether the known answer to a problem is one: every gap rests on its value. It has to evaluate the formula, so it
 * is no part of reading a config, and it only warns, for the runs are none the worse for it.
 */
final class OptimumCheck {
    /** Answers are copied from papers, with four or five digits. Relative above 1. */
    private static final double TOLERANCE = 1e-4;

    private OptimumCheck() {}

    /** Warns of every optimum of an experiment whose value is not that of its point. */
    static void warn(Experiment experiment, Console console) {
        // Variants of a problem are likely to share the mistake.
        Set<String> warnings = new LinkedHashSet<>();
        for (ProblemConfig problem : experiment.problems()) {
            problem.optimum()
                    .flatMap(optimum -> warning(experiment, problem, optimum))
                    .ifPresent(warnings::add);
        }
        warnings.forEach(console::error);
    }

    private static Optional<String> warning(Experiment experiment, ProblemConfig problem, Optimum optimum) {
        double value = valueThere(problem, optimum);
        double difference = Math.abs(value - optimum.value());
        if (!(difference > TOLERANCE * Math.max(1, Math.abs(optimum.value())))) {
            return Optional.empty();
        }
        String message = "warning: the optimum's value is " + Numbers.shortest(optimum.value())
                + ", but f at its point is " + Numbers.rounded(value) + "; gaps are measured from the value";
        return Optional.of(new SourceQuote(experiment).render(optimum.position(), message));
    }

    /** NaN where it is not known. */
    private static double valueThere(ProblemConfig problem, Optimum optimum) {
        if (optimum.at().isEmpty()) {
            return Double.NaN;
        }
        try {
            Objective objective = Objectives.of(problem);
            double[] at = optimum.at().stream().mapToDouble(Double::doubleValue).toArray();
            return objective.value(Vector.of(at).array());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // The runs will say so.
            return Double.NaN;
        }
    }
}
