package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.solver.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SparklinesTest {
    private static final String ASCENDING = "▁▂▃▄▅▆▇█↑";

    /** Seven blocks above the tolerance for seven powers of ten. */
    private final Sparklines sevenDecades = new Sparklines(1e-5, 1e2);

    @Test
    void aBlockForEachPowerOfTen() {
        assertThat(line(50, 5, 0.5, 0.05, 5e-3, 5e-4, 5e-5, 5e-6)).isEqualTo("█▇▆▅▄▃▂▁");
    }

    @Test
    void theEndsOfTheScaleBelongToIt() {
        assertThat(line(1e2, 1e-5)).isEqualTo("█▁");
        assertThat(sevenDecades.line(List.of(1e-5), 1e-8)).isEqualTo("▂");
    }

    @Test
    void zeroIsTheFloorWhateverTheTolerance() {
        assertThat(line(0)).isEqualTo("▁");
        assertThat(sevenDecades.line(List.of(0.0, Double.MIN_VALUE, -0.0), 0)).isEqualTo("▁▂▁");
    }

    @Test
    void whatIsNotFiniteHasASignOfItsOwnAndWhatIsAboveTheScaleAnother() {
        assertThat(line(1, 1e3, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN))
                .isEqualTo("▇↑↑××");
    }

    @Test
    void aConstantIsALine() {
        assertThat(line(0.5, 0.5, 0.5)).isEqualTo("▆▆▆");
    }

    @Test
    void noNormsNoCharacters() {
        assertThat(line()).isEmpty();
    }

    @Property
    void fallingNormsFall(@ForAll @Size(max = 12) List<@DoubleRange(min = -320, max = 308) Double> exponents) {
        double[] falling = exponents.stream()
                .mapToDouble(exponent -> -Math.pow(10, exponent))
                .sorted()
                .map(norm -> -norm)
                .toArray();
        int[] heights = line(falling).chars().map(ASCENDING::indexOf).toArray();
        assertThat(heights).hasSameSizeAs(falling);
        assertThat(Arrays.stream(heights).map(height -> -height).toArray()).isSorted();
        assertThat(Arrays.stream(heights)).allMatch(height -> height >= 0);
    }

    @Property
    void everyNumberHasACharacterOnAnyScale(
            @ForAll double norm, @ForAll double lowest, @ForAll double highest, @ForAll double tolerance) {
        String line = new Sparklines(lowest, highest).line(List.of(norm), tolerance);
        assertThat(line).hasSize(1).isSubstringOf(ASCENDING + "×");
    }

    @Test
    void theScaleGoesFromTheToleranceToTheLargestNormOfAllRuns() {
        // The tolerance is 1e-8: between it and 1e6 there are two powers of ten for each of seven blocks.
        assertThat(lines(run().gradientNorms(5e5, 5e-9), run().gradientNorms(5.0, 5e-2)))
                .containsExactly("█▁", "▆▅");
    }

    @Test
    void aRunThatWasLostLeavesTheOthersTheirScale() {
        Outcomes other = run().gradientNorms(5e-1, 5e-9);
        for (Status lost : List.of(Status.DIVERGED, Status.UNBOUNDED, Status.NOT_FINITE)) {
            assertThat(lines(other, run().status(lost).gradientNorms(1e6, 5e3, 1e300)))
                    .containsExactly("▅▁", "█▇↑");
        }
        assertThat(lines(other, run().status(Status.BUDGET).gradientNorms(0.1, 1e300)))
                .containsExactly("▂▁", "▂█");
    }

    @Test
    void aStartWhereNothingIsFiniteHasNoPartInTheScale() {
        assertThat(lines(run().status(Status.NOT_FINITE).gradientNorms(Double.NaN), run().gradientNorms(1.0, 0.0)))
                .containsExactly("×", "█▁");
    }

    @Test
    void withoutAToleranceTheScaleBeginsAtTheSmallestNorm() {
        Plan exact = Plan.of(
                Experiments.read(Experiments.QUARTIC.replace("version: 1", "version: 1\nstop: {gradient_norm: 0}")));
        RunOutcome run = Outcomes.of(exact.runs().get(0))
                .gradientNorms(1e2, 1e-5, 0.0, 0.5)
                .build();
        assertThat(Sparklines.scaledTo(List.of(run)).of(run)).isEqualTo("█▂▁▆");
    }

    private static Outcomes run() {
        return Outcomes.of(Plan.of(Experiments.read(Experiments.QUARTIC)).runs().get(0));
    }

    private static List<String> lines(Outcomes... runs) {
        List<RunOutcome> outcomes = Stream.of(runs).map(Outcomes::build).toList();
        Sparklines sparklines = Sparklines.scaledTo(outcomes);
        return outcomes.stream().map(sparklines::of).toList();
    }

    /** With 1e-5 for tolerance. */
    private String line(double... norms) {
        return sevenDecades.line(Arrays.stream(norms).boxed().toList(), 1e-5);
    }
}
