package dev.optimizer.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Well-shaped formulas are read with the shape they were built for; all others are refused at their place, and no way else. */
class RandomShapesTest {
    /** A formula and the shape it was built for. */
    record Sample(String text, Shape shape) {}

    @Property(tries = 2000)
    void readsWhatFitsWithItsShape(@ForAll("wellShaped") Sample sample) {
        assertThat(Shaped.parse(sample.text()).shape()).isEqualTo(sample.shape());
    }

    @Property(tries = 2000)
    void refusesWhatDoesNotFitAtThePlaceOfTheOperation(@ForAll("illShaped") String wrong) {
        String before = "s*norm2(u) - sum([2*s, prod([";
        String text = before + wrong + "])])";

        assertPlaced(catchThrowable(() -> Shaped.parse(text)), text, before.length(), before.length() + wrong.length());
    }

    /** Whatever comes: a shape, or a complaint that points into the text. */
    @Property(tries = 5000)
    void neverFailsInAnyOtherWay(@ForAll("tokens") String text) {
        Throwable error = catchThrowable(() -> Shaped.parse(text));

        if (error != null) {
            assertPlaced(error, text, 0, text.length());
        }
    }

    private static void assertPlaced(Throwable error, String text, int from, int to) {
        assertThat(error).as(text).isInstanceOfSatisfying(FormulaException.class, refused -> {
            assertThat(refused.source()).isEqualTo(text);
            assertThat(refused.start()).isBetween(from, to);
            assertThat(refused.end()).isBetween(refused.start(), to);
            assertThat(refused.problem()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
        });
    }

    @Provide
    Arbitrary<Sample> wellShaped() {
        return RandomArrays.shapes()
                .flatMap(shape -> RandomArrays.ofShape(shape, 3).map(text -> new Sample(text, shape)));
    }

    /** One operation that cannot be, of operands that are in order. */
    @Provide
    Arbitrary<String> illShaped() {
        Arbitrary<Shape> arrays = RandomArrays.shapes().filter(shape -> !shape.isScalar());
        Arbitrary<String> unequal = Combinators.combine(arrays, arrays, Arbitraries.of("+", "-", ".*", "./", ".^"))
                .filter((left, right, sign) -> !left.isLike(right))
                .flatAs((left, right, sign) -> join(left, sign, right));
        Arbitrary<String> unproductive = Combinators.combine(arrays, arrays)
                .filter((left, right) -> left.columns() != right.rows())
                .flatAs((left, right) -> join(left, "*", right));
        Arbitrary<String> quotient =
                Combinators.combine(arrays, arrays).flatAs((left, right) -> join(left, "/", right));
        Arbitrary<String> power = arrays.flatMap(shape -> join(shape, "^", Shape.scalar()));
        Arbitrary<String> scalarFunction = Combinators.combine(
                        Arbitraries.of("softmax", "trace", "inv", "logdet", "sum", "norm2"),
                        RandomArrays.ofShape(Shape.scalar(), 2))
                .as((f, a) -> f + "(" + a + ")");
        return Arbitraries.oneOf(List.of(unequal, unproductive, quotient, power, scalarFunction));
    }

    private static Arbitrary<String> join(Shape left, String sign, Shape right) {
        return Combinators.combine(RandomArrays.ofShape(left, 2), RandomArrays.ofShape(right, 2))
                .as((a, b) -> "(" + a + ") " + sign + " (" + b + ")");
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(
                        ("s u A Q w k n obs.t obs 1 2 0 3.5 1e300 9e15 i j pi + - * / ^ .* ./ .^ ' ( ) [ ] , : .. < == in"
                                        + " sum( prod( vector( sum(i_in_1..3, vector(j_in_i..2, if( max( dot( inv("
                                        + " length( u[ A[ x ; # . β π")
                                .split(" "))
                .list()
                .ofMinSize(1)
                .ofMaxSize(25)
                .map(words -> String.join(" ", words).replace('_', ' '));
    }
}
