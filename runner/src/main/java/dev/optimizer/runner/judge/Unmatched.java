package dev.optimizer.runner.judge;

import dev.optimizer.runner.config.Selector;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a selector matches no run: the word that no run has, or else the words that no run has together. */
final class Unmatched {
    /** One word of a selector with its values. */
    private record Word(String key, Set<String> values, Selector alone) {
        boolean matches(PlannedRun run) {
            return Judge.isSelected(alone, run);
        }

        @Override
        public String toString() {
            return key + " " + String.join(" or ", values.stream().sorted().toList());
        }
    }

    private Unmatched() {}

    /** The rest of a sentence: {@code no run has start left}. */
    static String describe(Selector selector, Collection<PlannedRun> runs) {
        List<Word> words = words(selector);
        List<String> alone = words.stream()
                .filter(word -> runs.stream().noneMatch(word::matches))
                .map(Word::toString)
                .toList();
        if (!alone.isEmpty() && !runs.isEmpty()) {
            return "no run has " + String.join(", and none ", alone);
        }
        return words.isEmpty() || runs.isEmpty()
                ? "there are no runs"
                : "no run has "
                        + String.join(
                                " and ", words.stream().map(Word::toString).toList());
    }

    private static List<Word> words(Selector selector) {
        List<Word> words = new ArrayList<>();
        selector.wanted().forEach((key, values) -> words.add(new Word(key, values, new Selector(Map.of(key, values)))));
        return words;
    }
}
