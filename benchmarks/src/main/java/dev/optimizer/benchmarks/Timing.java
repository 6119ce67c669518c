package dev.optimizer.benchmarks;

import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark with its parameters comes to.
 *
 * @param section the simple name of its class
 * @param method the name of its method
 * @param median the median time of an evaluation in nanoseconds
 * @param fastest the shortest time of an evaluation
 * @param bytes the median of what an evaluation allocates on the heap, or NaN if it was not counted
 */
record Timing(String section, String method, String parameters, Row row, double median, double fastest, double bytes) {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    /** @param results those of one benchmark with one choice of parameters, in one or more modes */
    static Timing of(List<RunResult> results) {
        BenchmarkParams params = results.get(0).getParams();
        String[] names = name(params).split("\\.");
        Row row = row(params);
        return new Timing(
                names[names.length - 2],
                names[names.length - 1],
                parameters(params),
                row,
                time(results, 50) / row.evaluations(),
                time(results, 0) / row.evaluations(),
                allocation(results) / row.evaluations());
    }

    static String name(BenchmarkParams params) {
        return params.getBenchmark();
    }

    static String parameters(BenchmarkParams params) {
        return params.getParamsKeys().stream()
                .map(key -> key + " = " + params.getParam(key))
                .collect(Collectors.joining(", "));
    }

    private static Row row(BenchmarkParams params) {
        int dot = name(params).lastIndexOf('.');
        try {
            return Class.forName(name(params).substring(0, dot))
                    .getMethod(name(params).substring(dot + 1))
                    .getAnnotation(Row.class);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double time(List<RunResult> results, double percentile) {
        RunResult best = results.stream()
                .filter(result -> result.getParams().getMode() == Mode.SampleTime)
                .findFirst()
                .orElse(results.get(0));
        return best.getPrimaryResult().getStatistics().getPercentile(percentile);
    }

    /** Only an average over many evaluations is free of what JMH allocates itself. */
    private static double allocation(List<RunResult> results) {
        return results.stream()
                .filter(result -> result.getParams().getMode() == Mode.AverageTime)
                .findFirst()
                .map(result -> result.getSecondaryResults().get(ALLOCATION))
                .map(result -> result.getStatistics().getPercentile(50))
                .orElse(Double.NaN);
    }
}
