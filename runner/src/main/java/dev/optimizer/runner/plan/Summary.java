package dev.optimizer.runner.plan;

import dev.optimizer.runner.config.Axis;
import dev.optimizer.runner.config.Experiment;
import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.SolverConfig;
import dev.optimizer.runner.config.Variant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how the number of runs comes about. */
final class Summary {
    /** More variants are counted, not listed. */
    private static final int MOST_PARTS = 8;

    private Summary() {}

    /** {@code 18 runs = 1 problem x 3 starts x (descent 5 + newton 1)}. */
    static String of(Experiment experiment, long runs, long excluded) {
        String product = isProduct(experiment) ? " = " + product(experiment) : " of " + list(experiment);
        return count(runs, "run") + product + (excluded == 0 ? "" : ", " + excluded + " excluded");
    }

    static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** How many runs there are before any is excluded. */
    static long runs(Experiment experiment) {
        Combinations combinations = new Combinations(experiment);
        long runs = experiment.problemVariants().stream()
                .mapToLong(problem -> problem.value().startCount()
                        * combinations.with(problem).size())
                .sum();
        return runs * experiment.sweep().repeat();
    }

    /** Whether no axis ties problems, solvers and settings together: then their numbers multiply. */
    private static boolean isProduct(Experiment experiment) {
        Set<Integer> problems = axes(experiment.problemVariants());
        Set<Integer> solvers = axes(experiment.solverVariants());
        Set<Integer> settings = axes(experiment.settings());
        Set<Integer> all = new HashSet<>(problems);
        all.addAll(solvers);
        all.addAll(settings);
        return all.size() == problems.size() + solvers.size() + settings.size();
    }

    private static <T> Set<Integer> axes(List<Variant<T>> variants) {
        return variants.stream()
                .flatMap(variant -> variant.choices().keySet().stream())
                .collect(Collectors.toSet());
    }

    private static String product(Experiment experiment) {
        int settings = experiment.settings().size();
        int repeat = experiment.sweep().repeat();
        return Stream.of(
                        starts(experiment),
                        parts(experiment.solverVariants(), SolverConfig::name, "solver"),
                        settings == 1 ? "" : settings + " settings",
                        repeat == 1 ? "" : repeat + " repeats")
                .filter(factor -> !factor.isEmpty())
                .collect(Collectors.joining(" x "));
    }

    private static String starts(Experiment experiment) {
        List<Long> counts =
                experiment.problems().stream().map(ProblemConfig::startCount).toList();
        String problems = parts(experiment.problemVariants(), ProblemConfig::name, "problem");
        if (counts.stream().distinct().count() == 1) {
            return problems + " x " + count(counts.get(0), "start");
        }
        return count(counts.stream().mapToLong(Long::longValue).sum(), "start") + " of " + problems;
    }

    /** {@code 2 solvers}, or {@code (descent 5 + newton 1)}. */
    private static <T> String parts(List<Variant<T>> variants, Function<T, String> name, String noun) {
        Map<String, Long> counts = variants.stream()
                .collect(Collectors.groupingBy(
                        variant -> name.apply(variant.value()), LinkedHashMap::new, Collectors.counting()));
        if (counts.size() == variants.size()) {
            return count(counts.size(), noun);
        } else if (counts.size() > MOST_PARTS) {
            return variants.size() + " variants of " + count(counts.size(), noun);
        }
        return counts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue())
                .collect(Collectors.joining(" + ", "(", ")"));
    }

    /** Where an axis ties several things together no product says it. */
    private static String list(Experiment experiment) {
        long problems = experiment.problems().stream()
                .map(ProblemConfig::name)
                .distinct()
                .count();
        long solvers =
                experiment.solvers().stream().map(SolverConfig::name).distinct().count();
        int repeat = experiment.sweep().repeat();
        String axes = experiment.sweep().axes().stream().map(Axis::name).collect(Collectors.joining(", "));
        return count(problems, "problem") + " and " + count(solvers, "solver") + " with the values of " + axes
                + (repeat == 1 ? "" : " x " + repeat + " repeats");
    }
}
