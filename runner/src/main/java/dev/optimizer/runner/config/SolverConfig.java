package dev.optimizer.runner.config;

import dev.optimizer.runner.config.declaration.Choice;
import dev.optimizer.runner.config.text.Position;

/**
 * A named solver.
 *
 * @param name its key in the config
 * @param method the solver's type with its options, defaults included
 * @param position where it stands in the config
 */
public record SolverConfig(String name, Choice method, Position position) {}
