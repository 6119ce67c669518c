package dev.optimizer.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.catalogue.Solvers;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.declaration.Section;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs leave on the workbench does not show in the next one. */
class WorkbenchTest {
    /** Every solver there is, on a valley, on a saddle, to a maximum, and on residuals. */
    private static final String ALL = """
            version: 1
            name: all
            problems:
              valley: {formula: 100*(y - x^2)^2 + (1 - x)^2, starts: {any: {random: {uniform: [-2, 2], count: 3}}}}
              saddle: {formula: x^4 - x^2 + y^2 + 3, starts: {on: {x: 0, y: 1}, off: {x: 0.1, y: -1}}}
              hill: {formula: 3 - (x - 1)^2, maximise: true, starts: {foot: -2, top: 1}}
              fit: {residuals: "[x - 1, 10*(y - x^2)]", starts: {a: {x: -1.2, y: 1}}}
              long: {variables: {v: 200}, formula: "sum(i in 1..199, (v[i+1] - v[i]^2)^2) + norm2(v)^2", starts: {a: {fill: 0.3}, b: {fill: -1}}}
            solvers:
            """;

    private final Experiment experiment = Experiments.read(ALL
            + Solvers.declarations().stream()
                    .map(Section::name)
                    .map(type -> "  " + type + ": " + type + "\n")
                    .collect(Collectors.joining())
            + "stop: {iterations: 60, seconds: .inf}\n");

    private final List<PlannedRun> runs = Plan.of(experiment).runs();

    @Test
    void outcomesAreTheSameToTheBitAsThoseOfFreshOnesInAnyOrder() {
        List<String> fresh = runs.stream().map(run -> figures(executor(), run)).toList();
        Executor one = executor();
        assertThat(runs).map(run -> figures(one, run)).isEqualTo(fresh);

        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            order.addAll(List.of(i, i));
        }
        Collections.shuffle(order, new Random(1));
        for (int i : order) {
            assertThat(figures(one, runs.get(i))).isEqualTo(fresh.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 1000", "64, 256", "1000, 1", "1000000, 1"})
    void fewerMinimizersAreKeptWhereTheirMatricesAreLarge(long dimension, int most) {
        assertThat(Workbench.mostMinimizers(dimension)).isEqualTo(most);
    }

    private Executor executor() {
        return new Executor(experiment, new Interruption());
    }

    private static String figures(Executor executor, PlannedRun run) {
        return Figures.of(executor.execute(run).orElseThrow());
    }
}
