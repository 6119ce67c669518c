package dev.optimizer.runner.config.text;

/**
 * A stretch of one of the texts that a config is made of; see {@link Sources}.
 *
 * @param start offset of the first character
 * @param end offset after the last one, at least {@code start}
 */
public record Span(int start, int end) {
    /** Whether all of another stretch lies in this one. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
