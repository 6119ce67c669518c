package dev.optimizer.solver;

import java.util.Optional;

/**
 * The usual criteria with their thresholds, named as in a config. A threshold of 0 switches value_change and step_norm
 * off; an ending at exactly no change is always recognised (see {@link Minimizer}).
 *
 * @param gradientNorm converged when ‖∇f‖∞ is at most this
 * @param valueChange stalled when |f(x_k) − f(x_{k−1})| is at most this
 * @param stepNorm stalled when ‖x_k − x_{k−1}‖∞ is at most this
 * @param iterations most steps
 * @param evaluations most points at which f is computed, checked between steps
 * @param seconds most time, checked between steps
 */
public record StoppingRules(
        double gradientNorm, double valueChange, double stepNorm, long iterations, long evaluations, double seconds)
        implements StoppingCriterion {
    /** The defaults: 1e-8, off, off, 1000 iterations, 100,000 evaluations, 60 seconds. */
    public static StoppingRules defaults() {
        return new StoppingRules(1e-8, 0, 0, 1000, 100_000, 60);
    }

    public StoppingRules {
        requireNotNegative("gradientNorm", gradientNorm);
        requireNotNegative("valueChange", valueChange);
        requireNotNegative("stepNorm", stepNorm);
        requireNotNegative("iterations", iterations);
        requireNotNegative("evaluations", evaluations);
        requireNotNegative("seconds", seconds);
    }

    public StoppingRules withGradientNorm(double threshold) {
        return new StoppingRules(threshold, valueChange, stepNorm, iterations, evaluations, seconds);
    }

    public StoppingRules withIterations(long most) {
        return new StoppingRules(gradientNorm, valueChange, stepNorm, most, evaluations, seconds);
    }

    @Override
    public Optional<Ending> test(Progress at) {
        double norm = at.point().gradientNorm();
        if (norm <= gradientNorm) {
            return end(Status.CONVERGED, "gradient_norm", norm, gradientNorm);
        }
        return testProgress(at);
    }

    /** All but the gradient: for a run that goes on where ∇f vanishes, because its solver sees a way down. */
    Optional<Ending> testProgress(Progress at) {
        if (valueChange > 0 && Math.abs(at.valueChange()) <= valueChange) {
            return end(Status.STALLED, "value_change", Math.abs(at.valueChange()), valueChange);
        }
        if (stepNorm > 0 && at.stepNorm() <= stepNorm) {
            return end(Status.STALLED, "step_norm", at.stepNorm(), stepNorm);
        }
        if (at.iteration() >= iterations) {
            return end(Status.BUDGET, "iterations", at.iteration(), iterations);
        }
        if (at.evaluations().values() >= evaluations) {
            return end(Status.BUDGET, "evaluations", at.evaluations().values(), evaluations);
        }
        if (at.seconds() >= seconds) {
            return end(Status.BUDGET, "seconds", at.seconds(), seconds);
        }
        return Optional.empty();
    }

    private static Optional<Ending> end(Status status, String reason, double measured, double threshold) {
        return Optional.of(new Ending(status, reason, measured, threshold));
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException(name + " must be at least 0: " + value);
        }
    }
}
