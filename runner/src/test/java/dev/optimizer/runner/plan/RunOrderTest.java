package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class RunOrderTest {
    @Test
    void numbersInTextsCountAsNumbers() {
        assertThat(List.of("any-10", "any-2", "any", "Any-3", "b1c10", "b1c9").stream()
                        .sorted(RunOrder.NATURAL)
                        .toList())
                .containsExactly("Any-3", "any", "any-2", "any-10", "b1c9", "b1c10");
    }

    @Test
    void numbersAreOrderedByValueAndComeFirst() {
        assertThat(List.of("0.01", "armijo", "1e-8", "-3", "10", "9", ".5").stream()
                        .sorted(RunOrder.NATURAL)
                        .toList())
                .containsExactly("-3", "1e-8", "0.01", ".5", "9", "10", "armijo");
    }

    /** What sorting rests on. */
    @Property
    void isAnOrder(
            @ForAll @StringLength(max = 4) @CharRange(from = '-', to = ':') String a,
            @ForAll @StringLength(max = 4) @CharRange(from = '-', to = ':') String b,
            @ForAll @StringLength(max = 4) @CharRange(from = '-', to = ':') String c) {
        int ab = Integer.signum(RunOrder.NATURAL.compare(a, b));
        int bc = Integer.signum(RunOrder.NATURAL.compare(b, c));
        assertThat(ab).isEqualTo(-Integer.signum(RunOrder.NATURAL.compare(b, a)));
        assertThat(ab == 0).isEqualTo(a.equals(b));
        if (ab < 0 && bc < 0) {
            assertThat(RunOrder.NATURAL.compare(a, c)).isNegative();
        }
    }
}
