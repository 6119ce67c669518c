package dev.optimizer.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optimizer.runner.Experiments;
import dev.optimizer.runner.Outcomes;
import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.plan.Plan;
import dev.optimizer.runner.plan.PlannedRun;
import dev.optimizer.solver.Status;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private static final String ERASE = "\r\u001b[K";

    private final List<PlannedRun> runs =
            Plan.of(Experiments.read(Experiments.QUARTIC)).runs();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    @Test
    void aProgramReadsALinePerRun() {
        Progress progress = progress(console(Terminal.NONE, Map.of(), false), 0);
        progress.done(outcome(0, Status.CONVERGED));
        progress.done(outcome(1, Status.CRASHED));
        progress.end();
        assertThat(text())
                .isEqualTo("[1/4] " + runs.get(0).id()
                        + "  converged (gradient_norm) after 11 iterations, f = -5, minimum\n[2/4] "
                        + runs.get(1).id() + "  crashed: gradient_norm\n");
    }

    @Test
    void onATerminalOneLineIsRewrittenAndGoesAway() {
        Progress progress = progress(console(new Terminal(true, true), Map.of(), false), 0);
        now += 2_000_000_000L;
        progress.done(outcome(0, Status.CONVERGED));
        now += 90_000_000L;
        progress.done(outcome(1, Status.CONVERGED));
        now += 10_000_000L;
        progress.done(outcome(2, Status.CONVERGED));
        progress.end();
        assertThat(text())
                .isEqualTo(ERASE + "[1/4] 25 %, 6 s left  " + runs.get(0).id() + ERASE + "[3/4] 75 %, 1 s left  "
                        + runs.get(2).id() + ERASE);
    }

    @Test
    void whatWasDoneBeforeSaysNothingAboutTheTimeLeft() {
        Progress progress = progress(console(new Terminal(true, true), Map.of(), false), 2);
        now += 5_000_000_000L;
        progress.done(outcome(2, Status.CONVERGED));
        assertThat(text())
                .isEqualTo(ERASE + "[3/4] 75 %, 5 s left  " + runs.get(2).id());
    }

    @Test
    void failuresStayAboveTheLine() {
        Progress progress = progress(console(new Terminal(false, true), Map.of(), false), 0);
        progress.done(outcome(0, Status.CONVERGED));
        progress.done(outcome(1, Status.CRASHED));
        String status = "[1/4] 25 %, 0 s left  " + runs.get(0).id();
        assertThat(text())
                .isEqualTo(
                        ERASE + status + ERASE + "[2/4] " + runs.get(1).id() + "  crashed: gradient_norm\n" + status);
    }

    @Test
    void theLineIsNoWiderThanTheTerminal() {
        progress(console(new Terminal(true, true), Map.of("COLUMNS", "30"), false), 0)
                .done(outcome(0, Status.CONVERGED));
        assertThat(text()).isEqualTo(ERASE + "[1/4] 25 %, 0 s left  quarti…").hasSize(ERASE.length() + 29);
    }

    @Test
    void quietSaysNothing() {
        for (Terminal terminal : List.of(Terminal.NONE, new Terminal(true, true))) {
            Progress progress = progress(console(terminal, Map.of(), true), 0);
            progress.done(outcome(0, Status.CRASHED));
            progress.end();
        }
        assertThat(text()).isEmpty();
    }

    @Test
    void aDumbTerminalHasPlainLines() {
        assertThat(console(new Terminal(true, true), Map.of("TERM", "dumb"), false)
                        .isLive())
                .isFalse();
        assertThat(console(new Terminal(true, true), Map.of("TERM", "xterm"), false)
                        .isLive())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "59.4, 59 s", "59.6, 1 min 0 s", "3599, 59 min 59 s", "3600, 1 h 0 min", "90000, 25 h 0 min"})
    void timesAreInWords(double seconds, String words) {
        assertThat(Progress.duration(seconds)).isEqualTo(words);
    }

    private Progress progress(Console console, int before) {
        return new Progress(console, runs.size(), before, () -> now);
    }

    private Console console(Terminal terminal, Map<String, String> environment, boolean quiet) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream, environment, terminal);
        GlobalOptions options = new GlobalOptions();
        options.quiet = quiet;
        console.configure(options);
        return console;
    }

    private RunOutcome outcome(int run, Status status) {
        return Outcomes.of(runs.get(run)).status(status).build();
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
