package dev.optimizer.runner.config;

import dev.optimizer.formula.Data;
import java.util.Optional;

/**
 * Known numbers by the name that formulas use.
 *
 * @param name a word, or {@code obs.t} for the column of a table
 * @param values the numbers
 * @param file where they come from; empty if they stand in the config
 */
public record NamedData(String name, Data values, Optional<DataFile> file) {}
