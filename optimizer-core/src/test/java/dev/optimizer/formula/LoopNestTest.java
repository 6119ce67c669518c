package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whether a subscript inside loops is accepted, against going through every iteration. */
class LoopNestTest {
    private static final int SIZE = 6;

    /** Three loops whose bounds depend on the index around, and a polynomial in their indices. */
    @Property(tries = 3000)
    void acceptsASubscriptExactlyIfNoIterationLeavesTheArray(
            @ForAll @Size(6) List<@IntRange(min = -1, max = 3) Integer> bounds,
            @ForAll @Size(5) List<@IntRange(min = -2, max = 2) Integer> coefficients) {
        String text = "sum(i in " + bounds.get(0) + ".." + bounds.get(1)
                + ", sum(j in i+" + bounds.get(2) + "..2*i+" + bounds.get(3)
                + ", sum(k in j-i+" + bounds.get(4) + ".." + bounds.get(5)
                + ", x[" + coefficients.get(0) + "+" + coefficients.get(1) + "*i+" + coefficients.get(2) + "*j+"
                + coefficients.get(3) + "*k+" + coefficients.get(4) + "*i*k])))";

        Formula.Builder builder = Formula.builder().variable("x", Shape.vector(SIZE));
        Throwable refused = catchThrowable(() -> builder.parse(text));

        assertThat(refused == null).as(text).isEqualTo(staysInside(bounds, coefficients));
        if (refused != null) {
            assertThat(refused).isInstanceOf(FormulaException.class).hasMessageContaining("outside 1.." + SIZE);
        }
    }

    private static boolean staysInside(List<Integer> b, List<Integer> c) {
        for (int i = b.get(0); i <= b.get(1); i++) {
            for (int j = i + b.get(2); j <= 2 * i + b.get(3); j++) {
                for (int k = j - i + b.get(4); k <= b.get(5); k++) {
                    int subscript = c.get(0) + c.get(1) * i + c.get(2) * j + c.get(3) * k + c.get(4) * i * k;
                    if (subscript < 1 || subscript > SIZE) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
