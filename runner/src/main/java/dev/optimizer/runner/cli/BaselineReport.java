package dev.optimizer.runner.cli;

import dev.optimizer.runner.ExitCode;
import dev.optimizer.runner.baseline.Comparison;
import dev.optimizer.runner.baseline.Difference;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.judge.Judgement;
import dev.optimizer.runner.output.Numbers;
import dev.optimizer.runner.output.ResultTable;
import dev.optimizer.runner.output.ResultTable.Row;
import dev.optimizer.runner.output.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What came of comparing an experiment with its baseline: for the terminal, and as judgements for other programs. */
final class BaselineReport {
    private static final String CHECK = "baseline";

    /** More than fit onto a screen nobody reads one by one. */
    private static final int MOST_SHOWN = 100;

    private final Console console;
    private final Experiment experiment;
    private final Path file;
    private final Comparison comparison;

    BaselineReport(Console console, Experiment experiment, Path file, Comparison comparison) {
        this.console = console;
        this.experiment = experiment;
        this.file = file;
        this.comparison = comparison;
    }

    /** There is no file. */
    Findings missing(String remedy) {
        String message = "there is no such baseline";
        console.error(file + ": " + message + "; make it with: " + remedy);
        Judgement missing = new Judgement(
                CHECK, new Position(experiment.file(), 1, 1), Optional.empty(), false, file + ": " + message);
        return new Findings(List.of(missing), Set.of(ExitCode.BASELINE_MISSING));
    }

    /** There is one: prints what is different, and judges every run. */
    Findings compared(ResultTable now, String remedy) {
        List<Difference> differences = comparison.allDifferences();
        if (!comparison.isClean()) {
            console.print("\n" + table(differences));
            console.error(file + ": if that is meant to be, accept it with: " + remedy);
        }
        console.print(name() + ": " + count(now.rows().size(), "run") + " compared with " + file + ": "
                + summary(differences) + "\n");
        EnumSet<ExitCode> endings = EnumSet.of(ExitCode.OK);
        if (!differences.isEmpty() || !comparison.gone().isEmpty()) {
            endings.add(ExitCode.BASELINE_REGRESSION);
        }
        if (!comparison.unknown().isEmpty()) {
            endings.add(ExitCode.BASELINE_MISSING);
        }
        return new Findings(judgements(now), endings);
    }

    private String name() {
        return experiment.name();
    }

    private String summary(List<Difference> differences) {
        StringJoiner parts = new StringJoiner(", ").setEmptyValue("no difference");
        count(parts, differences.size(), "difference", "");
        count(parts, comparison.unknown().size(), "run", " without a row");
        count(parts, comparison.gone().size(), "row", " without a run");
        return parts.toString();
    }

    private static void count(StringJoiner parts, int number, String noun, String what) {
        if (number > 0) {
            parts.add(count(number, noun) + what);
        }
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private Table table(List<Difference> differences) {
        Table table = new Table(console.colors(), "run", "column", ">baseline", ">now", ">difference", ">allowed");
        List<Row> unknown = comparison.unknown();
        List<Row> gone = comparison.gone();
        differences.stream()
                .limit(MOST_SHOWN)
                .forEach(difference -> table.row()
                        .cell(difference.run().toString())
                        .cell(difference.column())
                        .cell(difference.baseline())
                        .cell(difference.now(), console.colors()::bad)
                        .cell(Double.isNaN(difference.difference()) ? "" : Numbers.rounded(difference.difference()))
                        .cell(Double.isNaN(difference.allowed()) ? "" : Numbers.rounded(difference.allowed())));
        unknown.stream()
                .limit(MOST_SHOWN)
                .forEach(row -> table.row()
                        .cell(row.names().toString())
                        .cell("run")
                        .cell("no row", console.colors()::bad)
                        .cell(row.text("status")));
        gone.stream()
                .limit(MOST_SHOWN)
                .forEach(row -> table.row()
                        .cell(row.names().toString())
                        .cell("run")
                        .cell(row.text("status"))
                        .cell("no run", console.colors()::bad));
        int all = differences.size() + unknown.size() + gone.size();
        int shown = shown(differences) + shown(unknown) + shown(gone);
        if (shown < all) {
            table.row().cell("… and " + (all - shown) + " more");
        }
        return table;
    }

    private static int shown(List<?> all) {
        return Math.min(all.size(), MOST_SHOWN);
    }

    /** One for every run, at the line of the baseline; one without a run for every row that is too many. */
    private List<Judgement> judgements(ResultTable now) {
        List<Judgement> judgements = new ArrayList<>();
        for (Map.Entry<?, List<Difference>> run : comparison.differences().entrySet()) {
            Row row = now.rows().get(run.getKey());
            String message = run.getValue().stream().map(Difference::toString).collect(Collectors.joining("; "));
            long line = comparison.baselineLine(row.names());
            judgements.add(judgement(line, Optional.of(row.text("run_id")), message));
        }
        comparison
                .unknown()
                .forEach(row -> judgements.add(
                        judgement(1, Optional.of(row.text("run_id")), "the baseline has no row for this run")));
        comparison
                .gone()
                .forEach(row -> judgements.add(
                        judgement(row.line(), Optional.empty(), "this run is no longer made: " + row.names())));
        return judgements;
    }

    private Judgement judgement(long line, Optional<String> runId, String message) {
        Position place = new Position(file, Math.toIntExact(line), 1);
        return new Judgement(CHECK, place, runId, message.isEmpty(), message);
    }

    /** The file is as it should be now: prints old → new. */
    void updated() {
        if (comparison.isClean()) {
            console.print(name() + ": " + file + " is up to date\n");
            return;
        }
        comparison
                .allDifferences()
                .forEach(difference -> console.print(difference.run() + ": " + difference.column() + " "
                        + shown(difference.baseline()) + " → " + shown(difference.now()) + "\n"));
        comparison.unknown().forEach(row -> console.print(row.names() + ": new\n"));
        comparison.gone().forEach(row -> console.print(row.names() + ": gone\n"));
        console.print(name() + ": " + file + " updated: "
                + count(comparison.allDifferences().size(), "cell") + " changed, "
                + count(comparison.unknown().size(), "row") + " new, "
                + count(comparison.gone().size(), "row") + " gone\n");
    }

    private static String shown(String cell) {
        return cell.isEmpty() ? "(empty)" : cell;
    }

    void notUpdated() {
        console.error(file + ": not updated, because a run crashed");
    }

    void unwritten(String reason) {
        console.error(file + ": cannot be written: " + reason);
    }
}
