package dev.optimizer.runner.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** The text of a config, and where its lines are. A line ends with LF, CR LF or CR. */
final class Source {
    private final Path file;
    private final String text;
    private final CodePoints codePoints;
    /** Where line i + 1 starts, and where it ends without its line break. */
    private final List<Span> lines = new ArrayList<>();

    /** Lines that were shown, so that thousands of errors on one long line share it. */
    private final String[] lineTexts;

    /** @param text the whole file; a byte order mark at its front is dropped */
    Source(Path file, String text) {
        this.file = file;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.codePoints = new CodePoints(this.text);
        findLines();
        this.lineTexts = new String[lines.size()];
    }

    Path file() {
        return file;
    }

    String text() {
        return text;
    }

    Position position(int offset) {
        int line = lineAt(offset);
        int start = lines.get(line).start();
        return new Position(file, line + 1, codePoints.count(start, offset) + 1);
    }

    Diagnostic diagnostic(Span span, String message) {
        int number = lineAt(span.start());
        Span line = lines.get(number);
        // A span that ends beyond its line is underlined to the end of the line.
        int start = Math.min(span.start(), line.end());
        int end = Math.max(start, Math.min(span.end(), line.end()));
        int length = Math.max(1, codePoints.count(start, end));
        return new Diagnostic(position(start), message, lineText(number), length);
    }

    /** The number, from 0, of the line that holds an offset; a line break belongs to the line before it. */
    int lineAt(int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The place of what SnakeYAML has between two marks. */
    Span span(Mark start, Mark end) {
        int from = codePoints.offset(start.getIndex());
        return new Span(from, Math.max(from, codePoints.offset(end.getIndex())));
    }

    int lineCount() {
        return lines.size();
    }

    /** @param line from 0 */
    Span line(int line) {
        return lines.get(line);
    }

    private String lineText(int number) {
        if (lineTexts[number] == null) {
            Span line = lines.get(number);
            lineTexts[number] = text.substring(line.start(), line.end());
        }
        return lineTexts[number];
    }

    private void findLines() {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(new Span(start, i));
                boolean two = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i += two ? 1 : 0;
                start = i + 1;
            }
        }
        lines.add(new Span(start, text.length()));
    }
}
