package dev.optimizer.runner.config;

/**
 * What holds for every problem and solver alike.
 *
 * @param seed fixes every random start
 * @param stop when a run ends
 */
public record Settings(long seed, StopConfig stop) {}
