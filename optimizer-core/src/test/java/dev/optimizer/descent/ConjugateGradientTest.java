package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Vector;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConjugateGradientTest {
    private static final FormulaObjective QUADRATIC =
            FormulaObjective.of("2*a^2 + 3*b^2 + 5*c^2 + 7*d^2 + a*b - 2*b*c + c*d + a - b + 2*c - 3*d");

    /** The linear method of Hestenes and Stiefel: n steps, and one path whatever the formula. */
    @Property(tries = 200)
    void onAQuadraticWithExactStepsTheFormulasCoincideAndEndAfterN(@ForAll @IntRange(max = 1_000_000) int seed) {
        double[] x0 = new Random(seed).doubles(4, -2, 2).toArray();
        Steps[] paths = new Steps[Beta.values().length];
        for (Beta beta : Beta.values()) {
            paths[beta.ordinal()] = new Steps(QUADRATIC, new ConjugateGradient(beta), x0);
        }
        for (int step = 0; step < 4; step++) {
            for (Steps path : paths) {
                path.goToTheMinimum();
                // Rounding grows with the condition, about 10, from step to step.
                assertThat(path.current().x().distanceInf(paths[0].current().x()))
                        .isLessThan(1e-9);
            }
        }
        assertThat(paths[0].current().gradientNorm()).isLessThan(1e-9);
    }

    /** g = (1, 2), g⁺ = (2, −1), p = (−1, −1), so that y = (1, −3): all products by hand. */
    @Test
    void theFormulasByHand() {
        Vector g = Vector.of(1, 2);
        Vector after = Vector.of(2, -1);
        Vector p = Vector.of(-1, -1);
        Vector y = Vector.of(1, -3);

        // yᵀg⁺ = 5, pᵀy = 2, yᵀy = 10, pᵀg⁺ = −1, gᵀg = 5, g⁺ᵀg⁺ = 5, g⁺ᵀg = 0
        assertThat(Beta.HAGER_ZHANG.of(g, after, p, y)).isEqualTo((5 + 10.0) / 2);
        assertThat(Beta.POLAK_RIBIERE_PLUS.of(g, after, p, y)).isEqualTo(1);
        assertThat(Beta.FLETCHER_REEVES.of(g, after, p, y)).isEqualTo(1);
        assertThat(Beta.HESTENES_STIEFEL.of(g, after, p, y)).isEqualTo(2.5);
        assertThat(Beta.DAI_YUAN.of(g, after, p, y)).isEqualTo(2.5);
    }

    @Test
    void boundsAndRestartsOfTheFormulas() {
        // The gradient halves along itself: y = −g/2, p = −g.
        Vector g = Vector.of(2, 0);
        Vector after = Vector.of(1, 0);
        Vector p = Vector.of(-2, 0);
        Vector y = Vector.of(-1, 0);

        assertThat(Beta.POLAK_RIBIERE_PLUS.of(g, after, p, y)).isZero();
        assertThat(Beta.HESTENES_STIEFEL.of(g, after, p, y)).isZero();
        assertThat(Beta.FLETCHER_REEVES.of(g, after, p, y)).isZero();
        assertThat(Beta.DAI_YUAN.of(g, after, p, y)).isEqualTo(0.5);
        // (−1 + 2·1·2/2)/2 = 1/2 is above the bound −0.4; with g⁺ reversed it is −1/2, below it.
        assertThat(Beta.HAGER_ZHANG.of(g, after, p, y)).isEqualTo(0.5);
        assertThat(Beta.HAGER_ZHANG.of(g, Vector.of(-1, 0), p, y)).isCloseTo(-0.4, within(1e-16));
    }

    /** After 6n steps the direction is −∇f once more, and only then. */
    @Test
    void itBeginsAnewAfterSixNSteps() {
        FormulaObjective valley = FormulaObjective.of("log(1 + x^2 + 3*y^2 + x*y)");
        Steps steps = new Steps(valley, new ConjugateGradient(Beta.DAI_YUAN), 3, 1);

        for (int step = 0; step <= 12; step++) {
            Vector p = steps.direction();
            boolean steepest = p.get(0) == -steps.current().gradient().get(0)
                    && p.get(1) == -steps.current().gradient().get(1);
            assertThat(steepest).as("step %d", step).isEqualTo(step == 0 || step == 12);
            steps.go(0.01);
        }
    }
}
