package dev.optimizer.runner.output;

import dev.optimizer.runner.execute.RunOutcome;
import dev.optimizer.runner.judge.Judgement;
import java.util.List;

/** What GitHub shows of a step: Markdown with a table of runs and one of failures for each experiment. */
public final class StepSummary {
    /** GitHub refuses summaries beyond a megabyte; of many runs those that went wrong come first. */
    private static final int MOST_ROWS = 100;

    private static final String MARKUP = "&<>\"'|`*_[]~\\$#";

    private StepSummary() {}

    public static String of(List<Report> reports) {
        StringBuilder text = new StringBuilder();
        reports.forEach(report -> append(report, text));
        return text.toString();
    }

    private static void append(Report report, StringBuilder text) {
        text.append("### ").append(escaped(report.experiment().name())).append("\n\n");
        text.append(escaped(report.summary())).append("\n\n");
        runs(report, text);
        failures(report.judgements().failures(), text);
    }

    private static void runs(Report report, StringBuilder text) {
        List<RunOutcome> all = report.outcomes();
        List<RunOutcome> shown = all.size() <= MOST_ROWS
                ? all
                : all.stream().filter(report::isBad).limit(MOST_ROWS).toList();
        row(text, "run", "status", "point", "value", "gradient norm", "iterations", "checks");
        row(text, "---", "---", "---", "---:", "---:", "---:", "---");
        for (RunOutcome outcome : shown) {
            row(
                    text,
                    (report.isBad(outcome) ? "❌ " : "") + escaped(outcome.run().id()),
                    escaped(outcome.status().word()),
                    escaped(outcome.point().word()),
                    Numbers.rounded(outcome.value()),
                    Numbers.rounded(outcome.gradientNorm()),
                    Long.toString(outcome.iterations()),
                    escaped(report.judgements().passedOf(outcome.run().id())));
        }
        text.append(shown.size() < all.size() ? "\n" + shown.size() + " of " + all.size() + " runs shown\n\n" : "\n");
    }

    private static void failures(List<Judgement> failures, StringBuilder text) {
        if (failures.isEmpty()) {
            return;
        }
        row(text, "where", "what failed");
        row(text, "---", "---");
        failures.stream()
                .limit(MOST_ROWS)
                .forEach(failure ->
                        row(text, escaped(failure.position().toString()), escaped(Report.describe(failure))));
        int more = failures.size() - MOST_ROWS;
        text.append(more > 0 ? "\nand " + more + " more\n\n" : "\n");
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Text that means nothing in Markdown or HTML: a reference to a character is never markup (CommonMark, 2.5). */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (c == '\n' || c == '\r') {
                escaped.append(' ');
            } else if (MARKUP.indexOf(c) >= 0) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
