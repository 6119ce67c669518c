package dev.optimizer.runner.config;

/**
 * When a run ends; every number is at least 0.
 *
 * @param gradientNorm converged at this ‖∇f‖∞ or less
 * @param valueChange stalled at this change of the value from one iterate to the next, or less
 * @param stepNorm stalled at this length of a step, or less
 * @param iterations at most so many
 * @param evaluations at most so many values of the objective
 * @param seconds at most so long; may be infinite
 */
public record StopConfig(
        double gradientNorm, double valueChange, double stepNorm, long iterations, long evaluations, double seconds) {}
