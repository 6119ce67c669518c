package dev.optimizer.runner.config.yaml;

import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Source;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Style;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the one document of a text and turns what YAML itself finds wrong into a diagnostic. */
public final class YamlParser {
    private static final String EMPTY = "the config is empty; it needs at least the keys version, problem and solvers";

    private final Diagnostics diagnostics;
    private final Source source;

    private YamlParser(Diagnostics diagnostics, Source source) {
        this.diagnostics = diagnostics;
        this.source = source;
    }

    /**
     * The mapping that a config is.
     *
     * @throws InvalidConfigException if the text is not YAML, breaks a limit, or is not one mapping; errors that leave
     *     a tree to go on with (a duplicate key, a tag) are only recorded
     */
    public static Mapping parse(Diagnostics diagnostics, Source source) throws InvalidConfigException {
        YamlParser parser = new YamlParser(diagnostics, source);
        return parser.mapping(parser.parse(source.text()).orElseThrow(() -> parser.fatal(0, 0, EMPTY)));
    }

    /**
     * The value behind the front of a text, such as that of {@code path=value}.
     *
     * @param from where in the text it starts
     * @throws InvalidConfigException if it is not YAML; a missing value is an empty scalar
     */
    public static YamlNode value(Diagnostics diagnostics, Source source, int from) throws InvalidConfigException {
        YamlParser parser = new YamlParser(diagnostics, source);
        // Blanks instead of the front leave every place what it is.
        String front = source.text().substring(0, from);
        String blank = " ".repeat(front.codePointCount(0, from));
        Span end = new Span(source.end(), source.end());
        return parser.parse(blank + source.text().substring(from)).orElse(new Scalar("", Style.PLAIN, end));
    }

    private InvalidConfigException fatal(int from, int to, String message) {
        return diagnostics.fatal(new Span(source.start() + from, source.start() + to), message);
    }

    /** The one document of a text; nothing if there is none. */
    private Optional<YamlNode> parse(String text) throws InvalidConfigException {
        refuseControlCharacters();
        try {
            return document(
                    new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator());
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String message = "not valid YAML: " + problem(e);
            throw mark == null ? fatal(0, 1, message) : diagnostics.fatal(YamlTree.span(source, mark, mark), message);
        } catch (YAMLException e) {
            throw fatal(0, 1, "not valid YAML: " + firstLine(e.getMessage()));
        }
    }

    private Optional<YamlNode> document(Iterator<Event> events) throws InvalidConfigException {
        events.next(); // the start of the stream
        Event first = events.next();
        if (first.is(Event.ID.StreamEnd)) {
            return Optional.empty();
        }
        YamlNode root = new YamlTree(diagnostics, source, events).node(events.next());
        events.next(); // the end of the document
        Event next = events.next();
        if (!next.is(Event.ID.StreamEnd)) {
            Span span = YamlTree.span(source, next.getStartMark(), next.getEndMark());
            throw diagnostics.fatal(span, "a config is one document; remove this one, from '---' on");
        }
        return Optional.of(root);
    }

    private Mapping mapping(YamlNode root) throws InvalidConfigException {
        if (root instanceof Mapping mapping) {
            return mapping;
        }
        boolean empty = root instanceof Scalar scalar && scalar.isMissing();
        String message = "a config must be a mapping of keys such as 'version: 1', not " + root.kind();
        throw diagnostics.fatal(root.span(), empty ? EMPTY : message);
    }

    private void refuseControlCharacters() throws InvalidConfigException {
        String text = source.text();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!StreamReader.isPrintable(c)) {
                String message = String.format("character U+%04X is not allowed in a config; remove it", c);
                throw fatal(i, next, message);
            }
            i = next;
        }
    }

    private static String problem(MarkedYAMLException e) {
        String problem = firstLine(e.getProblem());
        if (problem.contains("TAB")) {
            return "a tab cannot indent; use spaces";
        }
        return e.getContext() == null ? problem : problem + " (" + firstLine(e.getContext()) + ")";
    }

    private static String firstLine(String message) {
        return message == null
                ? "it cannot be read"
                : message.lines().findFirst().orElse("it cannot be read");
    }
}
