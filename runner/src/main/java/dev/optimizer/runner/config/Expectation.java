package dev.optimizer.runner.config;

import dev.optimizer.runner.config.text.Position;
import java.util.List;

/**
 * What must hold of some runs.
 *
 * @param selector which runs
 * @param checks at least one, in the order of the config
 * @param position where it stands in the config
 */
public record Expectation(Selector selector, List<Check> checks, Position position) {
    public Expectation {
        checks = List.copyOf(checks);
    }
}
