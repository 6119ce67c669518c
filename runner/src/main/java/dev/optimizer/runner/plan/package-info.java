/**
 * From an experiment to the list of its runs: {@code problems × starts × solvers × repetitions} and what a sweep makes of
 * them, with every random start seeded and every run named, before the first one begins.
 */
package dev.optimizer.runner.plan;
