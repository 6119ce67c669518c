package dev.optimizer.runner.config.declaration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong declaration fails where it is made, not at the first user. */
class SectionTest {
    @Test
    void refusesADefaultThatIsNoValue() {
        assertThatThrownBy(() ->
                        Section.of("s", "", Key.optional("k", Kind.number().above(0), "0", "")))
                .hasMessage("the default of s.k must be greater than 0: 0");
        assertThatThrownBy(() -> Section.of("s", "", Key.optional("k", Kind.word("a", "b"), "c", "")))
                .hasMessage("the default of s.k must be one of a, b: 'c'");
        Kind variant = Kind.variant(List.of(Section.of("a", "")));
        assertThatThrownBy(() -> Section.of("s", "", Key.optional("k", variant, "b", "")))
                .hasMessage("the default of s.k must be a: 'b'");
        assertThatThrownBy(() -> Section.of("s", "", Key.optional("k", new Kind.Constant(), "1", "")))
                .hasMessage("s.k is of a kind that takes no default");
    }

    @Test
    void refusesAKeyDeclaredTwice() {
        Key key = Key.optional("k", Kind.flag(), "");
        assertThatThrownBy(() -> Section.of("s", "", key, key)).hasMessage("s declares 'k' twice");
    }
}
