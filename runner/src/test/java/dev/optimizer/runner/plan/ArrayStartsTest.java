package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starts of vectors and matrices become the entries of x, variable by variable and row by row. */
class ArrayStartsTest {
    private static List<Start> starts(String variables, String starts) {
        Plan plan = Plan.of(Experiments.read("version: 1\nseed: 5\nproblem:\n  variables: " + variables
                + "\n  formula: \"0\"\n  starts: " + starts + "\nsolvers: {newton: newton}\n"));
        return plan.runs().stream().map(PlannedRun::start).toList();
    }

    @Test
    void listsFillsAndFormulasInTheOrderOfTheVariables() {
        List<Start> starts = starts(
                "{x: scalar, w: 3, U: [2, 2]}",
                "{a: {U: [[1, 2], [3, 4]], x: 0.5, w: 'vector(i in 1..3, i^2)'}, b: {fill: 7}, c: {x: 1, w: {fill: 2}, U: {fill: 3}}}");
        assertThat(starts.get(0).values()).containsExactly(0.5, 1.0, 4.0, 9.0, 1.0, 2.0, 3.0, 4.0);
        assertThat(starts.get(1).values()).hasSize(8).containsOnly(7.0);
        assertThat(starts.get(2).values()).containsExactly(1.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0);
    }

    @Test
    void randomEntriesAreDrawnOneByOne() {
        Start start = starts("{w: 1000}", "{any: {random: {uniform: [2, 3]}}}").get(0);
        assertThat(start.values()).doesNotHaveDuplicates().allMatch(value -> value >= 2 && value < 3);
        List<Start> mixed = starts("{x: scalar, w: 2}", "{a: {x: 1, w: {random: {normal: [0, 1]}}}}");
        assertThat(mixed.get(0).values().subList(1, 3)).doesNotHaveDuplicates();
        assertThat(mixed.get(0).values().get(0)).isEqualTo(1);
    }

    @Test
    void tenMillionEntriesAreNumbersNotObjects() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        Start start = starts("{w: 10000000}", "{zero: {fill: 0.5}}").get(0);
        System.gc();
        long held = runtime.totalMemory() - runtime.freeMemory() - before;
        assertThat(start.values()).hasSize(10_000_000);
        // 80 MB as doubles; boxed they would take 160 MB at least.
        assertThat(held).isLessThan(120_000_000);
        assertThat(start.values().get(9_999_999)).isEqualTo(0.5);
    }

    /** A billion random numbers, 8 GB, of which a run needs ten thousand at a time. */
    @Test
    void startsAreMadeWhenTheyAreNeeded() {
        String config = "version: 1\nproblem: {formula: norm2(x)^2, variables: {x: 10000},"
                + " starts: {h: {random: {uniform: [0, 1], count: 100000}}}}\nsolvers: {newton: newton}\n";
        Plan plan = Plan.of(Experiments.read(config));

        assertThat(plan.runs()).hasSize(100_000);
        Start last = plan.runs().get(99_999).start();
        assertThat(last.name()).isEqualTo("h-100000");
        assertThat(last.values()).hasSize(10_000).isEqualTo(last.values()).doesNotHaveDuplicates();
        assertThat(plan.runs()).extracting(PlannedRun::id).doesNotHaveDuplicates();
        assertThat(plan.startsOf(plan.experiment().problems().get(0))).hasSize(100_000);
    }

    @Test
    void theSeedAndTheRangeOfManyEntriesMakeAnotherRun() {
        String config = "version: 1\nproblem: {formula: norm2(x)^2, variables: {x: 2000},"
                + " starts: {a: {random: {uniform: [0, 1]}}}}\nsolvers: {newton: newton}\n";

        String id = Plan.of(Experiments.read(config)).runs().get(0).id();
        assertThat(Plan.of(Experiments.read(config)).runs().get(0).id()).isEqualTo(id);
        assertThat(Plan.of(Experiments.read("seed: 2\n" + config)).runs().get(0).id())
                .isNotEqualTo(id);
        assertThat(Plan.of(Experiments.read(config.replace("[0, 1]", "[0, 2]")))
                        .runs()
                        .get(0)
                        .id())
                .isNotEqualTo(id);
    }

    @Test
    void anyDifferenceInDataOrShapeMakesAnotherRun() {
        assertThat(id("{y: [1, 2]}", "sum(y)*x")).isEqualTo(id("{y: [1, 2]}", "sum(y)*x"));
        assertThat(id("{y: [1, 2]}", "sum(y)*x")).isNotEqualTo(id("{y: [1, 3]}", "sum(y)*x"));
        assertThat(id("{y: [1, 2]}", "sum(y)*x")).isNotEqualTo(id("{y: [[1, 2]]}", "sum(y)*x"));
    }

    private static String id(String data, String formula) {
        Plan plan = Plan.of(Experiments.read("version: 1\nproblem: {data: " + data + ", formula: " + formula
                + ", starts: {a: 1}}\nsolvers: {newton: newton}\n"));
        return plan.runs().get(0).id();
    }
}
