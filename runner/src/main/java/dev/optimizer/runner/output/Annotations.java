package dev.optimizer.runner.output;

import dev.optimizer.runner.config.text.Diagnostic;
import dev.optimizer.runner.config.text.Position;
import dev.optimizer.runner.judge.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Failed checks and errors in configs as workflow commands of GitHub, which shows them at their lines:
 * {@code ::error file=…,line=…,col=…,title=…::message}.
 */
public final class Annotations {
    /** GitHub shows so many errors of a step and drops the others. */
    private static final int MOST = 10;

    /** Of the failures that share the last annotation; a message has to stay readable. */
    private static final int MOST_LISTED = 100;

    private Annotations() {}

    /**
     * What is shown at a line.
     *
     * @param described the message without a title beside it
     */
    private record Annotation(Position place, String title, String message, String described) {}

    /** A line per failed check; what does not fit into as many as GitHub shows stands together in the last. */
    public static List<String> of(List<Report> reports) {
        return lines(reports.stream()
                .flatMap(report -> report.judgements().failures().stream())
                .map(Annotations::annotation)
                .toList());
    }

    private static Annotation annotation(Judgement failure) {
        String title = failure.runId().map(id -> failure.check() + " of " + id).orElse(failure.check());
        return new Annotation(failure.position(), title, failure.message(), Report.describe(failure));
    }

    /** The same of the errors in configs. */
    public static List<String> ofErrors(List<Diagnostic> errors) {
        return lines(errors.stream()
                .map(error -> new Annotation(error.position(), "invalid config", error.message(), error.message()))
                .toList());
    }

    private static List<String> lines(List<Annotation> all) {
        int single = all.size() > MOST ? MOST - 1 : all.size();
        List<String> lines = new ArrayList<>();
        for (Annotation one : all.subList(0, single)) {
            lines.add(error(one.place(), one.title(), one.message()));
        }
        if (single < all.size()) {
            lines.add(together(all.subList(single, all.size())));
        }
        return lines;
    }

    private static String together(List<Annotation> all) {
        String listed = all.stream()
                .limit(MOST_LISTED)
                .map(one -> one.place() + ": " + one.described())
                .collect(Collectors.joining("\n"));
        int more = all.size() - MOST_LISTED;
        String rest = more > 0 ? "\nand " + more + " more" : "";
        return error(all.get(0).place(), all.size() + " more failures", listed + rest);
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
