package dev.optimizer.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.Point;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import dev.optimizer.solver.StoppingRules;
import dev.optimizer.solver.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** Newton's method by conjugate gradients, and how it leaves saddles. */
class NewtonCgTest {
    private static Result minimize(String formula, double... x0) {
        return new Minimizer(LineSearchSolver.newtonCg()).minimize(FormulaObjective.of(formula), Nd4j.create(x0));
    }

    /** n distinct eigenvalues take n products, were it not that the tolerance is met before. */
    @Test
    void aQuadraticTakesNoMoreProductsThanVariables() {
        FormulaObjective f =
                FormulaObjective.builder().variable("x", 40).objective("sum(i in 1..40, i*(x[i] - 1)^2)/2");
        Result result = new Minimizer(LineSearchSolver.newtonCg()).minimize(f, Nd4j.create(new double[40]));

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.evaluations().hessians()).isZero();
        // The final check for negative curvature takes two products for each step of Lanczos, and one more.
        assertThat(result.evaluations().products()).isLessThan(40 * result.iterations() + 2 * 40);
        assertThat(result.iterations()).isLessThanOrEqualTo(8);
    }

    @Test
    void noHessianIsEverFormed() {
        Result result = minimize("100*(y - x^2)^2 + (1 - x)^2", -1.2, 1);

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.evaluations().hessians()).isZero();
        assertThat(result.iterations()).isLessThanOrEqualTo(30);
    }

    @Test
    void convergenceIsSuperlinear() {
        Trace trace = new Trace(false, 1);
        new Minimizer(LineSearchSolver.newtonCg())
                .observe(trace)
                .minimize(
                        FormulaObjective.of("log(exp(x + 3*y) + exp(x - 3*y) + exp(-x)) + x^4"),
                        Nd4j.create(new double[] {3, 2}));

        int last = trace.rows().size() - 1;
        double contraction = trace.rows().get(last).gradientNorm()
                / trace.rows().get(last - 1).gradientNorm();
        assertThat(contraction).isLessThan(1e-3);
    }

    /** The start is stationary: a saddle or a maximum, the origin or not, in units of 10^exponent. */
    @ParameterizedTest
    @CsvSource({
        "x^2 - y^2 + y^4, 0, 0, -0.25",
        "(y^2 - 1)^2 + x^2, 0, 0, 0",
        "cos(x) + cos(y), 0, 0, -2",
        "(x - 5)^2 - (y - 3)^2 + (y - 3)^4, 5, 3, -0.25",
        "1e6 + x^2 - y^2 + y^4, 0, 0, 999999.75",
        "1e-12*(x^2 - y^2 + y^4), 0, 0, 0",
        "x*y + x^4 + y^4, 0, 0, -0.125"
    })
    void aStrictSaddleIsLeftForAMinimum(String formula, double x, double y, double minimum) {
        Minimizer minimizer = new Minimizer(LineSearchSolver.newtonCg());
        Result result = minimizer.minimize(FormulaObjective.of(formula), Nd4j.create(new double[] {x, y}));

        assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
        if (!formula.startsWith("1e-12")) {
            assertThat(result.verdict().kind()).as("%s", result).isEqualTo(PointKind.MINIMUM);
        }
        // At ‖∇f‖ ≤ 1e-8 a value is exact to 1e-16, or to an ulp of 1e6.
        assertThat(result.value()).isCloseTo(minimum, within(2e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1e-3, 1, 1e5, 1e12})
    void theUnitsOfXDoNotMatter(double unit) {
        Result result = new Minimizer(LineSearchSolver.newtonCg())
                .stop(StoppingRules.defaults().withGradientNorm(1e-8 / unit))
                .minimize(
                        FormulaObjective.of("(x/" + unit + ")^4/4 - (x/" + unit + ")^2/2"),
                        Nd4j.create(new double[] {0}));

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.iterations()).isLessThan(10);
        assertThat(Math.abs(result.x().getDouble(0)) / unit).isCloseTo(1, within(1e-8));
    }

    @Test
    void aRunThatLandsOnASaddleGoesOn() {
        // On the axis the gradient leads straight into the saddle at the origin.
        Result result = minimize("x^2 - y^2 + y^4", 2, 0);

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.value()).isCloseTo(-0.25, within(1e-12));
    }

    @Test
    void aHillIsLeftInEveryDimension() {
        FormulaObjective f = FormulaObjective.builder()
                .variable("x", 200)
                .objective("sum(i in 1..199, x[i]^2) - x[200]^2/100 + x[200]^4");
        Result result = new Minimizer(LineSearchSolver.newtonCg()).minimize(f, Nd4j.create(new double[200]));

        assertThat(result.verdict().kind()).isEqualTo(PointKind.MINIMUM);
        assertThat(result.value()).isCloseTo(-1.0 / 40_000, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x^4 + y^2", "x^4 + y^4", "x^2 + y^2", "x^2*y^2", "x^3 + y^2", "7 + 0*x + 0*y"})
    void whereNoCurvatureIsNegativeTheRunIsOver(String formula) {
        Result result = minimize(formula, 0, 0);

        assertThat(result.status()).isEqualTo(Status.CONVERGED);
        assertThat(result.iterations()).isZero();
        assertThat(result.evaluations().values()).isEqualTo(1);
    }

    @Test
    void itCanBeToldToStay() {
        Result result = new Minimizer(LineSearchSolver.of(new NewtonCg(false), new MoreThuente()))
                .minimize(FormulaObjective.of("x^2 - y^2 + y^4"), Nd4j.create(new double[] {0, 0}));

        assertThat(result.verdict().kind()).isEqualTo(PointKind.SADDLE);
        assertThat(result.iterations()).isZero();
        assertThat(result.evaluations()).hasToString("1 f, 1 ∇f, 0 ∇²f, 0 ∇²f·v");
    }

    @Test
    void whatHasNoBottomIsUnbounded() {
        assertThat(minimize("x^2 - y^2", 0, 0).status()).isIn(Status.UNBOUNDED, Status.DIVERGED);
        assertThat(minimize("x^2 - y^2", 1, 1e-3).status()).isIn(Status.UNBOUNDED, Status.DIVERGED);
    }

    /** √(1 − y²) has a maximum at 0 and ends at ±1, with f = 0 and an infinite slope. */
    @Test
    void anEscapeStaysInsideTheDomain() {
        Result result = minimize("x^2 + sqrt(1 - y^2)", 0, 0);

        assertThat(result.status()).isNotEqualTo(Status.CONVERGED);
        assertThat(result.value()).isBetween(0.0, 1.0);
        assertThat(Math.abs(result.x().getDouble(1))).isLessThanOrEqualTo(1);
    }

    /** Steps away from the saddle are not made from noise: where f does not show the fall, the point stays. */
    @Test
    void aFallThatFCannotShowIsNone() {
        Result result = minimize("1e20 + x^2 - y^2 + y^4", 0, 0);

        assertThat(result.iterations()).isZero();
        assertThat(result.x().toDoubleVector()).containsExactly(0, 0);
        assertThat(result.status()).isEqualTo(Status.CONVERGED);
    }

    @Test
    void theDirectionGoesThroughNegativeCurvature() {
        FormulaObjective f = FormulaObjective.of("x^2 - 2*y^2 + y^4");
        Point at = new Point(f, new Evaluations());
        at.moveTo(Vector.of(1, 0.1));
        NewtonCg direction = new NewtonCg();
        direction.start(at);
        Vector p = Vector.zeros(2);
        direction.compute(at, p);

        assertThat(at.gradient().dot(p)).isNegative();
        assertThat(p.get(1)).as("away from the ridge").isPositive();
    }
}
