package dev.optimizer.runner.cli;

import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.judge.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Failed checks on the terminal: where, what was measured and wanted, and how to make just that run again. */
final class FailureReport {
    /** More than fit onto a screen nobody reads one by one. */
    private static final int MOST_IN_FULL = 20;

    private final Console console;
    private final SourceQuote source;
    private final Again again;

    FailureReport(Console console, Experiment experiment, Again again) {
        this.console = console;
        this.source = new SourceQuote(experiment);
        this.again = again;
    }

    void print(List<Judgement> failures) {
        int shown = Math.min(failures.size(), MOST_IN_FULL);
        failures.subList(0, shown).forEach(this::inFull);
        Map<String, Long> others = failures.subList(shown, failures.size()).stream()
                .collect(Collectors.groupingBy(FailureReport::check, LinkedHashMap::new, Collectors.counting()));
        others.forEach((check, count) -> console.error(check + " fails for " + count + " more"));
    }

    private void inFull(Judgement failure) {
        Position place = failure.position();
        String run = failure.runId().map(id -> id + ": ").orElse("");
        console.error(source.render(place, run + failure.message()));
        failure.runId().ifPresent(id -> console.error("  again: " + again.of(id)));
    }

    private static String check(Judgement failure) {
        return failure.position() + ": " + failure.check();
    }
}
