package dev.optimizer.formula;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt one was probably meant to be. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The candidate nearest to a wrong word, if one is near enough: at most about a third of its letters changed, added,
     * left out, or swapped with their neighbour. Upper and lower case count as equal; the first of equals wins.
     *
     * @param wrong the word as written
     * @param candidates the words that would have been right
     */
    public static Optional<String> closest(String wrong, Collection<String> candidates) {
        // One letter alone is near to nothing (x is no misspelt y); two to four may differ in one place, and so on.
        int best = (wrong.length() + 1) / 3 + 1;
        String found = null;
        for (String candidate : candidates) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * The Damerau-Levenshtein distance in the form of optimal string alignment (Damerau 1964): the fewest single-letter
     * edits and swaps of neighbours that turn one word into the other.
     */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : edit(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int edit(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
