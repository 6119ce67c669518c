package dev.optimizer.runner.config.yaml;

import dev.optimizer.runner.config.text.Source;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Where each character of a scalar's text stands in the file, as long as YAML has not rewritten it. */
public final class ScalarText {
    private final Source source;
    private final Scalar scalar;

    /** @param source the text that the scalar stands in */
    public ScalarText(Source source, Scalar scalar) {
        this.source = source;
        this.scalar = scalar;
    }

    /**
     * The place of a part of the text.
     *
     * @param start index in the text, from 0 to its length
     * @param end index after the part, at least {@code start}
     * @return empty if the text is folded, escaped, or otherwise not in the file as it is
     */
    public Optional<Span> span(int start, int end) {
        Optional<Integer> first = offset(start);
        // The end is found from the last character, which may be followed by a line break that the text does not have.
        Optional<Integer> last = end > start ? offset(end - 1).map(offset -> offset + 1) : first;
        return first.flatMap(from -> last.map(to -> new Span(from, Math.max(from, to))));
    }

    private Optional<Integer> offset(int index) {
        return switch (scalar.style()) {
            case PLAIN -> verbatim(scalar.span().start(), index);
            case SINGLE_QUOTED -> singleQuoted(index);
            case DOUBLE_QUOTED -> verbatim(scalar.span().start() + 1, index);
            case LITERAL -> literal(index);
            case FOLDED -> Optional.empty();
        };
    }

    private Optional<Integer> verbatim(int start, int index) {
        return source.startsWith(scalar.text(), start) ? Optional.of(start + index) : Optional.empty();
    }

    /** Between single quotes the only thing rewritten on one line is the quote, which is doubled. */
    private Optional<Integer> singleQuoted(int index) {
        int start = scalar.span().start() + 1;
        if (!source.startsWith(scalar.text().replace("'", "''"), start)) {
            return Optional.empty();
        }
        long quotes =
                scalar.text().substring(0, index).chars().filter(c -> c == '\'').count();
        return Optional.of(start + index + (int) quotes);
    }

    /** Behind {@code |} line i of the text is line i below the indicator, without its indentation. */
    private Optional<Integer> literal(int index) {
        String text = scalar.text();
        int number =
                (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        int lineStart = text.lastIndexOf('\n', index - 1) + 1;
        int lineEnd = text.indexOf('\n', lineStart);
        String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
        int sourceLine = source.lineAt(scalar.span().start()) + 1 + number;
        if (sourceLine >= source.lineCount()) {
            return Optional.empty();
        }
        Span place = source.line(sourceLine);
        String written = source.text(place);
        int indentation = written.length() - line.length();
        boolean same =
                written.endsWith(line) && written.substring(0, indentation).isBlank();
        return same ? Optional.of(place.start() + indentation + index - lineStart) : Optional.empty();
    }
}
