/**
 * Reads a problem: its formula, or the built-in one or the plugin that it names, with variables, data, starts and the known
 * answer.
 *
 * <p>What is wrong with a problem is missing from its {@code ProblemDraft}, so that the rest of the config can still be
 * checked against what is right.
 */
package dev.optimizer.runner.config.problem;
