package dev.optimizer.runner.figure;

/**
 * A point to be named on a landscape.
 *
 * @param x across
 * @param y up
 * @param kind a word beside it
 * @param description shown where the pointer rests
 */
public record Critical(double x, double y, String kind, String description) {}
