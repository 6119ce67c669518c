package dev.optimizer.runner.config.yaml;

import dev.optimizer.runner.config.text.Diagnostics;
import dev.optimizer.runner.config.text.InvalidConfigException;
import dev.optimizer.runner.config.text.Source;
import dev.optimizer.runner.config.text.Span;
import dev.optimizer.runner.config.text.Wording;
import dev.optimizer.runner.config.yaml.YamlNode.Entry;
import dev.optimizer.runner.config.yaml.YamlNode.Mapping;
import dev.optimizer.runner.config.yaml.YamlNode.Scalar;
import dev.optimizer.runner.config.yaml.YamlNode.Sequence;
import dev.optimizer.runner.config.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Builds the tree of a config from SnakeYAML's events.
 *
 * <p>The events come before YAML's types and tags mean anything, which is why they are taken instead of SnakeYAML's own
 * nodes: a number stays the text that was written ({@code 010}, {@code 1e-8}, {@code yes} keep their meaning here),
 * and an explicit tag can still be told from an implied one, and refused.
 */
final class YamlTree {
    /** No config needs more; the parsers below and above would overflow their stacks at some thousands. */
    static final int MAX_DEPTH = 50;

    /** Aliases of lists and mappings: enough to share a few blocks, too few to build a bomb from. */
    static final int MAX_ALIASES = 50;

    private final Diagnostics diagnostics;
    private final Source source;
    private final Iterator<Event> events;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int aliases;
    private int depth;

    YamlTree(Diagnostics diagnostics, Source source, Iterator<Event> events) {
        this.diagnostics = diagnostics;
        this.source = source;
        this.events = events;
    }

    /** Reads the next node of the stream, whose first event is given. */
    YamlNode node(Event first) throws InvalidConfigException {
        if (first instanceof AliasEvent alias) {
            return resolve(alias);
        }
        NodeEvent event = (NodeEvent) first;
        if (event.getAnchor() != null) {
            open.add(event.getAnchor());
        }
        YamlNode node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event);
        if (event.getAnchor() != null) {
            open.remove(event.getAnchor());
            anchors.put(event.getAnchor(), node);
        }
        return node;
    }

    private YamlNode resolve(AliasEvent alias) throws InvalidConfigException {
        String name = alias.getAnchor();
        if (open.contains(name)) {
            throw diagnostics.fatal(span(alias), "alias '*" + Wording.cut(name) + "' stands inside what it names");
        }
        YamlNode node = anchors.get(name);
        if (node == null) {
            throw diagnostics.fatal(span(alias), "alias '*" + Wording.cut(name) + "' names no anchor before it");
        }
        if (!(node instanceof Scalar) && ++aliases > MAX_ALIASES) {
            throw diagnostics.fatal(span(alias), "more than " + MAX_ALIASES + " aliases to lists or mappings");
        }
        return node;
    }

    private Scalar scalar(ScalarEvent event) {
        Span span = span(event);
        refuseTag(event.getTag(), span);
        Style style = event.isPlain()
                ? Style.PLAIN
                : event.isSQuoted()
                        ? Style.SINGLE_QUOTED
                        : event.isDQuoted() ? Style.DOUBLE_QUOTED : event.isLiteral() ? Style.LITERAL : Style.FOLDED;
        return new Scalar(event.getValue(), style, span);
    }

    private YamlNode collection(CollectionStartEvent event) throws InvalidConfigException {
        Span span = span(event);
        refuseTag(event.getTag(), span);
        if (++depth > MAX_DEPTH) {
            throw diagnostics.fatal(span, "nested deeper than " + MAX_DEPTH + " levels");
        }
        YamlNode node = event instanceof MappingStartEvent ? mapping(span) : sequence(span);
        depth--;
        return node;
    }

    private Sequence sequence(Span start) throws InvalidConfigException {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (!event.is(Event.ID.SequenceEnd)) {
            items.add(node(event));
            event = events.next();
        }
        return new Sequence(List.copyOf(items), to(start, event));
    }

    private Mapping mapping(Span start) throws InvalidConfigException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (!event.is(Event.ID.MappingEnd)) {
            Span at = span(event);
            YamlNode key = node(event);
            YamlNode value = node(events.next());
            if (!(key instanceof Scalar scalar)) {
                diagnostics.add(at, "a key must be text, not " + key.kind());
            } else if (scalar.text().equals("<<") && scalar.isPlain()) {
                diagnostics.add(at, "merge keys are not supported; write the keys out");
            } else {
                // An alias used as a key stands where it is used, not where its anchor is.
                put(entries, new Entry(new Scalar(scalar.text(), scalar.style(), at), value));
            }
            event = events.next();
        }
        return new Mapping(List.copyOf(entries.values()), to(start, event));
    }

    private void put(Map<String, Entry> entries, Entry entry) {
        Entry first = entries.putIfAbsent(entry.name(), entry);
        if (first != null) {
            int line = diagnostics.position(first.key().span()).line();
            String message = "duplicate key " + Wording.quote(entry.name()) + "; the first is on line " + line;
            diagnostics.add(entry.key().span(), message);
        }
    }

    private void refuseTag(String tag, Span span) {
        // The lone "!" only says that a scalar is text, but nothing here needs saying.
        if (tag != null) {
            String shown = tag.replace("tag:yaml.org,2002:", "!!");
            diagnostics.add(span, "tags are not allowed: " + Wording.quote(shown) + "; remove it");
        }
    }

    /** The place of a node; SnakeYAML starts it at its anchor and tag, the user looks for what follows them. */
    private Span span(Event event) {
        Span whole = span(source, event.getStartMark(), event.getEndMark());
        String anchor = event instanceof NodeEvent node && !(event instanceof AliasEvent) ? node.getAnchor() : null;
        int start = whole.start() + (anchor == null ? 0 : anchor.length() + 1);
        if (anchor != null) {
            while (start < whole.end() && Character.isWhitespace(source.text().charAt(start - source.start()))) {
                start++;
            }
        }
        return new Span(Math.min(start, whole.end()), whole.end());
    }

    /** The place between two marks, which count code points. */
    static Span span(Source source, Mark from, Mark to) {
        return source.span(from.getIndex(), to.getIndex());
    }

    private Span to(Span start, Event end) {
        return new Span(
                start.start(),
                span(source, end.getStartMark(), end.getEndMark()).end());
    }
}
