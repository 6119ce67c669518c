package dev.optimizer.runner.config;

import dev.optimizer.runner.config.text.Position;
import java.util.List;

/**
 * The known answer to a problem.
 *
 * @param value the best value of the formula
 * @param at a point where it is taken, in the order of the formula's entries; empty if it is not known
 * @param position where the value stands in the config
 */
public record Optimum(double value, List<Double> at, Position position) {
    public Optimum {
        at = Doubles.copyOf(at);
    }
}
