package dev.optimizer.runner.config.text;

import java.nio.file.Path;

/**
 * A place in a config.
 *
 * @param file the file as the user named it
 * @param line from 1
 * @param column from 1, in characters (code points), as editors count
 */
public record Position(Path file, int line, int column) implements Comparable<Position> {
    /** Orders by file, then from the top of the file to its end. */
    @Override
    public int compareTo(Position other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /** {@code file:line:column}, the form that terminals and editors make a link of. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
