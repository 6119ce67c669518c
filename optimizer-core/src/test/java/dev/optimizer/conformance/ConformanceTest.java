package dev.optimizer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.conformance.Method.Family;
import dev.optimizer.problem.Problem;
import dev.optimizer.solver.Evaluations;
import dev.optimizer.solver.Minimizer;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Result;
import dev.optimizer.solver.Status;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method on every start of every problem of the catalogue: whatever is claimed has to be true. What may be missed is in
 * {@link Exceptions}.
 */
class ConformanceTest {
    private static final double TOLERANCE = 1e-8;

    private static final Set<PointKind> LEAVABLE = EnumSet.of(PointKind.SADDLE, PointKind.MAXIMUM);

    static Stream<Cell> cells() {
        return Cell.of(Cell.problems());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyClaimIsTrue(Cell cell) {
        Minimizer minimizer = cell.minimizer();
        Lowest lowest = new Lowest();
        minimizer.observe(lowest);

        Result result = minimizer.minimize(cell.objective(), cell.x0());

        assertConvergenceIsWhatTheGradientSays(result);
        assertNothingBetterWasSeen(cell, result, lowest);
        assertTheVerdictIsRight(cell, result);
        assertTheEndIsOneThatMayBe(cell, result);
        assertCountsAgree(cell, result);
        assertTheSolutionIsRecognised(cell, minimizer, result);
        assertTheSameRunGivesTheSameBits(cell, minimizer, result);
    }

    @Test
    void everyExceptionHasItsCells() {
        List<Cell> cells = cells().toList();

        assertThat(Exceptions.ALL)
                .allSatisfy(excuse -> assertThat(cells).as(excuse.reason()).anyMatch(excuse::covers));
        assertThat(cells).extracting(Cell::toString).containsAll(Exceptions.GO_ON_AGAIN.keySet());
    }

    private static void assertConvergenceIsWhatTheGradientSays(Result result) {
        boolean converged = result.status() == Status.CONVERGED;
        assertThat(converged).as("%s", result).isEqualTo(result.gradientNorm() <= TOLERANCE);
        assertThat(result.verdict().kind() == PointKind.NOT_STATIONARY)
                .as("%s", result)
                .isEqualTo(!converged);
    }

    /** The best iterate comes back, to the bit; a run that converged may have passed lower points if nothing guards it. */
    private static void assertNothingBetterWasSeen(Cell cell, Result result, Lowest lowest) {
        if (result.status() != Status.CONVERGED) {
            assertThat(result.value()).as("%s", result).isEqualTo(Double.valueOf(lowest.value()));
        } else if (cell.method().family().goesDown()) {
            // Near a minimum slopes decide, and f may rise by its rounding.
            double rounding = 1e-12 * Math.abs(lowest.first());
            assertThat(result.value()).as("%s", result).isLessThanOrEqualTo(lowest.first() + rounding);
        }
    }

    /** A stationary point that the catalogue lists is of the kind that the catalogue says, and none is below the lowest. */
    private static void assertTheVerdictIsRight(Cell cell, Result result) {
        if (result.status() != Status.CONVERGED) {
            return;
        }
        cell.problem().stationaryPoints().stream()
                .filter(point -> isAt(point.at(), result))
                .forEach(point -> assertThat(result.verdict().kind().word())
                        .as("%s: %s", point.name(), result)
                        .isEqualTo(point.kind()));
        cell.problem()
                .globalMinimum()
                .ifPresent(lowest -> assertThat(result.value())
                        .as("%s", result)
                        .isGreaterThanOrEqualTo(lowest.value() - tolerance(lowest.value())));
    }

    private static void assertTheEndIsOneThatMayBe(Cell cell, Result result) {
        Family family = cell.method().family();
        List<String> endings = cell.problem().endings();
        if (family == Family.LEAVES_SADDLES
                && LEAVABLE.contains(result.verdict().kind())) {
            // Only where the way down is too shallow for f = O(1) to show it: a unit step would gain less than its
            // rounding.
            assertThat(result.verdict().smallestEigenvalue()).as("%s", result).isBetween(-1e-15, 0.0);
        }
        if (!endings.isEmpty() && family.goesDown() && !isSlow(family, result)) {
            assertThat(endings).as("%s", result).contains(Outcome.of(result));
        }
        boolean rule = family.isQuick() && endings.isEmpty() && !cell.start().startsWith("times-");
        if (rule) {
            assertComesToAMinimumOrIsExcused(cell, result);
        }
    }

    private static boolean isSlow(Family family, Result result) {
        return family == Family.STEEPEST_DESCENT && result.status() == Status.BUDGET;
    }

    private static void assertComesToAMinimumOrIsExcused(Cell cell, Result result) {
        Exceptions.of(cell)
                .ifPresentOrElse(
                        excuse -> assertThat(excuse.outcome())
                                .as("%s, for %s", result, excuse.reason())
                                .contains(Outcome.of(result)),
                        () -> assertReachesAKnownMinimum(cell.problem(), result));
    }

    private static void assertReachesAKnownMinimum(Problem problem, Result result) {
        assertThat(result.status()).as("%s", result).isEqualTo(Status.CONVERGED);
        assertThat(result.verdict().kind()).as("%s", result).isIn(PointKind.MINIMUM, PointKind.DEGENERATE);
        assertThat(Stream.concat(
                        problem.stationaryPoints().stream()
                                .filter(point ->
                                        List.of("minimum", "degenerate").contains(point.kind()))
                                .map(Problem.StationaryPoint::value),
                        problem.limits().stream().map(Problem.Limit::value)))
                .as("%s", result)
                .anyMatch(value -> Math.abs(value - result.value()) <= tolerance(value));
    }

    /** Converged values are exact to 1e-9 or so; the listed values of one problem are further apart. */
    private static double tolerance(double value) {
        return 1e-6 * Math.max(1, Math.abs(value));
    }

    /** f and ∇f are known at every iterate, and ∇f nowhere without f; second derivatives are for those who use them. */
    private static void assertCountsAgree(Cell cell, Result result) {
        Evaluations counts = result.evaluations();
        long iterates = result.iterations() + 1;
        assertThat(counts.gradients()).as("%s", result).isGreaterThanOrEqualTo(iterates);
        assertThat(counts.values()).as("%s", result).isGreaterThanOrEqualTo(counts.gradients());
        assertThat(counts.hessians()).as("%s", result).isLessThanOrEqualTo(iterates);
        if (!cell.method().usesSecondDerivatives()) {
            assertThat(counts.hessians() + counts.products()).as("%s", result).isZero();
        }
    }

    private static void assertTheSolutionIsRecognised(Cell cell, Minimizer minimizer, Result result) {
        if (result.status() == Status.CONVERGED && !Exceptions.GO_ON_AGAIN.containsKey(cell.toString())) {
            Result again = minimizer.minimize(cell.objective(), result.x());
            assertThat(again.iterations())
                    .as("%s: %s, again: %s", cell, result, again)
                    .isZero();
            assertThat(again.verdict()).isEqualTo(result.verdict());
        }
    }

    private static void assertTheSameRunGivesTheSameBits(Cell cell, Minimizer minimizer, Result result) {
        Result second = minimizer.minimize(cell.objective(), cell.x0());
        assertThat(second.toArray()).containsExactly(result.toArray());
        // The line has every digit of f and ‖∇f‖, the status, the kind of the point and all counts.
        assertThat(second).hasToString(result.toString());
        assertThat(second.ending()).isEqualTo(result.ending());
    }

    /** Whether a run came so close to a point that the Hessian there is that of the point. */
    private static boolean isAt(List<Double> point, Result result) {
        double distance = 0;
        double size = 1e-3;
        for (int i = 0; i < point.size(); i++) {
            distance = Math.max(distance, Math.abs(point.get(i) - result.toArray()[i]));
            size = Math.max(size, Math.abs(point.get(i)));
        }
        return !point.isEmpty() && distance <= 1e-8 * size;
    }
}
