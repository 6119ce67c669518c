package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Names of every shape for tests: s a scalar, u v vectors of 3, w of 2, r a row of 3, A 2×3, B 3×2, Q 3×3; k data. */
final class Shaped {
    private Shaped() {}

    static Formula.Builder names() {
        return Formula.builder()
                .variable("s")
                .variable("u", Shape.vector(3))
                .variable("v", Shape.vector(3))
                .variable("w", Shape.vector(2))
                .variable("r", Shape.row(3))
                .variable("A", Shape.matrix(2, 3))
                .variable("B", Shape.matrix(3, 2))
                .variable("Q", Shape.matrix(3, 3))
                .data("n", Data.scalar(3))
                .data("half", Data.scalar(0.5))
                .data("k", Data.vector(3, 1, 2))
                .data("far", Data.vector(1, 4))
                .data("obs.t", Data.vector(0.1, 0.2))
                .data("obs.y", Data.vector(1, 2))
                .closed();
    }

    static Formula parse(String text) {
        return names().parse(text);
    }

    static String shape(String text) {
        return parse(text).shape().toString();
    }

    /** Asserts that a formula is refused with a sentence and with carets under these characters. */
    static void assertRefused(String text, String wrong, String problem) {
        FormulaException error = catchThrowableOfType(FormulaException.class, () -> parse(text));

        assertThat(error).as("%s must be refused", text).isNotNull();
        assertThat(error.problem()).isEqualTo(problem);
        assertThat(text.substring(error.start(), error.end())).isEqualTo(wrong);
    }
}
