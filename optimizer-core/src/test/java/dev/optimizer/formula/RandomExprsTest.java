package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A formula built in Java is the formula that a text with all its brackets says, and has no bracket too few. */
class RandomExprsTest {
    @Property(tries = 1000)
    void readsBackAsTheSameTree(@ForAll long seed) {
        RandomExprs.Both both = new RandomExprs(seed).any(4);
        Formula expected = RandomExprs.parse(both.text());

        assertThat(both.expr().shape()).isEqualTo(expected.shape());
        assertThat(tree(RandomExprs.parse(both.expr().toString()))).isEqualTo(tree(expected));
    }

    /** Variables by name: their positions depend on which are declared. */
    private static String tree(Formula formula) {
        String tree = formula.expression().toString();
        return tree.replaceAll(", start=\\d+, end=\\d+", "").replaceAll("(Variable\\[name=\\w+), index=\\d+", "$1");
    }
}
