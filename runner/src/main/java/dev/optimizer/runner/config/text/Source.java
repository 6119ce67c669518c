package dev.optimizer.runner.config.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One of the texts that a config is made of, and where its lines are. A line ends with LF, CR LF or CR.
 *
 * <p>All texts of a config share one space of offsets, each has its stretch of it (as in rustc's SourceMap): so a
 * {@link Span} says which text it is in, and parts of several texts can be put together to one tree.
 */
public final class Source {
    private final Path file;
    private final Path folder;
    private final int start;
    private final int firstLine;
    private final String text;
    private final CodePoints codePoints;
    /** Where line i + 1 starts, and where it ends without its line break. */
    private final List<Span> lines = new ArrayList<>();

    /** Lines that were shown, so that thousands of errors on one long line share it. */
    private final String[] lineTexts;

    /**
     * @param file what messages call the text
     * @param folder a file beside those that the text mentions
     * @param start the offset of its first character
     * @param firstLine the number of its first line, 1 in a file
     * @param text all of it; a byte order mark at its front is dropped
     */
    Source(Path file, Path folder, int start, int firstLine, String text) {
        this.file = file;
        this.folder = folder;
        this.start = start;
        this.firstLine = firstLine;
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.codePoints = new CodePoints(this.text);
        findLines();
        this.lineTexts = new String[lines.size()];
    }

    /** What messages call it. */
    public Path file() {
        return file;
    }

    /** The file that its text calls by a relative path. */
    public Path resolve(String path) {
        return folder.resolveSibling(path);
    }

    /** All of it, without a byte order mark. */
    public String text() {
        return text;
    }

    /** The offset of its first character. */
    public int start() {
        return start;
    }

    /** The offset after its last character, which still belongs to it. */
    public int end() {
        return start + text.length();
    }

    /** The text between two offsets. */
    public String text(Span span) {
        return text.substring(span.start() - start, span.end() - start);
    }

    /** Whether its text goes on with a prefix from an offset on. */
    public boolean startsWith(String prefix, int offset) {
        return text.startsWith(prefix, offset - start);
    }

    Position position(int offset) {
        int line = lineAt(offset);
        return new Position(file, firstLine + line, count(lines.get(line).start(), offset) + 1);
    }

    private int count(int from, int to) {
        return codePoints.count(from - start, to - start);
    }

    Diagnostic diagnostic(Span span, String message) {
        int number = lineAt(span.start());
        Span line = lines.get(number);
        // A span that ends beyond its line is underlined to the end of the line.
        int from = Math.min(span.start(), line.end());
        int to = Math.max(from, Math.min(span.end(), line.end()));
        return new Diagnostic(position(from), message, lineText(number), Math.max(1, count(from, to)));
    }

    /** The number, from 0, of the line that holds an offset; a line break belongs to the line before it. */
    public int lineAt(int offset) {
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

    /** The place of what lies between two counts of code points from the start of the text. */
    public Span span(int from, int to) {
        int first = start + codePoints.offset(from);
        return new Span(first, Math.max(first, start + codePoints.offset(to)));
    }

    public int lineCount() {
        return lines.size();
    }

    /** @param line from 0 */
    public Span line(int line) {
        return lines.get(line);
    }

    boolean contains(Position position) {
        int line = position.line() - firstLine;
        return file.equals(position.file()) && line >= 0 && line < lines.size();
    }

    /** From a position of this text to the end of its line. */
    Span restOfLine(Position position) {
        Span line = lines.get(position.line() - firstLine);
        int first = codePoints.offset(codePoints.count(0, line.start() - start) + position.column() - 1);
        return new Span(Math.min(start + first, line.end()), line.end());
    }

    private String lineText(int number) {
        if (lineTexts[number] == null) {
            lineTexts[number] = text(lines.get(number));
        }
        return lineTexts[number];
    }

    private void findLines() {
        int from = start;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(new Span(from, start + i));
                boolean two = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                i += two ? 1 : 0;
                from = start + i + 1;
            }
        }
        lines.add(new Span(from, end()));
    }
}
