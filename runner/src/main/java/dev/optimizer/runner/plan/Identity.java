package dev.optimizer.runner.plan;

/**
 * What decides the outcome of a run, part by part, each as the hash of its resolved text: results may be used again only
 * for a run whose parts are all the same, and where they are not, the parts tell why.
 *
 * @param problem formula, variables, data; of a plugin also the content of its jar
 * @param start the point, or how it is drawn
 * @param solver type and options, defaults included
 * @param stop the stopping rules
 */
public record Identity(String problem, String start, String solver, String stop) {}
