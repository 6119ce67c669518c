package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.optimizer.runner.Experiments;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StartsTest {
    private static final String RANDOM = """
            version: 1
            name: quartic
            problem:
              formula: 3*x^4 - 4*x^3 - 12*x^2
              starts:
                any: {random: {uniform: [-2, 3], count: 2}}
                normal: {x: {random: {normal: [10, 2]}}}
            solvers: {newton: newton}
            """;

    /**
     * The first 64 bits of the SHA-256 of {@code 1/quartic/any-1} as the seed of java.util.Random, whose generator and
     * nextDouble are specified: computed independently of Java, from the specification.
     */
    @Test
    void uniformNumbersAreThoseOfTheSpecification() {
        assertThat(values(RANDOM, "any-1")).containsExactly(2.3607358234380067);
        assertThat(values(RANDOM, "any-2")).containsExactly(-0.6835344693705729);
    }

    /** Likewise; 4 ulps, because nextGaussian takes a logarithm, which may be rounded differently elsewhere. */
    @Test
    void normalNumbersAreThoseOfTheSpecification() {
        assertThat(values(RANDOM, "normal").get(0))
                .isCloseTo(10.746640812742275, within(4 * Math.ulp(10.746640812742275)));
    }

    @Test
    void theSeedDecides() {
        assertThat(values("seed: 1\n" + RANDOM, "any-1")).isEqualTo(values(RANDOM, "any-1"));
        assertThat(values("seed: 7\n" + RANDOM, "any-1")).containsExactly(2.7778558313775115);
    }

    @Test
    void everySolverGetsTheSameStarts() {
        Plan plan = plan(RANDOM.replace("{newton: newton}", "{newton: newton, descent: gradient-descent}"));
        assertThat(plan.runs().stream()
                        .collect(Collectors.groupingBy(run -> run.solver().name()))
                        .values())
                .extracting(runs -> runs.stream().map(PlannedRun::start).toList())
                .hasSize(2)
                .satisfies(starts -> assertThat(starts.get(0)).isEqualTo(starts.get(1)));
        assertThat(starts(plan)).isEqualTo(starts(plan(RANDOM)));
    }

    @Test
    void otherStartsAndProblemsMakeNoDifference() {
        String more = RANDOM.replace("starts:", "starts:\n    first: {random: {uniform: [0, 1]}}")
                .replace("count: 2", "count: 20");
        assertThat(values(more, "any-2")).isEqualTo(values(RANDOM, "any-2"));
        String twoProblems = """
                version: 1
                problems:
                  other: {formula: x^2, starts: {any: {random: {uniform: [-2, 3], count: 2}}}}
                  quartic: {formula: x^4, starts: {any: {random: {uniform: [-2, 3], count: 2}}}}
                solvers: {newton: newton}
                """;
        List<PlannedRun> runs = plan(twoProblems).runs();
        assertThat(runs.get(2).start().values()).isEqualTo(values(RANDOM, "any-1"));
        assertThat(runs.get(0).start().values()).isNotEqualTo(values(RANDOM, "any-1"));
    }

    @Test
    void everyDrawLiesInItsRangeAndIsNew() {
        List<Double> drawn = plan(RANDOM.replace("count: 2", "count: 1000")).runs().stream()
                .map(PlannedRun::start)
                .filter(start -> start.declaredName().equals("any"))
                .map(start -> start.values().get(0))
                .toList();
        assertThat(drawn).hasSize(1000).doesNotHaveDuplicates().allMatch(value -> value >= -2 && value < 3);
        // The mean of 1000 such numbers has the standard deviation 5/√12/√1000 = 0.046: 0.2 is more than four of them.
        assertThat(drawn.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(0.5, within(0.2));
    }

    @Test
    void normalDrawsHaveTheMeanAndDeviationAskedFor() {
        List<Double> drawn =
                plan(RANDOM.replace("uniform: [-2, 3], count: 2", "normal: [10, 2], count: 1000")).runs().stream()
                        .map(PlannedRun::start)
                        .filter(start -> start.declaredName().equals("any"))
                        .map(start -> start.values().get(0))
                        .toList();
        double mean = drawn.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double variance =
                drawn.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum() / (drawn.size() - 1);
        // The standard errors are 2/√1000 = 0.063 and 4·√(2/999) = 0.18; four of each. The seed is fixed, so is the
        // result.
        assertThat(mean).isCloseTo(10, within(0.26));
        assertThat(variance).isCloseTo(4, within(0.72));
    }

    @Test
    void variablesOfOneStartAreDrawnOneAfterTheOther() {
        List<Double> point = values("""
                version: 1
                name: plane
                problem:
                  formula: x^2 + y^2 + z^2
                  starts: {any: {random: {uniform: [0, 1]}}}
                solvers: {newton: newton}
                """, "any");
        assertThat(point).hasSize(3).doesNotHaveDuplicates();
    }

    private static Plan plan(String yaml) {
        return Plan.of(Experiments.read(yaml));
    }

    private static List<Start> starts(Plan plan) {
        return plan.startsOf(plan.experiment().problems().get(0));
    }

    private static List<Double> values(String yaml, String start) {
        return plan(yaml).runs().stream()
                .map(PlannedRun::start)
                .filter(one -> one.name().equals(start))
                .findFirst()
                .orElseThrow()
                .values();
    }
}
