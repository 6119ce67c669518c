package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Cholesky;
import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class QuasiNewtonTest {
    /** A convex quadratic, no two of whose eigenvalues are equal. */
    private static final FormulaObjective QUADRATIC =
            FormulaObjective.of("2*a^2 + 3*b^2 + 5*c^2 + 7*d^2 + a*b - 2*b*c + c*d + a - b + 2*c - 3*d");

    /** Strongly convex and no quadratic. */
    private static final FormulaObjective QUARTIC =
            FormulaObjective.of("a^4 + b^4 + c^4 + 2*a^2 + 3*b^2 + 5*c^2 + a*b - b*c + a");

    /**
     * After n exact steps along conjugate directions s, ∇f = 0 and H takes ∇²f·s back to s: times what H was enlarged by
     * since, at least 1.
     */
    @Property(tries = 200)
    void onAQuadraticExactStepsEndAfterNAndTheMatrixInvertsTheHessian(@ForAll @IntRange(max = 1_000_000) int seed) {
        Bfgs bfgs = new Bfgs();
        Steps steps = new Steps(QUADRATIC, bfgs, random(4, seed));
        List<Vector> directions = new ArrayList<>();

        for (int step = 0; step < 4; step++) {
            steps.goToTheMinimum();
            directions.add(Vector.of(steps.direction().toArray()));
        }
        directions.remove(3);

        // Eight digits of rounding: each step divides by the curvature of ever smaller differences.
        assertThat(steps.current().gradientNorm()).isLessThan(1e-7);
        for (Vector s : directions) {
            Vector y = Vector.zeros(4);
            Vector hy = Vector.zeros(4);
            steps.current().multiply(s, y);
            bfgs.inverse().multiplySymmetric(1, y, hy);
            double factor = hy.dot(s) / s.dot(s);
            assertThat(factor).isGreaterThan(1 - 1e-5);
            hy.axpy(-factor, s);
            assertThat(hy.normInf()).isLessThan(1e-5 * factor * s.normInf());
        }
    }

    @Property(tries = 200)
    void withMemoryEnoughLimitedMemoryIsBfgsAfterTheFirstScale(@ForAll @IntRange(max = 1_000_000) int seed) {
        double[] x0 = random(4, seed);
        Steps full = new Steps(QUADRATIC, new Bfgs(), x0);
        Steps limited = new Steps(QUADRATIC, new LimitedMemoryBfgs(4), x0);

        for (int step = 0; step < 4; step++) {
            full.goToTheMinimum();
            limited.goToTheMinimum();

            // The points agree although the scales of the initial matrices differ (Nocedal and Wright, theorem 6.4).
            assertThat(limited.current().x().distanceInf(full.current().x())).isLessThan(1e-7);
        }
    }

    /** H⁺y = s/t with the factor t of Biggs, and H⁺ stays positive definite, whatever the pairs of points. */
    @Property(tries = 300)
    void theSecantEquationHoldsAndTheMatrixStaysPositiveDefinite(@ForAll @IntRange(max = 1_000_000) int seed) {
        Bfgs bfgs = new Bfgs();
        Point from = new Point(QUARTIC, new Evaluations());
        Point to = new Point(QUARTIC, new Evaluations());
        Vector s = Vector.zeros(3);
        Vector y = Vector.zeros(3);
        Vector hy = Vector.zeros(3);
        bfgs.start(from);

        for (int pair = 0; pair < 20; pair++) {
            from.moveTo(Vector.of(random(3, seed + pair)));
            to.moveTo(Vector.of(random(3, -seed - pair - 1)));
            s.difference(to.x(), from.x());
            y.difference(to.gradient(), from.gradient());

            bfgs.accept(from, to);

            bfgs.inverse().multiplySymmetric(1, y, hy);
            double scale = s.dot(hy) / s.dot(s);
            hy.axpy(-scale, s);
            // Condition numbers here stay below 1,000, far from what rounding could spoil.
            assertThat(hy.normInf()).isLessThan(1e-11 * s.normInf());
            assertThat(scale).isBetween(1 / 3.0 - 1e-11, 1 / 0.3 + 1e-11);
            assertThat(new Cholesky(3).factor(symmetric(bfgs), 0)).isTrue();
        }
    }

    /** The matrix with its upper triangle filled in. */
    private static Matrix symmetric(Bfgs bfgs) {
        Matrix full = Matrix.zeros(bfgs.inverse().size());
        for (int i = 0; i < full.size(); i++) {
            for (int j = 0; j < full.size(); j++) {
                full.set(i, j, bfgs.inverse().get(Math.max(i, j), Math.min(i, j)));
            }
        }
        return full;
    }

    /** From 0.1 to −0.9·0.1 on −x² there is nothing to learn, and the direction stays −∇f. */
    @Test
    void aStepOfNegativeCurvatureIsSkipped() {
        for (Direction direction : new Direction[] {new Bfgs(), new LimitedMemoryBfgs()}) {
            Steps steps = new Steps(FormulaObjective.of("-x^2"), direction, 0.1);

            steps.direction();
            steps.go(0.5);

            assertThat(direction.isWellScaled()).isFalse();
            assertThat(steps.direction().get(0))
                    .isEqualTo(-steps.current().gradient().get(0));
        }
    }

    /** x⁴ from 2 to 1: the slope falls from 32 to 4, a mean curvature of 28 in place of 12 at the end. */
    @Test
    void theCurvatureIsThatOfTheCubicAtTheEndOfTheStep() {
        Bfgs bfgs = new Bfgs();
        Steps steps = new Steps(FormulaObjective.of("x^4"), bfgs, 2);

        steps.direction();
        steps.go(1 / 32.0);

        // 4·φ′(1) + 2·φ′(0) − 6·(f⁺ − f) along s = −1: −16 − 64 + 90 = 10.
        assertThat(bfgs.inverse().get(0, 0)).isCloseTo(1 / 10.0, within(1e-15));
    }

    /** Lifted by 10⁹, values in Rosenbrock's valley are all rounding; BFGS still comes down to the slopes' own. */
    @Test
    void valuesThatAreAllRoundingDoNotHoldItUp() {
        FormulaObjective lifted = FormulaObjective.of("1e9 + 100*(y - x^2)^2 + (1 - x)^2");

        Result result = new Minimizer(LineSearchSolver.bfgs()).minimize(lifted, Nd4j.create(new double[] {1.01, 1.02}));

        assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
    }

    @Test
    void evaluationsOnRosenbrocksFunction() {
        FormulaObjective rosenbrock = FormulaObjective.of("100*(y - x^2)^2 + (1 - x)^2");
        StoppingRules rules = StoppingRules.defaults().withGradientNorm(1e-6);

        Result result = new Minimizer(LineSearchSolver.bfgs())
                .stop(rules)
                .minimize(rosenbrock, Nd4j.create(new double[] {1, -1.2}));

        assertThat(result.evaluations()).hasToString("41 f, 41 ∇f, 0 ∇²f, 0 ∇²f·v");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new LimitedMemoryBfgs(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memory must be at least 1: 0");
    }

    private static double[] random(int n, int seed) {
        return new Random(seed).doubles(n, -2, 2).toArray();
    }
}
