package dev.optimizer.runner.cli;

import dev.optimizer.runner.config.Diagnostic;
import dev.optimizer.runner.config.Position;
import dev.optimizer.runner.judge.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Shows failed checks the way errors in a config are shown: at the line that asked for them. */
final class FailureReport {
    private final List<String> lines;

    /** @param config the file whose expectations are judged; if it has gone, places are shown without the text */
    FailureReport(Path config) {
        this.lines = read(config);
    }

    private static List<String> read(Path config) {
        try {
            return Files.readAllLines(config);
        } catch (IOException e) {
            return List.of();
        }
    }

    String render(Judgement judgement) {
        Position position = judgement.position();
        String message = judgement.runId().map(id -> id + ": ").orElse("") + judgement.message();
        if (position.line() > lines.size()) {
            return position + ": " + message;
        }
        String line = lines.get(position.line() - 1);
        int rest = line.codePointCount(0, line.length()) - position.column() + 1;
        return new Diagnostic(position, message, line, Math.max(1, rest)).render();
    }
}
