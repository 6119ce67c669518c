package dev.optimizer.runner.config.text;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the errors of one config. The same error at the same place, met again through an alias, counts once. */
public final class Diagnostics {
    private final Sources sources;
    private final Set<Entry> entries = new LinkedHashSet<>();

    /** An error at a place of the config, or, about a file that is mentioned there, one with a place of its own. */
    public record Entry(Span span, String message, Optional<Diagnostic> elsewhere) {}

    public Diagnostics(Sources sources) {
        this.sources = sources;
    }

    /** The texts that places are in. */
    public Sources sources() {
        return sources;
    }

    /** The text that a place is in. */
    public Source source(Span span) {
        return sources.at(span.start());
    }

    /** Where a place starts, as the user counts. */
    public Position position(Span span) {
        return source(span).position(span.start());
    }

    /** An error at a place of the config. */
    public void add(Span span, String message) {
        entries.add(new Entry(span, message, Optional.empty()));
    }

    /** An error in another file, which stands where the config mentions that file. */
    public void add(Span mention, Diagnostic elsewhere) {
        entries.add(new Entry(mention, elsewhere.message(), Optional.of(elsewhere)));
    }

    /** An error that was collected elsewhere. */
    public void add(Entry entry) {
        entries.add(entry);
    }

    /** The errors so far, in the order in which they were found. */
    public Set<Entry> entries() {
        return Collections.unmodifiableSet(entries);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * Ends the reading if there is an error.
     *
     * @throws InvalidConfigException with every error so far, in order of position
     */
    public void throwIfAny() throws InvalidConfigException {
        if (!isEmpty()) {
            throw new InvalidConfigException(sorted());
        }
    }

    /** An error after which nothing else can be said of the file: it stands alone, whatever was recorded before. */
    public InvalidConfigException fatal(Span span, String message) {
        return new InvalidConfigException(List.of(diagnostic(span, message)));
    }

    Diagnostic diagnostic(Span span, String message) {
        return source(span).diagnostic(span, message);
    }

    private List<Diagnostic> sorted() {
        return entries.stream()
                .sorted(Comparator.comparingInt((Entry e) -> e.span().start()))
                .map(e -> e.elsewhere().orElseGet(() -> diagnostic(e.span(), e.message())))
                .toList();
    }
}
