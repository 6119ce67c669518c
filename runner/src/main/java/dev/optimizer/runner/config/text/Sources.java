package dev.optimizer.runner.config.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The texts that a config is made of: the file, the one that it extends, and what the command line adds to them. */
public final class Sources {
    private final List<Source> texts = new ArrayList<>();

    /** No text yet. */
    public Sources() {}

    /** A file. */
    public Source add(Path file, String text) {
        return add(file, file, 1, text);
    }

    /**
     * A text that is no file.
     *
     * @param name what messages call it
     * @param folder a file beside those that the text mentions
     * @param line the number of its line
     */
    public Source add(Path name, Path folder, int line, String text) {
        int start = texts.isEmpty() ? 0 : texts.get(texts.size() - 1).end() + 1;
        Source source = new Source(name, folder, start, line, text);
        texts.add(source);
        return source;
    }

    /** The text that holds an offset. */
    public Source at(int offset) {
        for (int i = texts.size() - 1; i > 0; i--) {
            if (texts.get(i).start() <= offset) {
                return texts.get(i);
            }
        }
        return texts.get(0);
    }

    /** What is found out after reading, shown as the errors are: at its place, with carets to the end of the line. */
    public Diagnostic diagnostic(Position position, String message) {
        for (Source source : texts) {
            if (source.contains(position)) {
                return source.diagnostic(source.restOfLine(position), message);
            }
        }
        return new Diagnostic(position, message, "", 1);
    }
}
