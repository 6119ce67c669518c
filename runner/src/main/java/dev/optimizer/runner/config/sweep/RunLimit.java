package dev.optimizer.runner.config.sweep;

import dev.optimizer.runner.config.ProblemConfig;
import dev.optimizer.runner.config.Variant;
import dev.optimizer.runner.config.tree.Address.Part;
import java.util.List;
import java.util.Map;

/** Counts the runs of a config before any of them is made. */
public final class RunLimit {
    /** Problems, solvers and settings that a sweep may make: each is kept, a problem with its data. */
    public static final long MAX_VARIANTS = 100_000;

    private final List<AxisDraft> axes;

    public RunLimit(List<AxisDraft> axes) {
        this.axes = axes;
    }

    /** How many variants there are of all parts. */
    public double variants(Parts parts) {
        return parts.all().stream()
                .mapToDouble(part ->
                        product(axes.stream().filter(axis -> axis.touches(part)).toList()))
                .sum();
    }

    /**
     * How many runs there are before any is excluded: of each problem's variant and each solver those in which all axes agree.
     *
     * @param problems by part its variants
     */
    public double runs(Map<Part, List<Variant<ProblemConfig>>> problems, Parts parts, int repeat) {
        double runs = 0;
        for (Map.Entry<Part, List<Variant<ProblemConfig>>> problem : problems.entrySet()) {
            double starts = problem.getValue().stream()
                    .mapToDouble(variant -> variant.value().startCount())
                    .sum();
            for (Part solver : parts.solvers().keySet()) {
                runs += starts
                        * product(axes.stream()
                                .filter(axis -> axis.touches(solver) || axis.touches(Part.SETTINGS))
                                .filter(axis -> !axis.touches(problem.getKey()))
                                .toList());
            }
        }
        return runs * repeat;
    }

    private static double product(List<AxisDraft> axes) {
        return axes.stream().mapToDouble(AxisDraft::size).reduce(1, (a, b) -> a * b);
    }
}
