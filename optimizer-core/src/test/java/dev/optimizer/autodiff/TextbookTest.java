package dev.optimizer.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.formula.Formula;
import org.junit.jupiter.api.Test;

/** Worked examples with known answers. Where the arithmetic is exact in doubles, so is the comparison. */
class TextbookTest {
    /** A few operations on figures near 1, each within an ulp of 2.2e-16. */
    private static final double FEW_ULPS = 1e-15;

    @Test
    void quarticHasTwoMinimaAndAMaximum() {
        Probe quartic = Probe.of("3*x^4 - 4*x^3 - 12*x^2");

        assertThat(quartic.value(-1)).isEqualTo(-5);
        assertThat(quartic.value(0)).isZero();
        assertThat(quartic.value(2)).isEqualTo(-32);
        assertThat(quartic.gradient(-1)).containsExactly(0);
        assertThat(quartic.gradient(2)).containsExactly(0);
        assertThat(quartic.gradient(-0.5)).containsExactly(7.5);
        assertThat(quartic.hessian(-1)[0]).containsExactly(36);
        assertThat(quartic.hessian(0)[0]).containsExactly(-24);
        assertThat(quartic.hessian(2)[0]).containsExactly(72);
    }

    @Test
    void chainOfSquaresHasEveryPartialMinus4096() {
        Formula formula = Formula.builder()
                .variable("w")
                .variable("x")
                .variable("y")
                .variable("z")
                .let("a", "(w + x + y + z)^2")
                .let("b", "(w + x - y - z)^2")
                .let("u", "(a + b)^2")
                .let("v", "(a - b)^2")
                .parse("(u + v)^2");
        Probe chain = Probe.of(formula);

        assertThat(chain.value(-1, 0, -2, 1)).isEqualTo(1024);
        assertThat(chain.gradient(-1, 0, -2, 1)).containsExactly(-4096, -4096, -4096, -4096);
    }

    @Test
    void gaussianBumpHasATwiceInverseEHessianAtItsMinimum() {
        Probe bump = Probe.of("x*exp(-x^2 - y^2)");
        double inverseE = StrictMath.exp(-1);

        assertThat(bump.value(-1, 0)).isEqualTo(-inverseE);
        assertThat(bump.gradient(-1, 0)).containsExactly(new double[] {-inverseE, 0}, within(FEW_ULPS));
        assertThat(bump.hessian(-1, 0)[0]).containsExactly(new double[] {2 * inverseE, 0}, within(FEW_ULPS));
        assertThat(bump.hessian(-1, 0)[1]).containsExactly(new double[] {0, 2 * inverseE}, within(FEW_ULPS));
    }

    @Test
    void gradientOfLogSumExpSumsToOne() {
        Probe soft = Probe.of("log(exp(x) + exp(y))");
        double[] gradient = soft.gradient(0, Math.log(2));

        assertThat(soft.value(0, Math.log(2))).isCloseTo(Math.log(3), within(FEW_ULPS));
        assertThat(gradient).containsExactly(new double[] {1.0 / 3, 2.0 / 3}, within(FEW_ULPS));
        assertThat(soft.gradient(-3, 1.5))
                .satisfies(g -> assertThat(g[0] + g[1]).isCloseTo(1, within(FEW_ULPS)));
    }

    @Test
    void cubicHasADegenerateCriticalPointAtTheOrigin() {
        Probe cubic = Probe.of("x^2*y + x*y^2");

        assertThat(cubic.gradient(0, 0)).containsExactly(0, 0);
        assertThat(cubic.hessian(0, 0)).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}});
        assertThat(cubic.hessian(1, 2)).isDeepEqualTo(new double[][] {{4, 6}, {6, 2}});
    }

    @Test
    void rosenbrockHasItsKnownHessian() {
        Probe rosenbrock = Probe.of("100*(y - x^2)^2 + (1 - x)^2");
        Probe ordered = Probe.of(Formula.builder().variable("x").variable("y").parse("100*(y - x^2)^2 + (1 - x)^2"));

        assertThat(rosenbrock.value(1, 1)).isZero();
        assertThat(ordered.gradient(-1, 2)).containsExactly(396, 200);
        assertThat(ordered.hessian(1, 1)).isDeepEqualTo(new double[][] {{802, -400}, {-400, 200}});
        assertThat(ordered.hessianVector(new double[] {1, 1}, new double[] {1, 2}))
                .containsExactly(2, 0);
    }

    @Test
    void maximisingIsMinimisingMinusTheFormula() {
        Probe negated = Probe.of(Formula.parse("x^2 + y").negated());

        assertThat(negated.value(3, 1)).isEqualTo(-10);
        assertThat(negated.gradient(3, 1)).containsExactly(-6, -1);
        assertThat(negated.hessian(3, 1)[0]).containsExactly(-2, 0);
    }
}
