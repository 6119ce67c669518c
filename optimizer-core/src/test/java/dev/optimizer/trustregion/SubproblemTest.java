package dev.optimizer.trustregion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.linalg.Matrix;
import dev.optimizer.linalg.SymmetricEigen;
import dev.optimizer.linalg.Vector;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Point;
import dev.optimizer.testing.Allocations;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubproblemTest {
    private static Vector solveSparse(Subproblem subproblem, Quadratic q, double size) {
        Vector s = Vector.zeros(q.g().length());
        start(subproblem, new Point(q.sparse(), new Evaluations()));
        subproblem.solve(size, s);
        return s;
    }

    private static Vector solve(Subproblem subproblem, Quadratic q, double size) {
        Vector s = Vector.zeros(q.g().length());
        start(subproblem, q);
        subproblem.solve(size, s);
        return s;
    }

    private static void start(Subproblem subproblem, Quadratic q) {
        start(subproblem, q.origin());
    }

    private static void start(Subproblem subproblem, Point origin) {
        QuadraticModel model = subproblem.allocate(origin);
        model.begin();
        subproblem.begin();
        model.moveTo(origin);
        subproblem.reset();
    }

    private static double smallest(Matrix h) {
        SymmetricEigen eigen = new SymmetricEigen(h.size());
        eigen.decompose(h);
        return eigen.values().get(0);
    }

    /** The λ of (H + λI)s = −g, by projection on s; and how far from 0 the residual is. */
    private record Multiplier(double lambda, double residual) {
        static Multiplier of(Quadratic q, Vector s) {
            Vector r = Vector.zeros(s.length());
            q.h().multiply(s, r);
            r.axpy(1, q.g());
            double lambda = -r.dot(s) / s.dot(s);
            r.axpy(lambda, s);
            return new Multiplier(lambda, r.norm2());
        }
    }

    /** The conditions of Moré and Sorensen 1983, lemma 2.4, which make a step the global minimiser. */
    private static void assertOptimal(Quadratic q, Vector s, double radius) {
        Multiplier found = Multiplier.of(q, s);
        double scale = q.g().norm2();
        assertThat(s.norm2()).isLessThanOrEqualTo(radius * (1 + 2e-6));
        // By eigenvectors ‖s‖ is good to 1e-8, by factors to 1e-6, and the residual to rounding times the condition.
        assertThat(found.residual()).isLessThan(1e-7 * scale);
        assertThat(found.lambda()).isGreaterThan(-1e-7);
        assertThat(found.lambda() + smallest(q.h())).isGreaterThan(-1e-6);
        assertThat(found.lambda() * (radius - s.norm2()))
                .isCloseTo(0, within(2e-6 * (scale + Math.max(1, found.lambda()) * radius)));
    }

    @Property(tries = 200)
    void nearlyExactIsTheGlobalMinimiser(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @DoubleRange(min = 0, max = 4) double spread,
            @ForAll @DoubleRange(min = -3, max = 3) double exponent,
            @ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        Quadratic q = Quadratic.random(n, spread, seed);
        double radius = Math.pow(10, exponent);

        assertOptimal(q, solve(new NearlyExact(), q, radius), radius);
    }

    /** What the sparse path finds is the minimiser by the same conditions, and as good as what the dense one finds. */
    @Property(tries = 100)
    void aSparseHessianGivesTheSameStep(
            @ForAll @IntRange(min = 40, max = 60) int n,
            @ForAll @DoubleRange(min = 0, max = 4) double spread,
            @ForAll @DoubleRange(min = -3, max = 3) double exponent,
            @ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        Quadratic q = Quadratic.randomSparse(n, spread, seed);
        double radius = Math.pow(10, exponent);

        Vector s = solveSparse(new NearlyExact(), q, radius);

        assertOptimal(q, s, radius);
        double dense = q.decrease(solve(new NearlyExact(), q, radius));
        // Either keeps the length to 1e-6, which the decrease feels at most twice over.
        assertThat(q.decrease(s)).isCloseTo(dense, within(4e-6 * dense));
        for (Subproblem subproblem : List.of(new NearlyExact(Bound.CUBIC), new Dogleg())) {
            double expected = q.decrease(solve(subproblem, q, radius));
            assertThat(q.decrease(solveSparse(subproblem, q, radius))).isCloseTo(expected, within(4e-5 * expected));
        }
    }

    /** λ large beside ‖g‖, so that the tolerance of ‖s‖ shows in λ(Δ − ‖s‖). */
    @ParameterizedTest
    @CsvSource({"36, 3.38, 0.92, 211817", "36, 3.48, 1.0, 233709"})
    void theMultiplierMayBeLarge(int n, double spread, double exponent, long seed) {
        nearlyExactIsTheGlobalMinimiser(n, spread, exponent, seed);
    }

    /** Minimisers of m(s) + ⅓σ‖s‖³ have λ = σ‖s‖ (Cartis, Gould and Toint 2011, theorem 3.1). */
    @Property(tries = 200)
    void theCubicModelIsMinimisedGlobally(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @DoubleRange(min = 0, max = 4) double spread,
            @ForAll @DoubleRange(min = -3, max = 3) double exponent,
            @ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        Quadratic q = Quadratic.random(n, spread, seed);
        double sigma = Math.pow(10, -exponent);

        Vector s = solve(new NearlyExact(Bound.CUBIC), q, 1 / sigma);

        Multiplier found = Multiplier.of(q, s);
        assertThat(found.residual()).isLessThan(1e-7 * q.g().norm2());
        assertThat(found.lambda()).isCloseTo(sigma * s.norm2(), within(2e-5 * sigma * s.norm2() + 1e-9));
        assertThat(found.lambda() + smallest(q.h())).isGreaterThan(-1e-6);
    }

    /** Near the solution a little of a near-null vector has the length right but not the residual. */
    @ParameterizedTest
    @CsvSource({"25, 1.01, 0.88, 4483", "38, 3.94, -0.12, 4483"})
    void theEasyCaseOfTheCubicModelIsNotTakenForTheHardOne(int n, double spread, double exponent, long seed) {
        theCubicModelIsMinimisedGlobally(n, spread, exponent, seed);
    }

    /** g has no component along the leftmost eigenvector e₁, and the other components are too short for the region. */
    @ParameterizedTest
    @ValueSource(ints = {2, 30})
    void theHardCaseIsSolved(int n) {
        Matrix h = Matrix.zeros(n);
        Vector g = Vector.zeros(n);
        for (int i = 0; i < n; i++) {
            h.set(i, i, i == 0 ? -1 : 1);
            g.set(i, i == 0 ? 0 : 1 / Math.sqrt(n));
        }
        Quadratic q = new Quadratic(g, h);

        Vector s = solve(new NearlyExact(), q, 10);

        assertThat(s.norm2()).isCloseTo(10, within(1e-5));
        // With λ = 1: s = −g/2 beside e₁, and the rest of the length along it.
        double rest = g.dot(g) / 4;
        double best = g.dot(g) / 2 - rest / 2 + (100 - rest) / 2;
        assertThat(q.decrease(s)).isCloseTo(best, within(1e-4 * best));
    }

    /** The same with H in two blocks: g is in one, and all negative curvature in the other. */
    @ParameterizedTest
    @ValueSource(ints = {40, 1000})
    void theHardCaseOfASparseHessianIsSolved(int n) {
        Matrix h = Matrix.zeros(n);
        Vector g = Vector.zeros(n);
        for (int i = 0; i < n; i++) {
            h.set(i, i, 1);
            if (i > 0 && i != n / 2) {
                Quadratic.couple(h, i, i - 1, i < n / 2 ? 0.25 : 0.6);
            }
            g.set(i, i < n / 2 ? 1 / Math.sqrt(n) : 0);
        }
        Quadratic q = new Quadratic(g, h);

        Vector s = solveSparse(new NearlyExact(), q, 10);

        Multiplier found = Multiplier.of(q, s);
        // That of a tridiagonal Toeplitz matrix of half the size.
        double smallest = 1 - 1.2 * Math.cos(Math.PI / (n - n / 2 + 1));
        assertThat(s.norm2()).isCloseTo(10, within(1e-5));
        assertThat(found.lambda()).isCloseTo(-smallest, within(1e-6));
        assertThat(found.residual()).isLessThan(1e-7);
    }

    /** A negative eigenvalue of 10⁻⁵ of the largest, with a thousandth between it and the next. */
    @Test
    void slightlyNegativeCurvatureIsFound() {
        int n = 1000;
        Matrix h = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            h.set(i, i, 1);
            if (i > 0) {
                Quadratic.couple(h, i, i - 1, 0.50001);
            }
        }
        double smallest = 1 - 1.00002 * Math.cos(Math.PI / (n + 1));
        Quadratic q = new Quadratic(Vector.zeros(n), h);
        Vector s = Vector.zeros(n);
        QuadraticModel model = new NearlyExact().allocate(new Point(q.sparse(), new Evaluations()));
        model.moveTo(new Point(q.sparse(), new Evaluations()));

        double curvature = model.negativeCurvature(s);

        assertThat(s.norm2()).isCloseTo(1, within(1e-12));
        assertThat(curvature).isBetween(smallest * (1 + 1e-6), smallest / 2);
        assertThat(-2 * q.decrease(s)).isCloseTo(curvature, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30})
    void withoutGradientAndHessianNothingMoves(int n) {
        Quadratic q = new Quadratic(Vector.zeros(n), Matrix.zeros(n));
        for (Bound bound : Bound.values()) {
            Vector s = Vector.zeros(n);
            NearlyExact subproblem = new NearlyExact(bound);
            start(subproblem, q);

            assertThat(subproblem.solve(3, s)).isZero();
            assertThat(s.norm2()).isZero();
        }
    }

    /** Nearly the hard case: the leftmost component is there, but far below the rounding of λ. */
    @Test
    void almostTheHardCaseGoesDownhill() {
        Matrix h = Matrix.zeros(2);
        h.set(0, 0, -1);
        h.set(1, 1, 1);
        Quadratic q = new Quadratic(Vector.of(1e-18, 1), h);

        Vector s = solve(new NearlyExact(), q, 3);

        assertThat(s.norm2()).isCloseTo(3, within(1e-7));
        assertThat(s.get(0)).isNegative();
        assertThat(s.get(1)).isCloseTo(-0.5, within(1e-12));
    }

    /** Few variables are decomposed, many factored. */
    @ParameterizedTest
    @ValueSource(ints = {2, 30})
    void withoutGradientOnlyNegativeCurvatureMoves(int n) {
        Matrix h = Matrix.zeros(n);
        for (int i = 0; i < n; i++) {
            h.set(i, i, i == 0 ? -1 : 1);
        }
        assertThat(solve(new NearlyExact(), new Quadratic(Vector.zeros(n), h), 3)
                        .norm2())
                .isCloseTo(3, within(1e-5));
        h.set(0, 0, 1);
        for (Subproblem subproblem : all()) {
            assertThat(solve(subproblem, new Quadratic(Vector.zeros(n), h), 3).norm2())
                    .isZero();
        }
    }

    @Property(tries = 200)
    void everyStepIsAtLeastAsGoodAsCauchysAndTellsWhatItIsWorth(
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @DoubleRange(min = 0, max = 4) double spread,
            @ForAll @DoubleRange(min = -3, max = 3) double exponent,
            @ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        Quadratic q = Quadratic.random(n, spread, seed);
        double radius = Math.pow(10, exponent);
        for (Subproblem subproblem : all()) {
            Vector s = Vector.zeros(n);
            start(subproblem, q);
            double predicted = subproblem.solve(radius, s);
            double least = q.cauchyDecrease(radius);

            assertThat(s.norm2()).isLessThanOrEqualTo(radius * (1 + 2e-6));
            assertThat(predicted).isCloseTo(q.decrease(s), within(1e-7 * (predicted + radius * q.g().norm2())));
            // The radius itself is kept to 1e-6.
            assertThat(predicted).isGreaterThanOrEqualTo(least * (1 - 1e-5));
        }
    }

    /** A near-null vector that is added too early leaves a residual, and −gᵀs = sᵀHs + λ‖s‖² does not hold. */
    @ParameterizedTest
    @CsvSource({"6, 2.77, 0.04, 2", "6, 3.73, -0.06, 16660"})
    void theEasyCaseIsNotTakenForTheHardOne(int n, double spread, double exponent, long seed) {
        everyStepIsAtLeastAsGoodAsCauchysAndTellsWhatItIsWorth(n, spread, exponent, seed);
    }

    /**
     * It ends at a residual r of a tenth of ‖g‖. With d the way from its step to the best, H·s + λs + g = r and λ(Δ − ‖s‖) = 0,
     * the best is better by at most ‖r‖·‖d‖ − ½dᵀ(H + λI)d. That may be nearly all of it, where the space is too small to
     * know of a negative curvature: no fraction of the exact decrease is promised, but Steihaug's step is, which is
     * within the same space.
     */
    @Property(tries = 100)
    void lanczosIsAsGoodAsItsResidualAndNoWorseThanSteihaug(
            @ForAll @IntRange(min = 2, max = 30) int n,
            @ForAll @DoubleRange(min = 0, max = 4) double spread,
            @ForAll @DoubleRange(min = -2, max = 2) double exponent,
            @ForAll @LongRange(min = 0, max = 1 << 20) long seed) {
        Quadratic q = Quadratic.random(n, spread, seed);
        double radius = Math.pow(10, exponent);

        Vector best = solve(new NearlyExact(), q, radius);
        Vector s = solve(new GeneralizedLanczos(), q, radius);

        Multiplier found = Multiplier.of(q, s);
        double most = 0.1 * q.g().norm2();
        // Forcing.MOST, with room for rounding.
        assertThat(found.residual()).isLessThan(most * (1 + 1e-6));
        double exact = q.decrease(best);
        double krylov = q.decrease(s);
        best.axpy(-1, s);
        double way = best.norm2();
        double curvature = Math.min(0, found.lambda() + smallest(q.h()));
        // The lengths of both are kept to 1e-6.
        double slack = 1e-5 * exact;
        assertThat(krylov).isBetween(exact - most * way + curvature * way * way / 2 - slack, exact + slack);
        assertThat(krylov).isGreaterThan(q.decrease(solve(new SteihaugToint(), q, radius)) - slack);
    }

    /** After one product the residual is small, and the negative curvature not yet seen: 2e-4 of the exact decrease. */
    @Test
    void lanczosMayEndBeforeItSeesNegativeCurvature() {
        lanczosIsAsGoodAsItsResidualAndNoWorseThanSteihaug(2, 1.05, 2, 269083);
    }

    @Test
    void aDecompositionServesEveryRadius() {
        Quadratic q = Quadratic.random(6, 3, 5);
        NearlyExact subproblem = new NearlyExact();
        start(subproblem, q);
        Vector s = Vector.zeros(6);
        for (double radius = 100; radius > 1e-4; radius /= 7) {
            subproblem.solve(radius, s);
            assertOptimal(q, s, radius);
        }
    }

    @Test
    void noSubproblemAllocates() {
        for (int n : new int[] {3, 30}) {
            Quadratic q = Quadratic.random(n, 3, 4);
            Vector s = Vector.zeros(n);
            for (Subproblem subproblem : all()) {
                start(subproblem, q);
                Allocations.assertNone(200, () -> {
                    subproblem.reset();
                    subproblem.solve(0.3, s);
                });
            }
        }
    }

    private static List<Subproblem> all() {
        return List.of(new NearlyExact(), new Dogleg(), new SteihaugToint(), new GeneralizedLanczos());
    }
}
