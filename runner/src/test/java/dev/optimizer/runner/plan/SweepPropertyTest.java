package dev.optimizer.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sweeps of any size. */
class SweepPropertyTest {
    private static final List<String> SOLVERS = List.of(
            "  a: {type: gradient-descent, line_search: armijo}\n", "  b: newton\n", "  c: {type: sgd, step: 0.1}\n");

    @Property(tries = 100)
    void thePlanIsAsLargeAsTheProduct(
            @ForAll @IntRange(min = 1, max = 4) int steps,
            @ForAll @IntRange(min = 1, max = 3) int momenta,
            @ForAll @IntRange(min = 1, max = 3) int budgets,
            @ForAll @IntRange(min = 1, max = 3) int formulas,
            @ForAll @IntRange(min = 1, max = 3) int starts,
            @ForAll @IntRange(min = 1, max = 3) int repeat) {
        Plan plan = plan(SOLVERS, steps, momenta, budgets, formulas, starts, repeat);
        // a has steps × momenta, b and c have nothing of their own.
        int wanted = (steps * momenta + 2) * budgets * formulas * starts * repeat;
        assertThat(plan.runs()).hasSize(wanted);
        assertThat(plan.runs()).extracting(PlannedRun::id).doesNotHaveDuplicates();
        assertThat(Summary.runs(plan.experiment())).isEqualTo(wanted);
    }

    @Property(tries = 50)
    void theOrderOfSolversDoesNotMatter(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 3) int steps,
            @ForAll @IntRange(min = 1, max = 3) int budgets) {
        List<String> shuffled = new ArrayList<>(SOLVERS);
        Collections.shuffle(shuffled, random);
        Plan plan = plan(SOLVERS, steps, 2, budgets, 2, 2, 2);
        Plan other = plan(shuffled, steps, 2, budgets, 2, 2, 2);
        assertThat(sorted(other)).isEqualTo(sorted(plan));
    }

    @Property(tries = 100)
    void anExclusionTakesAwayWhatItSelectsAndNothingElse(
            @ForAll @IntRange(min = 1, max = 3) int step,
            @ForAll @IntRange(min = 1, max = 3) int budget,
            @ForAll @IntRange(min = 1, max = 2) int start) {
        Plan whole = plan(SOLVERS, 3, 1, 3, 1, 2, 2);
        Plan rest = Plan.of(Experiments.read(yaml(SOLVERS, 3, 1, 3, 1, 2, 2)
                + "  exclude: [{start: s%d, a.step: 0.%d, stop.iterations: %d}]\n".formatted(start, step, budget)));
        List<PlannedRun> kept = whole.runs().stream()
                .filter(run -> !(run.start().name().equals("s" + start)
                        && ("0." + step).equals(run.parameters().get("a.step"))
                        && run.stop().iterations() == budget))
                .toList();
        assertThat(rest.runs())
                .extracting(PlannedRun::id)
                .isEqualTo(kept.stream().map(PlannedRun::id).toList());
        assertThat(rest.excluded()).isEqualTo(2);
    }

    @Property(tries = 100)
    void shardsArePartsOfTheWholeAndBalanced(
            @ForAll @IntRange(min = 1, max = 4) int steps,
            @ForAll @IntRange(min = 1, max = 3) int starts,
            @ForAll @IntRange(min = 1, max = 9) int shards,
            @ForAll boolean only) {
        List<String> selection = only ? List.of("solver=a") : List.of();
        Plan whole = plan(SOLVERS, steps, 1, 2, 1, starts, 1);
        List<String> wanted = run(whole, selection, Optional.empty());
        List<String> together = new ArrayList<>();
        for (int i = 1; i <= shards; i++) {
            List<String> part = run(whole, selection, Optional.of(new Shard(i, shards)));
            assertThat(part.size()).isBetween(wanted.size() / shards, (wanted.size() + shards - 1) / shards);
            together.addAll(part);
        }
        assertThat(together).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static List<String> run(Plan plan, List<String> only, Optional<Shard> shard) {
        return new RunFilter(only, shard)
                .apply(List.of(plan)).stream()
                        .flatMap(some -> some.runs().stream())
                        .map(PlannedRun::id)
                        .toList();
    }

    /** The rows of results, by which order they are written in. */
    private static List<String> sorted(Plan plan) {
        return plan.runs().stream().sorted(RunOrder.OF_RUNS).map(PlannedRun::id).toList();
    }

    private static Plan plan(
            List<String> solvers, int steps, int momenta, int budgets, int formulas, int starts, int repeat) {
        return Plan.of(Experiments.read(yaml(solvers, steps, momenta, budgets, formulas, starts, repeat)));
    }

    private static String yaml(
            List<String> solvers, int steps, int momenta, int budgets, int formulas, int starts, int repeat) {
        return "version: 1\nname: p\nproblem:\n  formula: x^2\n  starts: {" + list(starts, "s%d: %d") + "}\n"
                + "solvers:\n" + String.join("", solvers)
                + "repeat: " + repeat + "\nsweep:\n  grid:\n"
                + "    a.step: [" + list(steps, "0.%d") + "]\n"
                + "    a.line_search.c1: [" + list(momenta, "0.0%d") + "]\n"
                + "    problem.formula: [" + list(formulas, "%d*x^2") + "]\n"
                + "  zip: {z: {stop.iterations: [" + list(budgets, "%d") + "], stop.seconds: [" + list(budgets, "%d")
                + "]}}\n";
    }

    private static String list(int count, String item) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> item.formatted(i, i))
                .collect(Collectors.joining(", "));
    }
}
