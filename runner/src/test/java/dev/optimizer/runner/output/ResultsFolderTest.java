package dev.optimizer.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.judge.Judgements;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
    @TempDir
    private Path out;

    private final Plan plan = Plan.of(Experiments.read(Experiments.QUARTIC));

    @Test
    void isNamedAfterTheExperimentAndEmptyWhenOpened() throws IOException {
        ResultsFolder folder = new ResultsFolder(out, plan);

        folder.open(false);
        folder.close();

        assertThat(folder.path()).isEqualTo(out.resolve("quartic"));
        assertThat(files()).containsExactly("quartic", "quartic/traces");
    }

    @Test
    void removesWhatAnEarlierRunLeftAndNothingElse() throws IOException {
        ResultsFolder folder = new ResultsFolder(out, plan);
        Path traces = Files.createDirectories(out.resolve("quartic/traces"));
        List<Path> left = List.of(
                Files.writeString(folder.trace(plan.runs().get(0)), ""),
                Files.writeString(traces.resolve("quartic-left-gone-123456.csv"), ""),
                Files.writeString(out.resolve("quartic/runs.csv"), ""),
                Files.writeString(out.resolve("quartic/manifest.json"), ""));
        List<Path> mine = List.of(
                Files.writeString(traces.resolve("notes.txt"), ""),
                Files.writeString(traces.resolve("mine.csv"), ""),
                Files.writeString(out.resolve("quartic/other.csv"), ""));

        folder.open(false);
        folder.close();

        assertThat(left).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(mine).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void aFileInTheWayIsAnErrorBeforeAnythingIsWritten() throws IOException {
        Path file = Files.writeString(out.resolve("quartic"), "mine");

        assertThatThrownBy(() -> new ResultsFolder(out, plan).open(false)).isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void whatIsWrittenCanBeReadByWhoeverMayReadItsFolder() throws IOException {
        ResultsFolder folder = new ResultsFolder(out, plan);
        Path plain = Files.writeString(out.resolve("plain"), "");

        folder.writeRuns(plan, List.of(), Judgements.of(List.of()));

        Path runs = out.resolve("quartic/runs.csv");
        assertThat(Files.getPosixFilePermissions(runs)).isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    void writesATraceUnderTheNameOfItsRun() throws IOException {
        ResultsFolder folder = new ResultsFolder(out, plan);
        PlannedRun run = plan.runs().get(0);
        folder.keep(Outcomes.of(run).build(), true);
        folder.writeRuns(plan, List.of(Outcomes.of(run).build()), Judgements.of(List.of()));
        assertThat(files())
                .containsExactly(
                        "quartic", "quartic/runs.csv", "quartic/traces", "quartic/traces/" + run.id() + ".csv");
        assertThat(out.resolve("quartic/runs.csv")).content().contains(run.id());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(path -> !path.equals(out))
                    .map(path -> out.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
