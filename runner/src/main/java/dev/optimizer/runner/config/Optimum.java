package dev.optimizer.runner.config;

import java.util.List;

/**
 * The known answer to a problem.
 *
 * @param value the best value of the formula
 * @param at a point where it is taken, in the order of the formula's entries; empty if it is not known
 */
public record Optimum(double value, List<Double> at) {
    public Optimum {
        at = Doubles.copyOf(at);
    }
}
