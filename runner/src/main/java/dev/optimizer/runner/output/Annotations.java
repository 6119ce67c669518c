package dev.optimizer.runner.output;

import dev.optimizer.runner.config.Position;
import dev.optimizer.runner.judge.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Failures as workflow commands of GitHub, which shows them at their lines:
 * {@code ::error file=…,line=…,col=…,title=…::message}.
 */
public final class Annotations {
    /** GitHub shows so many errors of a step and drops the others. */
    private static final int MOST = 10;

    /** Of the failures that share the last annotation; a message has to stay readable. */
    private static final int MOST_LISTED = 100;

    private Annotations() {}

    /** A line per failure; what does not fit into as many as GitHub shows stands together in the last. */
    public static List<String> of(List<Report> reports) {
        List<Judgement> failures = reports.stream()
                .flatMap(report -> report.judgements().failures().stream())
                .toList();
        int single = failures.size() > MOST ? MOST - 1 : failures.size();
        List<String> lines = new ArrayList<>();
        for (Judgement failure : failures.subList(0, single)) {
            lines.add(error(failure.position(), title(failure), failure.message()));
        }
        if (single < failures.size()) {
            lines.add(together(failures.subList(single, failures.size())));
        }
        return lines;
    }

    private static String title(Judgement failure) {
        return failure.runId().map(id -> failure.check() + " of " + id).orElse(failure.check());
    }

    private static String together(List<Judgement> failures) {
        String listed = failures.stream()
                .limit(MOST_LISTED)
                .map(failure -> failure.position() + ": " + Report.describe(failure))
                .collect(Collectors.joining("\n"));
        int more = failures.size() - MOST_LISTED;
        String rest = more > 0 ? "\nand " + more + " more" : "";
        return error(failures.get(0).position(), failures.size() + " more failures", listed + rest);
    }

    /** One workflow command, escaped as GitHub's own toolkit does it (actions/toolkit, command.ts). */
    private static String error(Position place, String title, String message) {
        return "::error file=" + property(place.file().toString()) + ",line=" + place.line() + ",col=" + place.column()
                + ",title=" + property(title) + "::" + data(message);
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
