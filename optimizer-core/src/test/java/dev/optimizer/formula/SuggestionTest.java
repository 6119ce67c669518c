package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> WORDS = List.of("solvers", "starts", "stop", "sin", "sinh", "x");

    @ParameterizedTest
    @CsvSource({"solver, solvers", "slovers, solvers", "sotp, stop", "sine, sin", "Stop, stop", "STARTS, starts"})
    void findsTheNearestWord(String wrong, String meant) {
        assertThat(Suggestion.closest(wrong, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"y", "zz", "gradient", "continue"})
    void saysNothingWhenNoWordIsNear(String wrong) {
        assertThat(Suggestion.closest(wrong, WORDS)).isEmpty();
    }

    @Test
    void prefersTheFirstOfEquallyNearWords() {
        assertThat(Suggestion.closest("cat", List.of("hat", "bat"))).contains("hat");
        assertThat(Suggestion.closest("cat", List.of())).isEmpty();
    }
}
