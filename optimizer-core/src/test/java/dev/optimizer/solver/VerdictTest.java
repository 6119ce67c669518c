package dev.optimizer.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.optimizer.autodiff.FormulaObjective;
import dev.optimizer.formula.Formula;
import dev.optimizer.formula.Shape;
import dev.optimizer.testing.Forwarding;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

class VerdictTest {
    private static final double TOLERANCE = 1e-8;

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "3*x^4 - 4*x^3 - 12*x^2, -1, minimum, 0",
        "3*x^4 - 4*x^3 - 12*x^2, 0, maximum, 1",
        "3*x^4 - 4*x^3 - 12*x^2, 2, minimum, 0",
        "3*x^4 - 4*x^3 - 12*x^2, 1, not-stationary, 1",
        "x^2 - y^2, 0 0, saddle, 1",
        "x*y, 0 0, saddle, 1",
        "x^2 + y^2 - z^2 - w^2, 0 0 0 0, saddle, 2",
        "x*y + z*w, 0 0 0 0, saddle, 2",
        "x^2*y + x*y^2, 0 0, degenerate, 0",
        "(x - y)^2, 3 3, degenerate, 0",
        "(0.1*x - 0.3*y)^2, 3 1, degenerate, 0",
        "x^3, 0, degenerate, 0",
        "x^3, 1e-5, degenerate, 0",
        "x^3, -1e-5, degenerate, 1",
        "x^4, 1e-3, degenerate, 0",
        "x^20, 0.3, degenerate, 0",
        "x^2 + y^4, 0 1e-3, degenerate, 0",
        "exp(-x), 30, degenerate, 0",
        "7 + 0*x, 5, degenerate, 0",
        "log(x)^2, -1, not-stationary, -1",
        "1/x, 0, not-stationary, -1",
    })
    void judgesByTheSignsOfTheCurvature(String formula, String at, String kind, int negative) {
        Verdict verdict = at(formula, at);

        assertThat(verdict.kind().word()).isEqualTo(kind);
        assertThat(verdict.negativeEigenvalues()).isEqualTo(negative);
    }

    /** The verdict may not depend on whether lengths are metres or nanometres. */
    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "x^2 + 1e-18*y^2 + 1e18*z^2, 0 0 0, minimum",
        "x^2 - 1e-18*y^2, 0 0, saddle",
        "-1e-20*x^2 - 1e20*y^2, 0 0, maximum",
        "(1e4*x*y - 1)^2 + (exp(-x) + exp(-y) - 1.0001)^2, 1.0981593296997149e-5 9.106146739867, minimum",
        "1e9*x*y + 1e-9*z*w, 0 0 0 0, saddle",
    })
    void unitsDoNotMatter(String formula, String at, String kind) {
        // The fourth point has 16 digits; its gradient is the last one's rounding times 10⁹.
        Verdict verdict = Verdict.of(FormulaObjective.of(formula), Nd4j.create(numbers(at)), 1e-5);

        assertThat(verdict.kind().word()).isEqualTo(kind);
    }

    /** Beyond 1,000 variables by Lanczos: sparse Hessians, dense ones, and those with zeros. */
    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(i in 1..n, i*(x[i] - 1)^2);                                1; minimum; 0",
                "sum(i in 1..n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2);      1; minimum; 0",
                "sum(i in 1..n-1, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2) + x[1]*x[2] - x[1] - x[2] + 1; 1; minimum; 0",
                "logsumexp(x) - sum(x)/n + dot(x, x);                           0; minimum; 0",
                "logsumexp(x) - sum(x)/n;                                       0; degenerate; 0",
                "-logsumexp(x) + sum(x)/n - dot(x, x);                          0; maximum; 1200",
                "sum(i in 1..n, cos(x[i]));                                     0; maximum; 1200",
                "sum(i in 1..n-1, x[i]^2) - 3*x[n]^2;                           0; saddle; 1",
                "dot(x, x) - 2*(sum(x) / sqrt(n))^2;                            0; saddle; 1",
                "dot(x, x)^2;                                                   1e-3; degenerate; 0",
                "sum(i in 1..n, x[i]^4);                                        1e-3; degenerate; 0",
                "sum(i in 1..n, 1e-9*i*x[i]^2) + 1e9*x[1]^2;                    0; minimum; 0",
            })
    void judgesLargeHessiansByTheEndsOfTheirSpectrum(String text, double at, String kind, int negative) {
        int n = 1200;
        Formula formula =
                Formula.builder().variable("x", Shape.vector(n)).parse(text.replaceAll("\\bn\\b", Integer.toString(n)));
        double[] x = new double[n];
        Arrays.fill(x, at);

        // The fourth powers have gradients of some 1e-6 there.
        Verdict verdict = Verdict.of(FormulaObjective.of(formula), Nd4j.create(x), 1e-5);

        assertThat(verdict.kind().word()).isEqualTo(kind);
        assertThat(verdict.negativeEigenvalues()).isEqualTo(negative);
    }

    @Test
    void theDecrementOfALargeHessianEstimatesTheDistanceInValueToo() {
        int n = 2000;
        Formula formula = Formula.builder().variable("x", Shape.vector(n)).parse("sum(i in 1..2000, i*x[i]^2)/2");
        double[] x = new double[n];
        Arrays.fill(x, 1e-3);

        Verdict verdict = Verdict.of(FormulaObjective.of(formula), Nd4j.create(x), 10);

        // The factorisation is of H less what counts as zero, n·8ε of the largest eigenvalue: 7e-12.
        assertThat(verdict.decrement()).isCloseTo(1e-6 * n * (n + 1) / 4, withinPercentage(1e-9));
        // Lanczos stops when it knows the ends to a thousandth.
        assertThat(verdict.smallestEigenvalue()).isCloseTo(1, withinPercentage(0.1));
    }

    @Test
    void theDecrementEstimatesTheDistanceInValue() {
        // For a quadratic it is exact: f − f* = ½·2·0.01² + ½·8·0.02².
        Verdict verdict = Verdict.of(FormulaObjective.of("x^2 + 4*y^2"), Nd4j.create(numbers("0.01 0.02")), 1);

        // Two roundings of numbers near 1e-3.
        assertThat(verdict.decrement()).isCloseTo(0.01 * 0.01 + 4 * 0.02 * 0.02, within(1e-18));
        assertThat(verdict.smallestEigenvalue()).isEqualTo(2);
        assertThat(Verdict.of(FormulaObjective.of("-x^2"), Nd4j.create(numbers("0.01")), 1)
                        .decrement())
                .as("below the maximum")
                .isCloseTo(-0.0001, within(1e-19));
    }

    private static Verdict at(String formula, String point) {
        return Verdict.of(FormulaObjective.of(formula), Nd4j.create(numbers(point)), TOLERANCE);
    }

    /** Up to 1,000 variables: a factorisation where it proves a minimum, else the decomposition of the dense test. */
    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(i in 1..99, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2);                 1; minimum; 0",
                "sum(i in 1..99, 100*(x[i+1] - x[i]^2)^2 + (1 - x[i])^2);          1.000001; minimum; 0",
                "sum(i in 1..100, i*x[i]^2) - 300*x[7]^2 - 900*x[9]^2 - 9*x[1]*x[2];      0; saddle; 3",
                "sum(i in 1..100, (1 - i)*x[i]^2);                                        0; degenerate; 99",
                "sum(i in 1..100, x[i]^4) + sum(i in 1..99, x[i]^2 * x[i+1]^2);        1e-3; degenerate; 0",
                "sum(i in 1..100, cos(x[i]));                                             0; maximum; 100",
            })
    void aSparseHessianIsJudgedAsADenseOne(String text, double at, String kind, int negative) {
        FormulaObjective objective =
                FormulaObjective.builder().variable("x", 100).objective(text);
        double[] x = new double[100];
        Arrays.fill(x, at);

        Verdict sparse = Verdict.of(objective, Nd4j.create(x), 1e-2);
        Verdict dense = Verdict.of(new Forwarding(objective), Nd4j.create(x), 1e-2);

        assertThat(sparse.kind().word()).isEqualTo(kind).isEqualTo(dense.kind().word());
        assertThat(sparse.negativeEigenvalues()).isEqualTo(negative).isEqualTo(dense.negativeEigenvalues());
        // The inverse of the smallest is found to 1e-3, the square of which is its error.
        assertThat(sparse.smallestEigenvalue())
                .isCloseTo(dense.smallestEigenvalue(), within(1e-5 * Math.abs(dense.smallestEigenvalue())));
        if (negative == 0 && kind.equals("minimum")) {
            // Solved by factors and by eigenvectors, at a condition of 3,000.
            assertThat(sparse.decrement()).isCloseTo(dense.decrement(), within(1e-10 * dense.decrement()));
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
