package dev.optimizer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.linalg.TruncatedConjugateGradient.Ending;
import dev.optimizer.testing.Allocations;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TruncatedConjugateGradientTest {
    private static final double FREE = Double.POSITIVE_INFINITY;

    @Property(tries = 100)
    void aPositiveDefiniteSystemIsSolved(@ForAll @IntRange(min = 1, max = 80) int n) {
        Matrix a = diagonallyDominant(n);
        Vector g = random(n, n);
        Vector p = Vector.zeros(n);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(n);

        Ending ending = cg.solve(a, g, 1e-10, FREE, 10 * n, p);

        assertThat(ending).isEqualTo(Ending.CONVERGED);
        // The recurred residual and the true one drift apart by a few roundings of ‖A‖‖p‖ = O(1).
        assertThat(residual(a, g, p)).isLessThan(1e-10 * g.norm2() + 1e-14);
        assertThat(cg.decrease()).isCloseTo(-model(a, g, p), within(1e-13 * cg.decrease()));
    }

    @Property(tries = 100)
    void whatEndsAtTheRadiusLiesOnIt(
            @ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = -6, max = 6) int exponent) {
        Matrix a = symmetric(n);
        Vector g = random(n, n + 1);
        Vector p = Vector.zeros(n);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(n);
        double radius = Math.pow(10, exponent);

        Ending ending = cg.solve(a, g, 1e-8, radius, 10 * n, p);

        assertThat(ending).isIn(Ending.BOUNDARY, Ending.NEGATIVE_CURVATURE, Ending.CONVERGED);
        if (ending != Ending.CONVERGED) {
            // ‖p‖² is summed up over at most 10·n steps.
            assertThat(p.norm2()).isCloseTo(radius, within(1e-12 * radius));
        }
        assertThat(cg.decrease()).isGreaterThanOrEqualTo(cauchyDecrease(a, g, radius) * (1 - 1e-12));
        assertThat(cg.decrease()).isCloseTo(-model(a, g, p), within(1e-10 * (cg.decrease() + radius * g.norm2())));
    }

    @Test
    void negativeCurvatureIsReportedWithItsDirection() {
        Matrix a = diagonal(2, -3);
        Vector g = Vector.of(1, 1);
        Vector p = Vector.zeros(2);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(2);

        assertThat(cg.solve(a, g, 0, FREE, 10, p)).isEqualTo(Ending.NEGATIVE_CURVATURE);
        assertThat(cg.curvature()).isEqualTo(-1);
        assertThat(cg.direction().toArray()).containsExactly(-1, -1);
        assertThat(p.toArray()).containsExactly(-1, -1);
        assertThat(cg.decrease()).isEqualTo(2.5);
    }

    @Test
    void negativeCurvatureOnTheWayLeavesTheIterateBeforeIt() {
        Matrix a = diagonal(4, -1);
        Vector g = Vector.of(1, 0.25);
        Vector p = Vector.zeros(2);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(2);

        assertThat(cg.solve(a, g, 0, FREE, 10, p)).isEqualTo(Ending.NEGATIVE_CURVATURE);
        assertThat(cg.iterations()).isEqualTo(2);
        // The Cauchy point: α = gᵀg / gᵀAg.
        double alpha = (1 + 0.0625) / (4 - 0.0625);
        assertThat(p.get(0)).isEqualTo(-alpha);
        assertThat(p.get(1)).isEqualTo(-alpha / 4);
        assertThat(cg.direction().dot(g)).isLessThanOrEqualTo(0);
    }

    /** d = g and A·d is orthogonal to d but for rounding: no step length can be trusted. */
    @Test
    void curvatureThatIsRoundingErrorCountsAsNone() {
        Matrix a = diagonal(1, -1 + 1e-16);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(2);

        assertThat(cg.solve(a, Vector.of(1, 1), 0, 3, 10, Vector.zeros(2))).isEqualTo(Ending.NEGATIVE_CURVATURE);
    }

    @Test
    void aPreconditionerThatIsTheInverseSolvesInOneProduct() {
        Matrix a = diagonal(1e8, 1);
        SymmetricOperator inverse = (r, z) -> {
            z.set(0, r.get(0) / 1e8);
            z.set(1, r.get(1));
        };
        Vector p = Vector.zeros(2);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(2, inverse);

        assertThat(cg.solve(a, Vector.of(1, 1), 1e-12, FREE, 10, p)).isEqualTo(Ending.CONVERGED);
        assertThat(cg.iterations()).isEqualTo(1);
        assertThat(p.toArray()).containsExactly(-1e-8, -1);
    }

    @Test
    void withAPreconditionerTheRadiusIsInItsNorm() {
        SymmetricOperator inverse = (r, z) -> {
            z.set(0, r.get(0) / 4);
            z.set(1, r.get(1) / 9);
        };
        Vector p = Vector.zeros(2);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(2, inverse);

        assertThat(cg.solve(diagonal(1, 3), Vector.of(5, -2), 0, 0.5, 10, p)).isEqualTo(Ending.BOUNDARY);
        double norm = Math.sqrt(4 * p.get(0) * p.get(0) + 9 * p.get(1) * p.get(1));
        assertThat(norm).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void noGradientNoStep() {
        Vector p = Vector.of(7, 7);

        assertThat(new TruncatedConjugateGradient(2).solve(diagonal(1, -1), Vector.zeros(2), 0.5, FREE, 10, p))
                .isEqualTo(Ending.CONVERGED);
        assertThat(p.toArray()).containsExactly(0, 0);
    }

    @Test
    void theLimitHolds() {
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(3);

        assertThat(cg.solve(diagonal(1, 2, 3), Vector.of(1, 1, 1), 1e-10, FREE, 2, Vector.zeros(3)))
                .isEqualTo(Ending.ITERATION_LIMIT);
        assertThat(cg.iterations()).isEqualTo(2);
    }

    @Test
    void whatIsNotFiniteEndsTheSolveAndNotTheProgram() {
        Vector p = Vector.zeros(2);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(2);

        assertThat(cg.solve((v, av) -> av.fill(Double.NaN), Vector.of(1, 1), 0, FREE, 9, p))
                .isEqualTo(Ending.NOT_FINITE);
        assertThat(cg.solve(diagonal(1, 1), Vector.of(Double.NaN, 1), 0, FREE, 9, p))
                .isEqualTo(Ending.NOT_FINITE);
        assertThat(p.toArray()).containsExactly(0, 0);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(1);
        Vector v = Vector.zeros(1);

        assertThatThrownBy(() -> cg.solve(diagonal(1), v, -1, 1, 1, v))
                .hasMessage("tolerance must be at least 0: -1.0");
        assertThatThrownBy(() -> cg.solve(diagonal(1), v, 0, 0, 1, v)).hasMessage("radius must be greater than 0: 0.0");
        assertThatThrownBy(() -> cg.solve(diagonal(1), v, 0, 1, 0, v)).hasMessage("most must be at least 1: 0");
    }

    @Test
    void aSolveAllocatesNothing() {
        int n = 70;
        Matrix a = diagonallyDominant(n);
        Vector g = random(n, 1);
        Vector p = Vector.zeros(n);
        TruncatedConjugateGradient cg = new TruncatedConjugateGradient(n);

        Allocations.assertNone(1000, () -> cg.solve(a, g, 1e-8, 10, n, p));
    }

    private static double model(Matrix a, Vector g, Vector p) {
        Vector ap = Vector.zeros(p.length());
        a.multiply(p, ap);
        return g.dot(p) + ap.dot(p) / 2;
    }

    private static double residual(Matrix a, Vector g, Vector p) {
        Vector r = Vector.zeros(p.length());
        a.multiply(p, r);
        r.axpy(1, g);
        return r.norm2();
    }

    /** What the best step along −g within the radius gains (Nocedal and Wright, eq. 4.11 and 4.12). */
    private static double cauchyDecrease(Matrix a, Vector g, double radius) {
        Vector ag = Vector.zeros(g.length());
        a.multiply(g, ag);
        double curvature = g.dot(ag);
        double toBoundary = radius / g.norm2();
        double alpha = curvature > 0 ? Math.min(toBoundary, g.dot(g) / curvature) : toBoundary;
        return alpha * g.dot(g) - alpha * alpha * curvature / 2;
    }

    private static Matrix diagonal(double... values) {
        Matrix a = Matrix.zeros(values.length);
        for (int i = 0; i < values.length; i++) {
            a.set(i, i, values[i]);
        }
        return a;
    }

    private static Matrix symmetric(int n) {
        Random random = new Random(n);
        Matrix a = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double element = random.nextDouble() * 2 - 1;
                a.set(i, j, element);
                a.set(j, i, element);
            }
        }
        return a;
    }

    /** Positive definite, with eigenvalues between n and 3n. */
    private static Matrix diagonallyDominant(int n) {
        Matrix a = symmetric(n);
        for (int i = 0; i < n; i++) {
            a.set(i, i, 2 * n + a.get(i, i));
        }
        return a;
    }

    private static Vector random(int n, int seed) {
        Random random = new Random(seed);
        Vector vector = Vector.zeros(n);
        for (int i = 0; i < n; i++) {
            vector.set(i, random.nextDouble() * 2 - 1);
        }
        return vector;
    }
}
