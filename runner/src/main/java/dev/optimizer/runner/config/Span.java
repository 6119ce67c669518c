package dev.optimizer.runner.config;

/**
 * A stretch of a config's text.
 *
 * @param start index of the first character
 * @param end index after the last one, at least {@code start}
 */
record Span(int start, int end) {}
