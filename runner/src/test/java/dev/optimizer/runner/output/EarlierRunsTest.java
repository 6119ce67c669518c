package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierRunsTest {
    @TempDir
    private Path traces;

    private final List<JournalEntry> entries = new ArrayList<>();
    private String config = Experiments.QUARTIC;
    private String program = "1.0 abc";

    @BeforeEach
    void makeTheFirstRun() throws IOException {
        made(Outcomes.of(run()).build());
    }

    @Test
    void theSameRunIsUsedAgain() throws IOException {
        assertThat(decide().outcome()).map(RunOutcome::value).contains(-5.0);
    }

    @Test
    void aRunWithoutAnEntryIsMade() throws IOException {
        PlannedRun other = Plan.of(experiment()).runs().get(1);
        assertThat(new EarlierRuns(entries, traces).decide(other, key(other), true))
                .isEqualTo(EarlierRuns.Decision.make("it was not made before"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3*x^4 - 4*x^3 - 12*x^2 | 3*x^4 - 4*x^3 | the problem is not the same",
                "left: -0.5 | left: -0.25 | the start is not the same",
                "step: 0.01 | step: 0.02 | the solver's options are not the same",
                "value: -32 | value: -31 | what is recorded, or the known optimum, is not the same",
                "version: 1 | 'record: {every: 2}\nversion: 1' | what is recorded, or the known optimum, is not the same",
                "version: 1 | 'stop: {iterations: 7}\nversion: 1' | the stopping rules are not the same"
            })
    void whatHasChangedIsSaid(String before, String after, String reason) throws IOException {
        assertThat(config).contains(before);
        config = config.replace(before, after);
        assertThat(decide()).isEqualTo(EarlierRuns.Decision.make(reason));
    }

    @Test
    void severalChangesAreSaidTogether() throws IOException {
        config = config.replace("step: 0.01", "step: 0.02").replace("left: -0.5", "left: 1");
        program = "1.1 abc";
        assertThat(decide().reason()).isEqualTo("the start, the solver's options and the program are not the same");
    }

    @Test
    void failuresAreMadeAgain() throws IOException {
        entries.clear();
        made(Outcomes.of(run()).status(Status.CRASHED).build());
        assertThat(decide().reason()).isEqualTo("it crashed");
    }

    @Test
    void whatTheClockEndedIsMadeAgain() throws IOException {
        entries.clear();
        made(Outcomes.of(run()).status(Status.BUDGET).stopReason("seconds").build());
        assertThat(decide().reason()).isEqualTo("it was ended by its budget of time, which depends on the machine");
        entries.clear();
        made(Outcomes.of(run()).status(Status.BUDGET).stopReason("iterations").build());
        assertThat(decide().outcome()).isPresent();
    }

    @Test
    void aPointThatIsWantedMustHaveBeenKept() throws IOException {
        entries.clear();
        made(Outcomes.of(run()).build().condensed(false));
        assertThat(decide().reason()).isEqualTo("its final point was not kept");
        assertThat(new EarlierRuns(entries, traces)
                        .decide(run(), key(run()), false)
                        .outcome())
                .isPresent();
    }

    @Test
    void theTraceMustBeTheOneThatWasWritten() throws IOException {
        Path trace = traces.resolve(run().id() + ".csv");
        Files.writeString(trace, "touched");
        assertThat(decide().reason()).isEqualTo("its trace is not the one that was written");
        Files.delete(trace);
        assertThat(decide().reason()).isEqualTo("its trace is gone");
    }

    @Test
    void ofSeveralEntriesTheOneOfTheTraceCounts() throws IOException {
        RunOutcome second = Outcomes.of(run()).value(1, 2).build();
        entries.add(entry(second, "the hash of a trace that was in another folder"));
        assertThat(decide().outcome()).map(RunOutcome::value).contains(-5.0);
    }

    private void made(RunOutcome outcome) throws IOException {
        String hash = WholeFile.write(traces.resolve(outcome.run().id() + ".csv"), out -> out.write("trace"));
        entries.add(entry(outcome, hash));
    }

    private JournalEntry entry(RunOutcome outcome, String hash) {
        return JournalEntry.of(outcome, key(outcome.run()), hash);
    }

    private EarlierRuns.Decision decide() throws IOException {
        return new EarlierRuns(entries, traces).decide(run(), key(run()), true);
    }

    private RunKey key(PlannedRun run) {
        return RunKey.of(run, experiment().record(), program);
    }

    private PlannedRun run() {
        return Plan.of(experiment()).runs().get(0);
    }

    private Experiment experiment() {
        return Experiments.read(config);
    }
}
