package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Steps that may raise f: Grippo, Lampariello and Lucidi's condition, and Barzilai and Borwein's lengths. */
class NonmonotoneStepsTest {
    private static final double[] EIGENVALUES = {1, 7, 20};
    private static final String QUADRATIC = "(x^2 + 7*y^2 + 20*z^2)/2";

    private record Curve(DoubleUnaryOperator f, DoubleUnaryOperator derivative) implements Line {
        @Override
        public double value(double alpha) {
            return f.applyAsDouble(alpha);
        }

        @Override
        public double slope(double alpha) {
            return derivative.applyAsDouble(alpha);
        }
    }

    private static List<Trace.Row> run(StepRule rule, String formula, double... x0) {
        Trace trace = new Trace(true, 1);
        new Minimizer(LineSearchSolver.of(new SteepestDescent(), rule))
                .observe(trace)
                .minimize(FormulaObjective.of(formula), Nd4j.create(x0));
        return trace.rows();
    }

    /** φ rises to 0.44 at α = 2.2: too much for the last value, 0, not for an earlier one, 0.5. */
    @Test
    void fMayRiseToTheLargestOfTheLastValues() {
        Curve phi = new Curve(a -> a * a - 2 * a, a -> 2 * a - 2);
        ArmijoBacktracking rule = new ArmijoBacktracking(1e-4, 2);
        rule.start();

        Curve before = new Curve(a -> 0.5 - a, a -> -1);
        assertThat(rule.search(before, 0.5, -1, 0.5)).isEqualTo(0.5);
        assertThat(rule.search(phi, 0, -2, 2.2)).isEqualTo(2.2);
        assertThat(rule.search(phi, 0, -2, 2.2)).as("0.5 is forgotten").isLessThan(2);
        rule.search(before, 0.5, -1, 0.5);
        rule.start();
        assertThat(rule.search(phi, 0, -2, 2.2)).as("a new run").isLessThan(2);
    }

    @Test
    void valuesOutsideTheDomainAreRejectedAllTheSame() {
        ArmijoBacktracking rule = new ArmijoBacktracking(1e-4, 5);
        rule.search(new Curve(a -> 100 - a, a -> -1), 100, -1, 1);

        for (double outside : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Curve wall = new Curve(a -> a < 1 ? -a : outside, a -> -1);
            assertThat(rule.search(wall, 0, -1, 5)).isBetween(0.0, 1.0).isPositive();
        }
    }

    @Test
    void theStepsAreTheQuotientsOfTheirPaper() {
        for (BarzilaiBorwein.Formula formula : BarzilaiBorwein.Formula.values()) {
            List<Trace.Row> rows = run(new BarzilaiBorwein(formula, 1e-4, 1_000), QUADRATIC, 3, -2, 1);

            assertThat(rows.size()).isGreaterThan(10);
            // Later steps are as exact as the slopes that they are taken from, which lose digits as s shrinks in x.
            for (int k = 1; k < 10; k++) {
                boolean takeLong = formula == BarzilaiBorwein.Formula.LONG
                        || formula == BarzilaiBorwein.Formula.ALTERNATING && k % 2 == 1;
                double quotient = quotient(rows.get(k - 1).x(), rows.get(k).x(), takeLong);
                assertThat(rows.get(k + 1).stepLength())
                        .as("%s at %d", formula, k)
                        .isCloseTo(quotient, within(1e-8 * quotient));
            }
        }
    }

    private static double quotient(double[] from, double[] to, boolean takeLong) {
        double ss = 0;
        double sy = 0;
        double yy = 0;
        for (int i = 0; i < 3; i++) {
            double s = to[i] - from[i];
            double y = EIGENVALUES[i] * s;
            ss += s * s;
            sy += s * y;
            yy += y * y;
        }
        return takeLong ? ss / sy : sy / yy;
    }

    @Test
    void inOneVariableTheSecondStepIsNewtons() {
        assertThat(run(new BarzilaiBorwein(), "3*x^2", 1)).hasSize(3);
    }

    /**
     * In two variables the method converges R-superlinearly (Barzilai and Borwein 1988, section 4), where exact steps are linear:
     * from the worst start for them, κ = 90, they would take ln(9·10⁹)/ln(91/89) = 1031 steps.
     */
    @Test
    void inTwoVariablesConvergenceIsSuperlinear() {
        for (BarzilaiBorwein.Formula formula : BarzilaiBorwein.Formula.values()) {
            List<Trace.Row> rows = run(new BarzilaiBorwein(formula, 1e-4, 10), "(x^2 + 90*y^2)/2", 90, 1);

            assertThat(rows.size()).as("%s", formula).isLessThan(30);
            double last = rows.get(rows.size() - 1).gradientNorm();
            double four = rows.get(rows.size() - 5).gradientNorm();
            assertThat(last / four).isLessThan(1e-5);
        }
    }

    @Test
    void theValleyOfRosenbrockTakesAHundredStepsAndRises() {
        List<Trace.Row> rows = run(new BarzilaiBorwein(), "100*(y - x^2)^2 + (1 - x)^2", -1.2, 1);

        assertThat(rows.size()).isLessThan(150);
        assertThat(rows.get(rows.size() - 1).gradientNorm()).isLessThanOrEqualTo(1e-8);
        boolean rises = false;
        for (int k = 1; k < rows.size(); k++) {
            double ceiling = 0;
            for (int j = Math.max(0, k - 10); j < k; j++) {
                ceiling = Math.max(ceiling, rows.get(j).value());
            }
            assertThat(rows.get(k).value()).isLessThanOrEqualTo(ceiling);
            rises |= rows.get(k).value() > rows.get(k - 1).value();
        }
        assertThat(rises).isTrue();
    }

    @Test
    void downAConcaveSlopeTheStepsGrow() {
        Result result = new Minimizer(LineSearchSolver.of(new SteepestDescent(), new BarzilaiBorwein()))
                .stop(StoppingRules.defaults().withIterations(10_000))
                .minimize(FormulaObjective.of("-x^2"), Nd4j.create(new double[] {1}));

        assertThat(result.status()).isIn(Status.UNBOUNDED, Status.DIVERGED);
    }

    @Test
    void constantsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new ArmijoBacktracking(1e-4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("memory must be at least 1: 0");
        assertThatThrownBy(() -> new BarzilaiBorwein(BarzilaiBorwein.Formula.LONG, 0.5, 10))
                .hasMessage("c1 must lie in (0, 0.5): 0.5");
    }
}
