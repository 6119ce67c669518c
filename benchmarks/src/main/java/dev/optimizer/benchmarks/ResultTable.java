package dev.optimizer.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;

/**
 * Results as tables in Markdown: times, bytes allocated, and how they compare with their peers and claims.
 *
 * <p>Ratios are those of the fastest calls: other work on the machine only ever adds to a time, and where a call lasts as
 * long as the scheduler's slice (3 ms) it adds to the median too.
 */
final class ResultTable {
    private static final String HEADING = """

            ### %s

            | timed | with | median | fastest | bytes | relative to | ratio | claimed |
            |---|---|---:|---:|---:|---|---:|---|
            """;

    private final List<Timing> timings;

    ResultTable(Collection<RunResult> results) {
        Map<String, List<RunResult>> byTiming = results.stream()
                .collect(Collectors.groupingBy(
                        result -> Timing.name(result.getParams()) + Timing.parameters(result.getParams()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        this.timings = byTiming.values().stream().map(Timing::of).toList();
    }

    @Override
    public String toString() {
        return timings.stream()
                .map(Timing::section)
                .distinct()
                .map(this::section)
                .collect(Collectors.joining());
    }

    private String section(String name) {
        List<Timing> rows =
                timings.stream().filter(row -> row.section().equals(name)).toList();
        // Parameters as they ran, which is as they were declared; within them, peers before those compared with them.
        List<String> parameters = rows.stream().map(Timing::parameters).toList();
        return rows.stream()
                .sorted(Comparator.comparingInt((Timing row) -> parameters.indexOf(row.parameters()))
                        .thenComparing(row -> path(row, rows)))
                .map(row -> line(row, peer(row, rows)))
                .collect(Collectors.joining("", HEADING.formatted(name), ""));
    }

    private static Timing peer(Timing of, List<Timing> rows) {
        return rows.stream()
                .filter(row -> row.parameters().equals(of.parameters()))
                .filter(row -> row.method().equals(of.row().peer()))
                .findFirst()
                .orElse(null);
    }

    private static String path(Timing of, List<Timing> rows) {
        Timing peer = peer(of, rows);
        return (peer == null ? "" : path(peer, rows) + "/") + of.method();
    }

    private static String line(Timing timing, Timing peer) {
        Row row = timing.row();
        double ratio = peer == null ? Double.NaN : timing.fastest() / peer.fastest();
        return "| " + row.value() + " | " + timing.parameters() + " | " + time(timing.median()) + " | "
                + time(timing.fastest()) + " | "
                + bytes(timing.bytes()) + " | "
                + (peer == null ? "" : peer.row().value()) + " | "
                + (peer == null ? "" : significant(ratio)) + " | " + claim(row, ratio) + " |\n";
    }

    private static String claim(Row row, double ratio) {
        if (Double.isNaN(ratio)) {
            return "";
        }
        if (!Double.isNaN(row.atMost())) {
            return "≤ " + significant(row.atMost()) + (ratio <= row.atMost() ? "" : ": **missed**");
        }
        if (!Double.isNaN(row.atLeast())) {
            return "≥ " + significant(row.atLeast()) + (ratio >= row.atLeast() ? "" : ": **missed**");
        }
        return "";
    }

    private static String time(double nanoseconds) {
        if (nanoseconds < 1e3) {
            return significant(nanoseconds) + " ns";
        }
        return nanoseconds < 1e6 ? significant(nanoseconds / 1e3) + " µs" : significant(nanoseconds / 1e6) + " ms";
    }

    private static String bytes(double bytes) {
        return Double.isNaN(bytes) ? "" : String.format(Locale.ROOT, "%,.0f", bytes);
    }

    private static String significant(double value) {
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
