package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.formula.Formula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens at kinks, poles and outside the domain: exactly the documented value, so nothing here has a tolerance. */
class DomainEdgesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        abs(x)           | 0         | 0         | 0         | 0
        abs(x)           | -2        | 2         | -1        | 0
        abs(x)           | -Infinity | Infinity  | -1        | 0
        abs(x)           | NaN       | NaN       | NaN       | 0
        max(x, 2*x)      | 0         | 0         | 1         | 0
        max(2*x, x)      | 0         | 0         | 2         | 0
        min(x, 2*x)      | 0         | 0         | 1         | 0
        min(2*x, x)      | 0         | 0         | 2         | 0
        max(x, 1, x^2)   | 1         | 1         | 1         | 0
        max(x, 1, x^2)   | 3         | 9         | 6         | 2
        min(x, 1, x^2)   | 3         | 1         | 0         | 0
        max(x, 1)        | NaN       | NaN       | 1         | 0
        max(x, sqrt(x))  | 0         | 0         | 1         | 0
        min(log(x), x)   | 0         | -Infinity | Infinity  | -Infinity
        max(log(x), x)   | 0         | 0         | 1         | 0
        x^0              | 0         | 1         | 0         | 0
        x^0              | NaN       | 1         | 0         | 0
        x^(2-2)          | Infinity  | 1         | 0         | 0
        pow(x, 0)        | NaN       | 1         | 0         | 0
        x^1              | -0.0      | -0.0      | 1         | 0
        x^2              | 0         | 0         | 0         | 2
        x^3              | -Infinity | -Infinity | Infinity  | -Infinity
        x^-1             | 0         | Infinity  | -Infinity | Infinity
        x^-1             | -0.0      | -Infinity | -Infinity | -Infinity
        x^0.5            | 0         | 0         | Infinity  | -Infinity
        x^0.5            | -1        | NaN       | NaN       | NaN
        x^1.5            | 0         | 0         | 0         | Infinity
        x^2.5            | 0         | 0         | 0         | 0
        sqrt(x)          | 0         | 0         | Infinity  | -Infinity
        sqrt(x)          | -1        | NaN       | NaN       | NaN
        sqrt(x)          | Infinity  | Infinity  | 0         | 0
        log(x)           | 0         | -Infinity | Infinity  | -Infinity
        log1p(x)         | -1        | -Infinity | Infinity  | -Infinity
        asin(x)          | 1         | 1.5707963267948966 | Infinity | Infinity
        asin(x)          | -1        | -1.5707963267948966 | Infinity | -Infinity
        asin(x)          | 1.5       | NaN       | NaN       | NaN
        acos(x)          | 1         | 0         | -Infinity | -Infinity
        acos(x)          | 2         | NaN       | NaN       | NaN
        exp(x)           | -Infinity | 0         | 0         | 0
        exp(x)           | 710       | Infinity  | Infinity  | Infinity
        exp(x)           | NaN       | NaN       | NaN       | NaN
        tanh(x)          | 1000      | 1         | 0         | 0
        tanh(x)          | -1000     | -1        | 0         | 0
        sigmoid(x)       | 1000      | 1         | 0         | 0
        sigmoid(x)       | -1000     | 0         | 0         | 0
        sigmoid(x)       | Infinity  | 1         | 0         | 0
        softplus(x)      | 1000      | 1000      | 1         | 0
        softplus(x)      | -1000     | 0         | 0         | 0
        softplus(x)      | Infinity  | Infinity  | 1         | 0
        sin(x)           | Infinity  | NaN       | NaN       | NaN
        1/x              | 0         | Infinity  | -Infinity | Infinity
        0*x              | NaN       | NaN       | 0         | 0
        x + 0            | -0.0      | 0.0       | 1         | 0
        exp(x)           | Infinity  | Infinity  | Infinity  | Infinity
        expm1(x)         | -0.0      | -0.0      | 1         | 1
        expm1(x)         | Infinity  | Infinity  | Infinity  | Infinity
        expm1(x)         | -Infinity | -1        | 0         | 0
        log(x)           | Infinity  | Infinity  | 0         | 0
        log(x)           | NaN       | NaN       | NaN       | NaN
        log1p(x)         | -0.0      | -0.0      | 1         | -1
        log1p(x)         | Infinity  | Infinity  | 0         | 0
        sqrt(x)          | NaN       | NaN       | NaN       | NaN
        cos(x)           | -Infinity | NaN       | NaN       | NaN
        tan(x)           | Infinity  | NaN       | NaN       | NaN
        acos(x)          | -1        | 3.141592653589793 | -Infinity | Infinity
        sinh(x)          | 711       | Infinity  | Infinity  | Infinity
        sinh(x)          | -Infinity | -Infinity | Infinity  | -Infinity
        cosh(x)          | -Infinity | Infinity  | -Infinity | Infinity
        tanh(x)          | -Infinity | -1        | 0         | 0
        tanh(x)          | NaN       | NaN       | NaN       | NaN
        sigmoid(x)       | -Infinity | 0         | 0         | 0
        sigmoid(x)       | NaN       | NaN       | NaN       | NaN
        softplus(x)      | -Infinity | 0         | 0         | 0
        softplus(x)      | NaN       | NaN       | NaN       | NaN
        abs(x)           | -0.0      | 0         | 0         | 0
        max(x, 1)        | Infinity  | Infinity  | 1         | 0
        max(x, 1)        | -Infinity | 1         | 0         | 0
        min(x, 1)        | -Infinity | -Infinity | 1         | 0
        min(x, 1)        | NaN       | NaN       | 1         | 0
        x^0              | -Infinity | 1         | 0         | 0
        x^2              | -Infinity | Infinity  | -Infinity | 2
        x^3              | 0         | 0         | 0         | 0
        x^-1             | Infinity  | 0         | 0         | 0
        x^-1             | -Infinity | -0.0      | 0         | 0
        x^-2             | 0         | Infinity  | -Infinity | Infinity
        x^-2             | -0.0      | Infinity  | Infinity  | Infinity
        x^0.5            | Infinity  | Infinity  | 0         | 0
        x^0.5            | NaN       | NaN       | NaN       | NaN
        x^1.5            | Infinity  | Infinity  | Infinity  | 0
        x^-0.5           | 0         | Infinity  | -Infinity | Infinity
        x^-0.5           | Infinity  | 0         | 0         | 0
        x^-0.5           | -1        | NaN       | NaN       | NaN
        2^x              | Infinity  | Infinity  | Infinity  | Infinity
        2^x              | -Infinity | 0         | 0         | 0
        0^x              | 0         | 1         | -Infinity | Infinity
        0^x              | 1         | 0         | 0         | 0
        0^x              | -1        | Infinity  | -Infinity | Infinity
        (-2)^x           | 3         | -8        | NaN       | NaN
        1/x              | -0.0      | -Infinity | -Infinity | -Infinity
        1/x              | -Infinity | -0.0      | 0         | 0
        x/x              | 0         | NaN       | NaN       | NaN
        x/2              | NaN       | NaN       | 0.5       | 0
        x*x              | -Infinity | Infinity  | -Infinity | 2
        x - x            | Infinity  | NaN       | 0         | 0
        -x               | 0         | -0.0      | -1        | 0
        if(x > 0, x*log(x), 0)   | 0   | 0   | 0     | 0
        if(x > 0, sqrt(x), 0)    | 0   | 0   | 0     | 0
        if(x > 0, sqrt(x), 0)    | 4   | 2   | 0.25  | -0.03125
        if(x > 0, log(x), x^2)   | -3  | 9   | -6    | 2
        if(x >= 0, x^3, 1/x)     | 0   | 0   | 0     | 0
        if(x < 0, 1/x, x)        | 0   | 0   | 1     | 0
        if(x <= 0, 2*x, 1/x)     | 0   | 0   | 2     | 0
        if(x == 0, x, sqrt(x)/x) | 0   | 0   | 1     | 0
        if(x != 0, sin(x)/x, 1)  | 0   | 1   | 0     | 0
        if(x > 0, x, -x)         | NaN | NaN | -1    | 0
        if(x != x, 5*x, x)       | NaN | NaN | 5     | 0
        3*if(x > 0, x*log(x), x)^2 + x | 0 | 0 | 1   | 6
        sqrt(if(x > 0, 1/x, 4) + 0*x)  | 0 | 2 | 0   | 0
        """)
    void areAsDocumented(String text, double x, double f, double slope, double curvature) {
        Probe probe = Probe.of(text);

        assertSame("f", probe.value(x), f);
        // A derivative that is zero may have either sign: adding 0 makes it positive.
        assertSame("f'", probe.gradient(x)[0] + 0.0, slope);
        assertSame("f''", probe.hessian(x)[0][0] + 0.0, curvature);
    }

    /** Outside its domain a function has no derivative to speak of; its value is that of IEEE 754, and NaN if there is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        log(x)     | -1        | NaN
        log(x)     | -Infinity | NaN
        log1p(x)   | -2        | NaN
        log1p(x)   | -Infinity | NaN
        sqrt(x)    | -Infinity | NaN
        sqrt(x)    | -0.0      | -0.0
        asin(x)    | Infinity  | NaN
        acos(x)    | -Infinity | NaN
        atan(x)    | Infinity  | 1.5707963267948966
        atan(x)    | -Infinity | -1.5707963267948966
        x^0.5      | -Infinity | Infinity
        (-2)^x     | 0.5       | NaN
        1^x        | NaN       | NaN
        x^x        | 0         | 1
        x/x        | Infinity  | NaN
        x/0        | -1        | -Infinity
        x/0        | 0         | NaN
        0*x        | Infinity  | NaN
        x + (-2)*x | Infinity  | NaN
        """)
    void valuesOutsideAreThoseOfTheStandard(String text, double x, double f) {
        assertSame("f", Probe.of(text).value(x), f);
    }

    private static void assertSame(String what, double actual, double expected) {
        assertThat(Double.valueOf(actual)).as(what).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void zeroToAPositiveVariablePowerHasNoSlopeInTheExponent() {
        Probe power = Probe.of("x^y");

        assertThat(power.gradient(0, 2)).containsExactly(0, 0);
        assertThat(power.gradient(0, 0.5)).containsExactly(Double.POSITIVE_INFINITY, 0);
        assertThat(power.hessian(0, 3)[1]).containsExactly(0, 0);
        assertThat(power.value(0, 0)).isEqualTo(1);
        assertThat(power.gradient(0, 0)[0]).isEqualTo(0);
        assertThat(power.hessian(0, 1)[0][0]).isEqualTo(0);
        // Away from 0 the slope in x depends on y at y = 0 too: ∂²/∂x∂y x^y = 1/x.
        assertThat(power.hessian(2, 0)[0][1]).isEqualTo(0.5);
    }

    /** Branches inside each other, and one subexpression reached through several: both branches of both are poles at 0. */
    @Test
    void nothingLeaksOutOfSharedAndNestedBranches() {
        Probe nested = Probe.of("if(x > 0, if(y > 0, log(x)*log(y), log(x)), if(y > 0, log(y), x*y))");
        Probe shared = Probe.of("if(x > 0, log(x), x) + if(y > 0, log(x)*y, 2*x) + 3*x");

        assertThat(nested.gradient(0, 0)).containsExactly(0, 0);
        assertThat(nested.hessian(0, 0)).isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
        assertThat(nested.gradient(0, 2)).containsExactly(0, 0.5);
        assertThat(shared.gradient(0, 0)).containsExactly(6, 0);
        assertThat(shared.gradient(2, 0)).containsExactly(5.5, 0);
    }

    /** The slope of the square root is shared by both branches and infinite at y = 0; only the second one has x in it. */
    @Test
    void nothingLeaksIntoSecondDerivativesThroughSharedParts() {
        Probe probe = Probe.of("if(x > 0, sqrt(y), x*sqrt(y))");

        assertThat(probe.gradient(1, 0)).containsExactly(0, Double.POSITIVE_INFINITY);
        assertThat(probe.hessian(1, 0)).isDeepEqualTo(new double[][] {{0, 0}, {0, Double.NEGATIVE_INFINITY}});
    }

    /** Thirty branches that share their parts have 2³⁰ paths; the sweep must not walk each. */
    @Test
    void sharedBranchesStayLinear() {
        Formula.Builder builder = Formula.builder().let("t0", "x");
        for (int i = 1; i <= 30; i++) {
            String last = "t" + (i - 1);
            builder.let("t" + i, "if(" + last + " > 0, " + last + " + 1, max(" + last + ", 1/" + last + "))");
        }
        Probe probe = Probe.of(builder.parse("t30"));

        assertThat(probe.value(1)).isEqualTo(31);
        assertThat(probe.gradient(1)).containsExactly(1);
        assertThat(probe.hessian(1)[0]).containsExactly(0);
        assertThat(probe.gradient(-0.5)).containsExactly(1);
    }
}
