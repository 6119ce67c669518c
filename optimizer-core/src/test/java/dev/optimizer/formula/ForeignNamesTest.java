package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForeignNamesTest {
    static Stream<String> names() {
        return ForeignNames.all().keySet().stream().sorted();
    }

    /** Whoever follows the advice gets a formula; and no name is foreign that the language has. */
    @ParameterizedTest
    @MethodSource("names")
    void canBeFollowed(String name) {
        String advice = ForeignNames.advice(name).orElseThrow();

        assertThat(Reserved.isFunction(name)).isFalse();
        if (advice.startsWith("; write ")) {
            declared().parse(advice.substring("; write ".length()));
        } else {
            String word = advice.substring("; did you mean '".length(), advice.length() - "'?".length());
            assertThat(Function.named(word)).isPresent();
        }
    }

    private static Formula.Builder declared() {
        return Formula.builder()
                .variable("x")
                .variable("y")
                .variable("a")
                .variable("b")
                .variable("v", Shape.vector(3))
                .variable("A", Shape.matrix(2, 2))
                .variable("B", Shape.matrix(2, 2))
                .closed();
    }
}
