package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions of arrays at kinks, poles and outside their domains: exactly the documented value, without a tolerance. */
class ArrayEdgesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sum(v)                   | Infinity -Infinity | NaN       | 1 1
        sum(v)                   | NaN 1              | NaN       | 1 1
        sum(i in 1..0, v[1])     | 1 1                | 0         | 0 0
        prod(i in 1..0, v[1])    | 1 1                | 1         | 0 0
        trace([[v[1], 0], [0, v[2]]]) | Infinity -Infinity | NaN  | 1 1
        dot(v, v)                | 0 -Infinity        | Infinity  | 0 -Infinity
        norm1(v)                 | 0 -0.0             | 0         | 0 0
        norm1(v)                 | -Infinity 2        | Infinity  | -1 1
        norm1(v)                 | NaN 2              | NaN       | NaN 1
        norm2(v)                 | 0 0                | 0         | NaN NaN
        norm2(v)                 | 0 -0.0             | 0         | NaN NaN
        norm2(v)                 | 0 2                | 2         | 0 1
        norm2(v)                 | NaN 2              | NaN       | NaN NaN
        norm2(v)^2               | 0 0                | 0         | 0 0
        norm2(v)^2               | -Infinity 1        | Infinity  | -Infinity 2
        logsumexp(v)             | -Infinity 1        | 1         | 0 1
        logsumexp(v)             | 1000 0             | 1000      | 1 0
        logsumexp(v)             | NaN 1              | NaN       | NaN NaN
        softmax(v)[1]            | -Infinity 1        | 0         | 0 0
        softmax(v)[2]            | -Infinity 1        | 1         | 0 0
        softmax(v)[1]            | 1e200 1e200        | 0.5       | 0.25 -0.25
        softmax(v)[1]            | 1 NaN              | NaN       | NaN NaN
        prod(v)                  | 0 2 5              | 0         | 10 0 0
        prod(v)                  | 0 0 5              | 0         | 0 0 0
        prod(v)                  | 0 0 0              | 0         | 0 0 0
        prod(v)                  | 0 Infinity         | NaN       | Infinity 0
        prod(v)                  | NaN 1              | NaN       | 1 NaN
        max(v)                   | 1 3 3              | 3         | 0 1 0
        max(v)                   | 0 -0.0             | 0         | 1 0
        max(v)                   | -Infinity -Infinity | -Infinity | 1 0
        max(v)                   | 1 NaN 3            | NaN       | 0 1 0
        max(v)                   | 1 Infinity         | Infinity  | 0 1
        min(v)                   | 3 1 1              | 1         | 0 1 0
        min(v)                   | Infinity Infinity  | Infinity  | 1 0
        min(v)                   | 1 3 NaN            | NaN       | 0 0 1
        min(v)                   | 1 -Infinity        | -Infinity | 0 1
        min(v)                   | 0 2                | 0         | 1 0
        sum(i in 1..3, v[1]^(i-1)*v[2]) | 0 2         | 2         | 2 1
        sum(v.^[1, 2])           | 0 0                | 0         | 1 0
        sum(i in 0..2, v[i+1]^i) | 0 0 0              | 1         | 0 1 0
        sum(max(v, [1, 1]))      | 1 2                | 3         | 1 1
        sum(min([1, 1], v))      | 1 2                | 2         | 0 0
        sum(abs(v))              | 0 -Infinity        | Infinity  | 0 -1
        sum(v.^0)                | NaN 0              | 2         | 0 0
        sum(v.^0.5)              | 0 4                | 2         | Infinity 0.25
        logdet([[v[1], 0], [0, v[2]]]) | -1 -1        | 0         | -1 -1
        logdet([[v[1], 0], [0, v[2]]]) | 0 1          | -Infinity | NaN NaN
        logdet([[v[1], v[2]], [v[2], v[1]]]) | 1 1    | -Infinity | NaN NaN
        logdet([[v[1], v[2]], [v[2], v[1]]]) | NaN 1  | NaN       | NaN NaN
        sum(inv([[v[1], 0], [0, v[2]]])) | 0 1        | NaN       | NaN NaN
        inv([[v[1], v[2]], [v[2], v[1]]])[1,1] | 1 1  | NaN       | NaN NaN
        """)
    void valueAndGradientAreAsDocumented(String text, String v, double value, String gradient) {
        Probe probe = probe(text, numbers(v).length);

        assertThat(Double.valueOf(probe.value(numbers(v)))).isEqualTo(Double.valueOf(value));
        // A derivative that is zero may have either sign: adding 0 makes it positive.
        double[] slopes =
                DoubleStream.of(probe.gradient(numbers(v))).map(g -> g + 0.0).toArray();
        assertThat(slopes).containsExactly(numbers(gradient));
    }

    /** Where the derivative means nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        logsumexp(v)             | Infinity 1           | Infinity
        logsumexp(v)             | -Infinity -Infinity  | -Infinity
        softmax(v)[1]            | Infinity 1           | NaN
        softmax(v)[2]            | Infinity 1           | 0
        softmax(v)[1]            | -Infinity -Infinity  | NaN
        norm2(v)                 | Infinity 1           | Infinity
        norm2(v)                 | -Infinity Infinity   | Infinity
        logdet([[v[1], 0], [0, v[2]]]) | -1 1           | NaN
        sum((v*[1, 1]')*[0, 1])  | Infinity 1           | NaN
        sum((v*[1, 1]')*[0, 1])  | NaN 1                | NaN
        """)
    void valueIsThatOfTheStandard(String text, String v, double value) {
        assertThat(Double.valueOf(probe(text, numbers(v).length).value(numbers(v))))
                .isEqualTo(Double.valueOf(value));
    }

    /** The product of the other factors, not the product divided by this one. */
    @Test
    void productsHaveTheirDerivativesAtZerosToo() {
        Probe product = probe("prod(v)", 3);

        assertThat(product.hessian(0, 0, 5)).isDeepEqualTo(new double[][] {{0, 5, 0}, {5, 0, 0}, {0, 0, 0}});
        assertThat(product.hessian(0, 2, 5)).isDeepEqualTo(new double[][] {{0, 5, 2}, {5, 0, 0}, {2, 0, 0}});
    }

    /** A factor is not in its own slope, so that there is nothing to multiply what has overflown by. */
    @ParameterizedTest
    @CsvSource({"prod(v)", "'prod(i in 1..3, v[i])'", "'prod([v[1], v[2], v[3]])'", "'prod(v[1:3])'"})
    void fewFactorsHaveNoCurvatureOfTheirOwn(String text) {
        Probe product = probe(text, 3);
        double infinity = Double.POSITIVE_INFINITY;

        assertThat(product.gradient(1e200, 1e200, 1)).containsExactly(1e200, 1e200, infinity);
        assertThat(product.hessian(1e200, 1e200, 1))
                .isDeepEqualTo(new double[][] {{0, 1, 1e200}, {1, 0, 1e200}, {1e200, 1e200, 0}});
        assertThat(product.hessian(0, 1e200, 1e200))
                .isDeepEqualTo(new double[][] {{0, 1e200, 1e200}, {1e200, 0, 0}, {1e200, 0, 0}});
    }

    /** The recurrence of many factors and the code of few say the same. */
    @ParameterizedTest
    @CsvSource({"8, 6720", "9, 60480"})
    void manyFactorsAreAsFew(int n, double slope) {
        Probe product = probe("prod(v)", n);
        double[] v = new double[n];
        Arrays.setAll(v, i -> i + 1);

        assertThat(product.gradient(v)[5]).isEqualTo(slope);
        assertThat(product.hessian(v)[5][3]).isEqualTo(slope / 4);
        assertThat(product.hessian(v)[5][5]).isEqualTo(0);
    }

    private static Probe probe(String text, int n) {
        // The variable is declared, for some of these formulas do not use it.
        return Probe.of(
                Formula.builder().variable("v", Shape.vector(n)).closed().parse(text));
    }

    private static double[] numbers(String list) {
        return Stream.of(list.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
