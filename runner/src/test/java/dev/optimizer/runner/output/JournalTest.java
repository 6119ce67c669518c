package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.PointKind;
import dev.optimizer.solver.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    @TempDir
    private Path folder;

    private final Experiment experiment = Experiments.read(Experiments.QUARTIC);
    private final PlannedRun run = Plan.of(experiment).runs().get(0);

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.1,
                -0.0,
                1e22,
                -32,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                2.2250738585072011e-308,
                9007199254740993.0
            })
    void numbersComeBackToTheBit(double number) {
        RunOutcome outcome = Outcomes.of(run)
                .value(number, -number)
                .speed(number, number)
                .at(number, 1.0)
                .gradientNorms(1.0, number)
                .build();
        assertThat(throughALine(outcome)).isEqualTo(outcome);
    }

    /** Its runs are made again, and what is said about them is that the program is not the same. */
    @Test
    void anEntryOfAProgramThatKeptNoGradientNormsIsStillRead() {
        String line = new String(line(Outcomes.of(run).build()), StandardCharsets.UTF_8);
        String earlier = line.replaceFirst(",\"gradient_norms\":\\[[^]]*]", "");
        assertThat(earlier).hasSizeLessThan(line.length());
        assertThat(JournalEntry.parse(earlier).orElseThrow().outcome(run))
                .isEqualTo(Outcomes.of(run).gradientNorms().build());
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void endingsComeBack(Status status) {
        RunOutcome outcome = Outcomes.of(run).status(status).build();
        assertThat(throughALine(outcome)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(PointKind.class)
    void verdictsComeBack(PointKind kind) {
        RunOutcome outcome = Outcomes.of(run).point(kind).build();
        assertThat(throughALine(outcome)).isEqualTo(outcome);
    }

    @Test
    void aTornLineIsLeftOutWhereverItIsTorn() throws IOException {
        byte[] line = line(Outcomes.of(run).build());
        Path file = folder.resolve("journal.jsonl");
        for (int length = 0; length < line.length - 1; length++) {
            Files.write(file, line);
            Files.write(file, Arrays.copyOf(line, length), StandardOpenOption.APPEND);
            assertThat(Journal.read(file)).as("torn after %d bytes", length).hasSize(1);
        }
        Files.write(file, line, StandardOpenOption.TRUNCATE_EXISTING);
        Files.write(file, line, StandardOpenOption.APPEND);
        assertThat(Journal.read(file)).hasSize(2);
    }

    @Test
    void anEntryIsThereAsSoonAsItIsAppended() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        JournalEntry first = entry(Outcomes.of(run).build());
        JournalEntry second = entry(Outcomes.of(run).value(1, 2).build());
        try (Journal journal = Journal.create(file, List.of(first))) {
            assertThat(Journal.read(file)).containsExactly(first);
            journal.append(second);
            assertThat(Journal.read(file)).containsExactly(first, second);
        }
    }

    private RunOutcome throughALine(RunOutcome outcome) {
        String line = new String(line(outcome), StandardCharsets.UTF_8);
        assertThat(line).endsWith("}\n").doesNotContain("}\n{");
        return JournalEntry.parse(line).orElseThrow().outcome(run);
    }

    private byte[] line(RunOutcome outcome) {
        try {
            return entry(outcome).toLine().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A trace's hash stands in it as it is given; here something with a character of several bytes. */
    private JournalEntry entry(RunOutcome outcome) {
        return JournalEntry.of(outcome, RunKey.of(run, experiment.record(), "program 1"), "‖∇f‖");
    }
}
