package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.objective.Objective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The step to the minimum of the parabola, and what becomes of it where f is none. */
class ExactStepTest {
    private record Curve(DoubleUnaryOperator f, DoubleUnaryOperator derivative, double curvature) implements Line {
        @Override
        public double value(double alpha) {
            return f.applyAsDouble(alpha);
        }

        @Override
        public double slope(double alpha) {
            return derivative.applyAsDouble(alpha);
        }

        double search(double first) {
            return new ExactStep().search(this, value(0), slope(0), first);
        }
    }

    private static LineSearchSolver descent() {
        return LineSearchSolver.of(new SteepestDescent(), new ExactStep());
    }

    /**
     * Kantorovich's bound on steepest descent with exact steps, f falls by ((κ − 1)/(κ + 1))² at least (Nocedal and Wright,
     * eq. 3.29), holds with equality from (κ, 1): the iterates zigzag between two rays.
     */
    @Test
    void theWorstStartZigzagsAtTheRateOfTheBound() {
        double kappa = 10;
        double rate = (kappa - 1) / (kappa + 1);
        Trace trace = new Trace(true, 1);
        Result result = new Minimizer(descent())
                .stop(StoppingRules.defaults().withIterations(50))
                .observe(trace)
                .minimize(FormulaObjective.of("(x^2 + 10*y^2)/2"), Nd4j.create(new double[] {kappa, 1}));

        List<Trace.Row> rows = trace.rows();
        for (int k = 0; k <= 50; k++) {
            double length = Math.pow(rate, k);
            // Fifty steps of some roundings each, relative to the entries.
            assertThat(rows.get(k).x()[0]).isCloseTo(kappa * length, within(1e-12 * length * kappa));
            assertThat(rows.get(k).x()[1]).isCloseTo((k % 2 == 0 ? 1 : -1) * length, within(1e-12 * length * kappa));
        }
        assertThat(result.evaluations()).hasToString("51 f, 51 ∇f, 0 ∇²f, 50 ∇²f·v");
    }

    @Test
    void ifAllEigenvaluesAreTheSameOneStepIsEnough() {
        Result result = new Minimizer(descent())
                .minimize(FormulaObjective.of("3*(x - 1)^2 + 3*(y + 2)^2"), Nd4j.create(new double[] {40, 50}));

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.iterations()).isEqualTo(1);
    }

    @Test
    void onAParabolaNoOtherStepIsTried() {
        Curve parabola = new Curve(a -> (a - 0.3) * (a - 0.3), a -> 2 * (a - 0.3), 2);

        assertThat(parabola.search(1e9)).isEqualTo(0.3);
    }

    @Test
    void aStepThatOvershootsIsShortened() {
        // √(1 + 25(a − 1)²): nearly a kink at 1. Newton's step for φ′ = 0 from 0 is 26.
        DoubleUnaryOperator f = a -> Math.sqrt(1 + 25 * (a - 1) * (a - 1));
        Curve kinked = new Curve(f, a -> 25 * (a - 1) / f.applyAsDouble(a), 25 / Math.pow(26, 1.5));

        assertThat(kinked.search(1)).isBetween(0.0, 2.0).isPositive();
    }

    @Test
    void withoutAMinimumOfTheParabolaTheFirstStepIsTried() {
        for (double curvature : new double[] {-2, 0, Double.NaN}) {
            Curve concave = new Curve(a -> -a - a * a, a -> -1 - 2 * a, curvature);
            assertThat(concave.search(0.7)).isEqualTo(0.7);
        }
    }

    /** x³ from −1 has f″ < 0 all the way down. */
    @Test
    void anUnboundedFunctionIsNotCalledConverged() {
        Result result = new Minimizer(descent()).minimize(FormulaObjective.of("x^3"), Nd4j.create(new double[] {-1}));

        assertThat(result.status()).isIn(Status.UNBOUNDED, Status.DIVERGED);
        assertThat(result.value()).isLessThan(-1e18);
    }

    @Test
    void aDomainThatEndsIsNotLeft() {
        Result result =
                new Minimizer(descent()).minimize(FormulaObjective.of("x - log(x)"), Nd4j.create(new double[] {2.5}));

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.x().getDouble(0)).isCloseTo(1, within(1e-8));
    }

    @Test
    void withoutSecondDerivativesThereIsNoSuchStep() {
        Objective once = new Objective() {
            @Override
            public long dimension() {
                return 1;
            }

            @Override
            public double value(INDArray x) {
                return x.getDouble(0) * x.getDouble(0);
            }

            @Override
            public double gradient(INDArray x, INDArray g) {
                g.putScalar(0, 2 * x.getDouble(0));
                return value(x);
            }
        };

        assertThatThrownBy(() -> new Minimizer(descent()).minimize(once, Nd4j.create(new double[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("this method needs second derivatives");
    }
}
