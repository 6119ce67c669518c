package dev.optimizer.runner.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    private final Experiment experiment = Experiments.read("""
            version: 1
            name: many
            problem:
              formula: 100*(y - x^2)^2 + (1 - x)^2
              starts: {any: {random: {uniform: [-2, 2], count: 20}}}
            solvers: {newton: newton, bfgs: bfgs}
            """);

    private final List<PlannedRun> runs = Plan.of(experiment).runs();
    private final Interruption interruption = new Interruption();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void everyRunIsMadeOnceWithTheSameOutcome(int jobs) {
        Executor alone = new Executor(experiment, interruption);
        Map<String, RunOutcome> kept = new ConcurrentHashMap<>();
        workers(jobs)
                .make(
                        runs,
                        outcome -> assertThat(kept.put(outcome.run().id(), outcome))
                                .isNull());
        assertThat(kept).hasSize(runs.size());
        for (PlannedRun run : runs) {
            assertThat(Figures.of(kept.get(run.id())))
                    .isEqualTo(Figures.of(alone.execute(run).orElseThrow()));
        }
    }

    @Test
    void oneMakesThemInOrder() {
        List<String> ids = new ArrayList<>();
        workers(1).make(runs, outcome -> ids.add(outcome.run().id()));
        assertThat(ids).isEqualTo(runs.stream().map(PlannedRun::id).toList());
    }

    @Test
    void afterAnInterruptionNoRunIsBegun() {
        List<RunOutcome> kept = Collections.synchronizedList(new ArrayList<>());
        workers(1).make(runs, outcome -> {
            kept.add(outcome);
            interruption.request();
        });
        assertThat(kept).hasSize(1);
        workers(2).make(runs, kept::add);
        assertThat(kept).hasSize(1);
    }

    @Test
    void aRunThatHadTooLittleMemoryIsMadeAgainWhenTheOthersAreDone() {
        List<RunOutcome> kept = Collections.synchronizedList(new ArrayList<>());
        PlannedRun large = runs.get(3);
        workers(2).make(runs, outcome -> {
            if (outcome.run() == large && kept.size() < runs.size() - 1) {
                throw new OutOfMemoryError("Java heap space");
            }
            kept.add(outcome);
        });
        assertThat(kept).hasSize(runs.size());
        assertThat(kept.get(runs.size() - 1).run()).isEqualTo(large);
        assertThat(kept).allMatch(outcome -> outcome.status() == Status.CONVERGED);
    }

    @Test
    void aRunThatHasTooLittleMemoryAloneHasCrashed() {
        List<RunOutcome> kept = Collections.synchronizedList(new ArrayList<>());
        workers(2).make(runs, outcome -> {
            if (outcome.run() == runs.get(3) && outcome.status() != Status.CRASHED) {
                throw new OutOfMemoryError("Java heap space");
            }
            kept.add(outcome);
        });
        assertThat(kept).hasSize(runs.size());
        RunOutcome last = kept.get(runs.size() - 1);
        assertThat(last.status()).isEqualTo(Status.CRASHED);
        assertThat(last.stopReason()).startsWith("out of memory (Java heap space); ");
        assertThat(last.run()).isEqualTo(runs.get(3));
    }

    @Test
    void aMistakeOfTheProgramIsThrownWhereItIsSeen() {
        assertThatThrownBy(() -> workers(2).make(runs, outcome -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
        assertThatThrownBy(() -> workers(2).make(runs, outcome -> {
                    throw new AssertionError("broken, too");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessage("broken, too");
    }

    @Test
    void thereIsAtLeastOne() {
        assertThatThrownBy(() -> workers(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jobs must be at least 1: 0");
    }

    private Workers workers(int jobs) {
        return new Workers(experiment, jobs, interruption);
    }
}
