package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that are too deep are refused, however they are; long ones are not deep. */
class FormulaSizeTest {
    private static final String REFUSED = "the formula is nested deeper than 1,000 levels; name its parts with let\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "-(",
                "sin(",
                "2^",
                "2^(",
                "1+2*3^-(",
                "max(1,",
                "if(x>0,1,",
                "if(",
                "- ",
                "[",
                "sum([",
                "u[",
                "[1][",
                "u[1,"
            })
    void refusesTwentyThousandLevels(String level) {
        Formula.Builder builder = Formula.builder().variable("u", Shape.vector(3));

        assertThatThrownBy(() -> builder.parse(level.repeat(20_000) + "x"))
                .isInstanceOf(FormulaException.class)
                .hasMessageStartingWith(REFUSED);
    }

    @Test
    void readsNineHundredLevels() {
        String text = "(1 + 2*".repeat(900) + "x" + ")".repeat(900);

        assertThat(Expression.postOrder(Formula.parse(text).expression())).hasSize(4 * 900 + 1);
    }

    /** The parser and the walk keep stacks of their own: the calling thread's must not matter. */
    @Test
    void staysWithinASmallStack() throws InterruptedException {
        String text = "1+2*if(x>0,1+2*".repeat(900) + "x" + ",2)".repeat(900);
        Throwable[] thrown = new Throwable[1];
        Thread thread =
                new Thread(null, () -> thrown[0] = catchThrowable(() -> Formula.parse(text)), "small", 256 << 10);

        thread.start();
        thread.join();

        assertThat(thrown[0]).isNull();
    }

    @Test
    void readsASumOfOneHundredThousandTerms() {
        String text = "x" + " + 3*y - x^2".repeat(50_000);

        assertThat(Expression.postOrder(Formula.parse(text).expression())).hasSize(1 + 50_000 * 8);
    }

    @Test
    void readsASumOfOneHundredThousandEntriesAndLoops() {
        String text = "u[1]" + " + u[2]*A[1,3] - sum(i in 1..3, u[i])".repeat(50_000);

        assertThat(Shaped.parse(text).shape()).isEqualTo(Shape.scalar());
    }

    @Test
    void readsALiteralOfOneHundredThousandEntriesAndALongSubscript() {
        String literal = "sum([s" + ", s".repeat(100_000) + "])";
        String subscript = "u[1" + " + 1 - 1".repeat(50_000) + "]";

        assertThat(Shaped.parse(literal + "*" + subscript).shape()).isEqualTo(Shape.scalar());
    }

    @Test
    void takesSlicesOfSlices() {
        String text = "sum(u" + "[1:2]".repeat(100_000) + ")";

        assertThat(Shaped.parse(text).shape()).isEqualTo(Shape.scalar());
    }

    @Test
    void readsAThousandBracketsOneAfterTheOther() {
        String text = "(x)" + " + (x)".repeat(5_000);

        assertThat(Formula.parse(text).variables()).containsExactly("x");
    }
}
