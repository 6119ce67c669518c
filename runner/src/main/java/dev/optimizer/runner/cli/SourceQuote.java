package dev.optimizer.runner.cli;

import dev.optimizer.runner.config.Diagnostic;
import dev.optimizer.runner.config.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shows what is found out after reading a config the way its errors are shown: at the line that is to blame. */
final class SourceQuote {
    private final List<String> lines;

    /** @param config the file; if it has gone, places are shown without the text */
    SourceQuote(Path config) {
        this.lines = read(config);
    }

    private static List<String> read(Path config) {
        try {
            return Files.readAllLines(config);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The message at its place, with carets to the end of the line. */
    String render(Position position, String message) {
        if (position.line() > lines.size()) {
            return position + ": " + message;
        }
        String line = lines.get(position.line() - 1);
        int rest = line.codePointCount(0, line.length()) - position.column() + 1;
        return new Diagnostic(position, message, line, Math.max(1, rest)).render();
    }
}
