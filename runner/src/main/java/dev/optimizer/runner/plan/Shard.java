package dev.optimizer.runner.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several parts of all runs that are made apart: every run is in exactly one, and their numbers differ by one at most.
 *
 * @param index from 1 to count
 * @param count at least 1
 */
public record Shard(int index, int count) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})/([0-9]{1,6})");

    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException("must be I/N with I from 1 to N: " + index + "/" + count);
        }
    }

    /**
     * Reads {@code 2/4}.
     *
     * @throws IllegalArgumentException with the rest of a sentence that starts with the option's name
     */
    public static Shard of(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be I/N with I from 1 to N: " + text);
        }
        return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** @param position of a run among all, from 0; round robin, for neighbours take about as long */
    boolean has(long position) {
        return position % count == index - 1;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
