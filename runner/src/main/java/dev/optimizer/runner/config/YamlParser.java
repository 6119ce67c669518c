package dev.optimizer.runner.config;

import dev.optimizer.runner.config.YamlNode.Mapping;
import dev.optimizer.runner.config.YamlNode.Scalar;
import java.io.StringReader;
import java.util.Iterator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads the one document of a config and turns what YAML itself finds wrong into a diagnostic. */
final class YamlParser {
    private static final String EMPTY = "the config is empty; it needs at least the keys version, problem and solvers";

    private final Diagnostics diagnostics;
    private final String text;

    private YamlParser(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.text = diagnostics.source().text();
    }

    /**
     * The mapping that a config is.
     *
     * @throws InvalidConfigException if the text is not YAML, breaks a limit, or is not one mapping; errors that leave
     *     a tree to go on with (a duplicate key, a tag) are only recorded
     */
    static Mapping parse(Diagnostics diagnostics) throws InvalidConfigException {
        return new YamlParser(diagnostics).parse();
    }

    private Mapping parse() throws InvalidConfigException {
        refuseControlCharacters();
        try {
            return document(
                    new Yaml(new LoaderOptions()).parse(new StringReader(text)).iterator());
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            Span span = mark == null ? new Span(0, 1) : diagnostics.source().span(mark, mark);
            throw diagnostics.fatal(span, "not valid YAML: " + problem(e));
        } catch (YAMLException e) {
            throw diagnostics.fatal(new Span(0, 1), "not valid YAML: " + firstLine(e.getMessage()));
        }
    }

    private Mapping document(Iterator<Event> events) throws InvalidConfigException {
        events.next(); // the start of the stream
        Event first = events.next();
        if (first.is(Event.ID.StreamEnd)) {
            throw diagnostics.fatal(new Span(0, 0), EMPTY);
        }
        YamlNode root = new YamlTree(diagnostics, events).node(events.next());
        events.next(); // the end of the document
        Event next = events.next();
        if (!next.is(Event.ID.StreamEnd)) {
            Span span = diagnostics.source().span(next.getStartMark(), next.getEndMark());
            throw diagnostics.fatal(span, "a config is one document; remove this one, from '---' on");
        }
        return mapping(root);
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
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!StreamReader.isPrintable(c)) {
                String message = String.format("character U+%04X is not allowed in a config; remove it", c);
                throw diagnostics.fatal(new Span(i, next), message);
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
