package dev.optimizer.runner.config.text;

import dev.optimizer.formula.Suggestion;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How messages quote what the user wrote and name what would have been right. */
public final class Wording {
    /** Longer texts are cut in a message; the source line below it shows the rest. */
    private static final int LONGEST_QUOTE = 60;

    private static final int LONGEST_LINE = 300;

    /** Longer lists are cut in a message. */
    private static final int LONGEST_LIST = 20;

    /** Beyond so many candidates no suggestion is looked for: comparing every pair of names would take minutes. */
    private static final int MOST_CANDIDATES = 1_000;

    private Wording() {}

    /** A text of the user between quotes, cut if it is long. */
    public static String quote(String text) {
        return "'" + cut(text) + "'";
    }

    /** A text of the user on one line, with … for what is beyond 60 characters. */
    public static String cut(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    /** A message of somebody else, which may quote all of a long text. */
    public static String cutLines(String message) {
        return message.lines()
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…")
                .collect(Collectors.joining("\n"));
    }

    /** Names with commas between them, at most 20 of them. */
    public static String list(Collection<String> names) {
        String shown = String.join(
                ", ", names.stream().limit(LONGEST_LIST).map(Wording::cut).toList());
        int more = names.size() - LONGEST_LIST;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** {@code unknown key 'stpe'; did you mean 'step'?}, or without a near candidate the list of all of them. */
    public static String unknown(String kind, String wrong, Collection<String> candidates) {
        return "unknown " + kind + " " + quote(wrong) + nearestOrAll(wrong, candidates);
    }

    /** {@code ; did you mean 'step'?}, or else what there is. */
    public static String nearestOrAll(String wrong, Collection<String> candidates) {
        String nearest = nearest(wrong, candidates);
        String others = candidates.isEmpty() ? "" : "; known: " + list(candidates);
        return nearest.isEmpty() ? others : nearest;
    }

    /** {@code ; did you mean 'step'?}, or nothing. */
    public static String nearest(String wrong, Collection<String> candidates) {
        return closest(wrong, candidates)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** The candidate that a wrong name seems to mean. */
    public static Optional<String> closest(String wrong, Collection<String> candidates) {
        boolean few = wrong.length() <= LONGEST_QUOTE && candidates.size() <= MOST_CANDIDATES;
        return few ? Suggestion.closest(wrong, candidates) : Optional.empty();
    }

    /** A number of things; of very many only roughly how many. */
    public static String count(double number) {
        return number < 1e15 ? Long.toString((long) number) : String.format(Locale.ROOT, "%.0e", number);
    }

    /** {@code step = 0.1, n = 3}. */
    public static String pairs(Map<String, String> values) {
        return list(values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .toList());
    }
}
